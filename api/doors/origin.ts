// The one check against forged requests (CSRF): an unsafe request must come from a page of this portal.

export type Sender = {
  method: string;
  host: string;
  origin: string | undefined;
  fetchSite: string | undefined;
  contentType: string | undefined;
  hasCookie: boolean;
};

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something. A browser names its origin with every such request; where no origin
 * is named, it must say `Sec-Fetch-Site: same-origin`, or be a program that sends JSON and carries no session.
 * `publicOrigin` is the portal's address; without it the address is the Host header of the request.
 */
export function isFromHere(sender: Sender, publicOrigin: string | undefined): boolean {
  if (safeMethods.has(sender.method)) return true;
  if (sender.origin !== undefined) return sender.origin === publicOrigin || isOwnHost(sender, publicOrigin);
  if (sender.fetchSite !== undefined) return sender.fetchSite === 'same-origin';
  return !sender.hasCookie && mediaType(sender.contentType) === 'application/json';
}

// Mail programs post here by themselves and name no origin (RFC 8058 §3.1); the token in the address is what counts.
const oneClickPaths: ReadonlySet<string> = new Set(['/thong-bao/huy']);

/** Whether a request may come from anywhere: it carries no session, and its address says all that it may do. */
export const isOneClick = (path: string, { method, hasCookie }: Pick<Sender, 'method' | 'hasCookie'>) =>
  method === 'POST' && !hasCookie && oneClickPaths.has(path);

function isOwnHost({ origin, host }: Sender, publicOrigin: string | undefined): boolean {
  return publicOrigin === undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

const mediaType = (contentType = '') => contentType.split(';')[0]?.trim().toLowerCase();
