// The one rule against forged requests (CSRF), for posted forms and the API alike: what changes something must come
// from a page of this portal.
import type { PageDoor } from '../forms/page-door.ts';

export type Sender = {
  method: string;
  host: string;
  origin: string | undefined;
  fetchSite: string | undefined;
  contentType: string | undefined;
  hasCookie: boolean;
  /** At this address programs post forms by a standard (GeoReport v2), and no page of the portal does. */
  takesFormsOfPrograms?: boolean;
};

/** `unknown`: the headers say nothing either way, and the form's own token decides (api/crypto/page-token.ts). */
export type Provenance = 'here' | 'elsewhere' | 'unknown';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Where a request comes from. What the browser itself says is believed first: no page can write `Sec-Fetch-Site`, and
 * it is right also where a proxy's `Referrer-Policy: no-referrer` makes browsers send `Origin: null`. Else the origin
 * that is named must be the portal's. A program that sends JSON (or, where a standard
 * says so, a form) without a session is nobody's forged form. `publicOrigin`
 * is the portal's address; without it the address is the Host header of the request.
 */
export function provenanceOf(sender: Sender, publicOrigin: string | undefined): Provenance {
  const { method, origin, fetchSite, contentType, hasCookie, takesFormsOfPrograms } = sender;
  if (safeMethods.has(method) || fetchSite === 'same-origin') return 'here';
  if (fetchSite !== undefined && fetchSite !== 'none') return 'elsewhere';
  if (origin !== undefined && origin !== 'null')
    return origin === publicOrigin || isOwnHost(sender, publicOrigin) ? 'here' : 'elsewhere';
  const type = mediaType(contentType);
  const isData = type === 'application/json' || (takesFormsOfPrograms && type === formType);
  const isProgram = origin === undefined && !hasCookie && isData;
  return isProgram && fetchSite === undefined ? 'here' : 'unknown';
}

/**
 * Whether a request may come from anywhere: it carries no session, and its page says that the token in its address is
 * what counts.
 */
export const isOneClick = (
  page: PageDoor | undefined,
  { method, hasCookie }: Pick<Sender, 'method' | 'hasCookie'>,
) => method === 'POST' && !hasCookie && page?.isOneClick === true;

function isOwnHost({ origin, host }: Sender, publicOrigin: string | undefined): boolean {
  return publicOrigin === undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

const formType = 'application/x-www-form-urlencoded';
const mediaType = (contentType = '') => contentType.split(';')[0]?.trim().toLowerCase();
