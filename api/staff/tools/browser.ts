// The browser that is on its way in, before anybody knows who it is: a random secret in a cookie of ten minutes.
import { randomBytes } from 'node:crypto';
import { cookieNamed, ownCookie, ownName } from './cookie.ts';

const seconds = 600;

export const browserSecret = (cookies: string | undefined, isHttps: boolean): string | undefined => {
  const found = cookieNamed(cookies, ownName('entrance', isHttps));
  return found !== undefined && /^[\w-]{32}$/.test(found) ? found : undefined;
};

/** The secret of a browser, new where it has none, and the Set-Cookie value that keeps it. */
export function keepBrowser(
  cookies: string | undefined,
  isHttps: boolean,
): { secret: string; cookie: string } {
  const secret = browserSecret(cookies, isHttps) ?? randomBytes(24).toString('base64url');
  return { secret, cookie: ownCookie(ownName('entrance', isHttps), secret, seconds, isHttps) };
}
