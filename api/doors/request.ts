// What a request says of itself before anybody answers it: who sent it, where it goes, whether it only reads.
import type { IncomingMessage } from 'node:http';
import type { Target } from './target.ts';

/** Two programs on the way could read two names: the one that is checked and the one that is served. */
export function hasSeveralHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === 'host') hosts += 1;
  return hosts > 1;
}

export function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/** The address of a standard stands at the root; behind the door it is a part of the API. */
export function behindApi(req: IncomingMessage, { path, query }: Target): Target {
  Object.assign(req, { url: `/api${path}${query}` });
  return { path: `/api${path}`, query };
}

/** Where officers work, by pages and by programs. */
export const isOfStaff = (path: string) => /^\/(?:can-bo|api\/staff)(?:\/|$)/.test(path);

export const isRead = (req: IncomingMessage) => req.method === 'GET' || req.method === 'HEAD';

export const senderOf = ({ method = 'GET', headers }: IncomingMessage, host: string) => ({
  method,
  host,
  origin: headers.origin,
  fetchSite: headers['sec-fetch-site'] as string | undefined,
  contentType: headers['content-type'],
  hasCookie: headers.cookie !== undefined,
});

/**
 * Astro and Hono read the address of a page from the Host header and from whether the socket is encrypted; behind a proxy
 * that speaks https for us, both must tell what people see.
 */
export function presentAs(req: IncomingMessage, host: string, isHttps: boolean): void {
  req.headers.host = host;
  if (isHttps) Object.assign(req.socket, { encrypted: true });
}
