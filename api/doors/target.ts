// What a request asks for, read strictly: anything that two programs could read in two ways is refused.

export type Target = { path: string; query: string };

const dotSegment = /\/(?:\.|%2e){1,2}(?:\/|$)/i;
/** RFC 1035 §2.3.4, and a port. */
const longestHost = 261;
const hostName = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Splits a request target such as `/thu-tuc?q=dat` into path and query (with its question mark, or empty).
 * Undefined for `//x`, absolute-form, backslashes, dot segments, broken percent-encoding and NUL.
 */
export function parseTarget(target: string): Target | undefined {
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? '' : target.slice(mark);
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return undefined;
  if (dotSegment.test(path) || /%00/i.test(target)) return undefined;
  return isDecodable(path) && isDecodable(query) ? { path, query } : undefined;
}

/** Whether a host is the machine itself, as where the portal is tried out. */
export const isLoopback = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);

/** Whether a Host header names one host and no more. */
export const isHost = (host: string | undefined): host is string =>
  host !== undefined && host.length <= longestHost && hostName.test(host);

function isDecodable(text: string): boolean {
  if (!text.includes('%')) return true;
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
