// Log-out: the session is deleted, then 303 to the log-in. A visit by address changes nothing.
import type { APIRoute } from 'astro';
import { seeOther } from '../../lib/see-other.ts';

export const prerender = false;

export const POST: APIRoute = async ({ locals }) => {
  const answer = await locals.api.api.auth['sign-out'].$post({ json: {} });
  return answer.ok ? seeOther('/can-bo/dang-nhap?da-xuat=1', answer) : seeOther('/can-bo');
};

export const GET: APIRoute = () => seeOther('/can-bo');
