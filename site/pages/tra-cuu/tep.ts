// One file of one's own open case, as a download; asked for by POST, so that no address names it.
import type { APIContext } from 'astro';
import { linksOf } from '../../../api/languages/addresses.ts';
import { openCase } from '../../lib/case/open-case.ts';
import { readForm } from '../../lib/form/form.ts';
import { seeOther } from '../../lib/form/see-other.ts';

export const prerender = false;

export async function POST(context: APIContext): Promise<Response> {
  const open = openCase(context);
  const to = linksOf(context);
  if (!open) return seeOther(to('/tra-cuu'));
  const { id = '' } = readForm(context);
  const answer = await context.locals.api.api.cases.attachment.$post({ json: { ...open, id } });
  return answer.ok ? new Response(answer.body, answer) : seeOther(to('/tra-cuu/ho-so'));
}

export const GET = (context: APIContext): Response => seeOther(linksOf(context)('/tra-cuu/ho-so'));
