// POST, then 303: the answer to a form that went through, with the cookies the API set on the way.

/** `path` may hold what was typed: what no header can carry is escaped. */
export function seeOther(path: string, from?: { headers: Headers }): Response {
  const location = path.toWellFormed().replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of from?.headers.getSetCookie() ?? []) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
