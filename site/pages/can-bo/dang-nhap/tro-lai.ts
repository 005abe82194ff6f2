// Where the provider sends the browser back to: what it said is judged, and the address with it is left at once.
import type { APIRoute } from 'astro';
import { returnPath } from '../../../lib/form/return-path.ts';
import { seeOther } from '../../../lib/form/see-other.ts';
import { signOnFailed } from '../../../lib/staff/sign-on-words.ts';

export const prerender = false;

export const GET: APIRoute = async ({ locals, url }) => {
  const query = url.search.slice(1);
  const answer = await locals.api.api.auth['sign-on'].return.$post({ json: { query } });
  if (answer.status !== 200) return seeOther(signOnFailed(answer.status === 429 ? 'many' : 'refused'));
  const { outcome, returnTo, isLink } = await answer.json();
  const to = returnPath(returnTo);
  if (outcome === 'in') return seeOther(to, answer);
  if (outcome === 'second-step') return seeOther(`/can-bo/xac-thuc?tiep=${encodeURIComponent(to)}`, answer);
  if (outcome === 'linked') return seeOther('/can-bo/bao-mat?xong=lien-ket', answer);
  return seeOther(signOnFailed(outcome, isLink), answer);
};
