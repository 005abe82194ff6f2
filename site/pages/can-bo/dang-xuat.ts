// Log-out: the session is deleted, then 303 to the log-in. A visit by address changes nothing.
import type { APIRoute } from 'astro';
import { readForm } from '../../lib/form/form.ts';
import { seeOther } from '../../lib/form/see-other.ts';
import { tokenOf } from '../../lib/staff/staff-form.ts';

export const prerender = false;

export const POST: APIRoute = async (context) => {
  const token = tokenOf(readForm(context));
  const answer = await context.locals.api.api.auth['sign-out'].$post({ json: {} }, token);
  if (answer.status !== 200) return seeOther('/can-bo');
  const { isBySignOn } = await answer.json();
  return seeOther(`/can-bo/dang-nhap?da-xuat=1${isBySignOn ? '&chung=1' : ''}`, answer);
};

export const GET: APIRoute = () => seeOther('/can-bo');
