// POST, then 303: the answer to a form that went through, with the cookies the API set on the way.
export function seeOther(path: string, from?: { headers: Headers }): Response {
  const headers = new Headers({ location: path, 'cache-control': 'no-store' });
  for (const cookie of from?.headers.getSetCookie() ?? []) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
