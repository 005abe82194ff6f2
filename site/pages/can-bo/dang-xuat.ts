// Log-out: the session is deleted, then 303 to the log-in. A visit by address changes nothing.
import type { APIRoute } from 'astro';
import { readForm } from '../../lib/form/form.ts';
import { seeOther } from '../../lib/form/see-other.ts';
import { tokenOf } from '../../lib/staff/staff-form.ts';

export const prerender = false;

export const POST: APIRoute = async (context) => {
  const token = tokenOf(readForm(context));
  const answer = await context.locals.api.api.auth['sign-out'].$post({ json: {} }, token);
  return answer.ok ? seeOther('/can-bo/dang-nhap?da-xuat=1', answer) : seeOther('/can-bo');
};

export const GET: APIRoute = () => seeOther('/can-bo');
