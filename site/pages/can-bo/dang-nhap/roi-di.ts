// Leaves the provider of the sign-on too, for who has signed out here and follows the link.
import type { APIRoute } from 'astro';
import { seeOther } from '../../../lib/form/see-other.ts';

export const prerender = false;

export const GET: APIRoute = async ({ locals }) => {
  const answer = await locals.api.api.auth['sign-on'].leave.$get();
  const { url } = answer.status === 200 ? await answer.json() : { url: null };
  return seeOther(url ?? '/can-bo/dang-nhap?da-xuat=1');
};
