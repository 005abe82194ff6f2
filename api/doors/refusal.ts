// What is refused at the door: problem+json for the API, a small page for people.
import type { ServerResponse } from 'node:http';
import { isOpen311, refusedAsOpen311 } from '../open311/refused.ts';
import { addressIn } from '../languages/addresses.ts';
import { languageAsked, languageAt, type Language } from '../languages/language.ts';
import { bodyIn } from '../problems/english/body.ts';
import { inEnglish } from '../problems/english/in-english.ts';
import { Problem, problemBody, problems, retryAfter, type ProblemCode } from '../problems/problem.ts';

/** Answers with a problem of the table; `detail` says what to do. */
export function refuse(res: ServerResponse, path: string, code: ProblemCode, detail: string): void {
  const { status, contentType, body } = written(res, path, new Problem(code, detail));
  res.statusCode = status;
  res.setHeader('content-type', contentType);
  res.setHeader('cache-control', 'no-store');
  const seconds = retryAfter(status);
  if (seconds !== undefined && !res.hasHeader('retry-after')) res.setHeader('retry-after', String(seconds));
  res.setHeader('content-length', Buffer.byteLength(body));
  res.end(body);
}

export const isApi = (path: string) => path === '/api' || path.startsWith('/api/');

function written({ req }: ServerResponse, path: string, problem: Problem) {
  if (isOpen311(path)) return refusedAsOpen311(path, problem);
  const { status, title } = problems[problem.code];
  if (!isApi(path))
    return {
      status,
      contentType: 'text/html; charset=utf-8',
      body: page(languageAt(path), title, problem.detail ?? ''),
    };
  const body = bodyIn(languageAsked(req.headers['accept-language']), problemBody(problem));
  return { status, contentType: 'application/problem+json', body: JSON.stringify(body) };
}

// Titles and details are our own sentences; nothing of the request is shown.
function page(language: Language, title: string, detail: string): string {
  const [said, told] = language === 'en' ? [inEnglish(title), detail && inEnglish(detail)] : [title, detail];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${said}</title>
<h1>${said}</h1>
<p>${told}</p>
<p><a href="${addressIn(language, '/')}">${language === 'en' ? 'To the first page' : 'Về trang đầu'}</a></p>
</html>
`;
}
