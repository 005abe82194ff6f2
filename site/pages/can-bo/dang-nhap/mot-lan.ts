// Where the sign-on by the office's own provider begins: a link, so that the browser may go to another site from here.
import type { APIRoute } from 'astro';
import { returnPath } from '../../../lib/form/return-path.ts';
import { seeOther } from '../../../lib/form/see-other.ts';
import { signOnFailed } from '../../../lib/staff/sign-on-words.ts';

export const prerender = false;

export const GET: APIRoute = async ({ locals, url }) => {
  const returnTo = returnPath(url.searchParams.get('tiep'));
  const answer = await locals.api.api.auth['sign-on'].start.$post({ json: { returnTo } });
  if (answer.status !== 200) return seeOther(signOnFailed(answer.status === 429 ? 'many' : 'refused'));
  const { url: provider } = await answer.json();
  return seeOther(provider ?? signOnFailed('away'), answer);
};
