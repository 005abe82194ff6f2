// One file of one's own open case, as a download; asked for by POST, so that no address names it.
import type { APIContext } from 'astro';
import { openCase } from '../../lib/case/open-case.ts';
import { readForm } from '../../lib/form/form.ts';
import { seeOther } from '../../lib/form/see-other.ts';

export const prerender = false;

export async function POST(context: APIContext): Promise<Response> {
  const open = openCase(context);
  if (!open) return seeOther('/tra-cuu');
  const { id = '' } = readForm(context);
  const answer = await context.locals.api.api.cases.attachment.$post({ json: { ...open, id } });
  return answer.ok ? new Response(answer.body, answer) : seeOther('/tra-cuu/ho-so');
}

export const GET = (): Response => seeOther('/tra-cuu/ho-so');
