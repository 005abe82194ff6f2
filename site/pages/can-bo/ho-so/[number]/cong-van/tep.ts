// A letter of a case as a file for the office.
import type { APIRoute } from 'astro';
import { LetterKind, TemplateCode } from '../../../../../../api/letters/schema.ts';

export const prerender = false;

export const GET: APIRoute = async ({ locals, params, redirect, url }) => {
  const number = params['number'] ?? '';
  const kind = LetterKind.safeParse(url.searchParams.get('loai'));
  const template = TemplateCode.safeParse(url.searchParams.get('mau')).data;
  const page = `/can-bo/ho-so/${encodeURIComponent(number)}/cong-van`;
  if (!kind.success) return redirect(page, 303);
  const answer = await locals.api.api.staff.cases[':number'].letters[':kind'].docx.$get({
    param: { number, kind: kind.data },
    query: template === undefined ? {} : { template },
  });
  // The page says why: no session, no such letter, not for this officer.
  if (answer.status !== 200) return redirect(page, 303);
  return new Response(await answer.arrayBuffer(), { headers: answer.headers });
};
