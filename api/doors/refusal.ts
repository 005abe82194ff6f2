// What is refused at the door: problem+json for the API, a small page for people.
import type { ServerResponse } from 'node:http';
import { isOpen311, refusedAsOpen311 } from '../open311/refused.ts';
import { Problem, problemBody, problems, retryAfter, type ProblemCode } from '../problems/problem.ts';

/** Answers with a problem of the table; `detail` says what to do. */
export function refuse(res: ServerResponse, path: string, code: ProblemCode, detail: string): void {
  const { status, contentType, body } = written(path, new Problem(code, detail));
  res.statusCode = status;
  res.setHeader('content-type', contentType);
  res.setHeader('cache-control', 'no-store');
  const seconds = retryAfter(status);
  if (seconds !== undefined && !res.hasHeader('retry-after')) res.setHeader('retry-after', String(seconds));
  res.setHeader('content-length', Buffer.byteLength(body));
  res.end(body);
}

export const isApi = (path: string) => path === '/api' || path.startsWith('/api/');

function written(path: string, problem: Problem) {
  if (isOpen311(path)) return refusedAsOpen311(path, problem);
  const { status, title } = problems[problem.code];
  return isApi(path)
    ? { status, contentType: 'application/problem+json', body: JSON.stringify(problemBody(problem)) }
    : { status, contentType: 'text/html; charset=utf-8', body: page(title, problem.detail ?? '') };
}

// Titles and details are our own sentences; nothing of the request is shown.
const page = (title: string, detail: string) => `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
<p>${detail}</p>
<p><a href="/">Về trang đầu</a></p>
</html>
`;
