// The cookies of the log-in that are the portal's own: how one is read and written.

/** The value of a cookie in a Cookie header. */
export function cookieNamed(cookies: string | undefined, name: string): string | undefined {
  const start = `${name}=`;
  return cookies
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(start))
    ?.slice(start.length);
}

/** Over https under __Host-, which no other host of the domain can set or read. */
export const ownName = (name: string, isHttps: boolean): string =>
  `${isHttps ? '__Host-' : ''}minh-bach.${name}`;

/** A Set-Cookie value: no script reads it, no other site's request carries it but a link that is followed. */
export const ownCookie = (name: string, value: string, seconds: number, isHttps: boolean): string =>
  `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly${isHttps ? '; Secure' : ''}; SameSite=Lax`;
