// The portal's own cookies: over https under __Host-, which no other host of the domain can set or read.
import type { APIContext } from 'astro';

type Page = Pick<APIContext, 'cookies' | 'locals'>;
type Wish = { path: string; minutes: number; sameSite: 'lax' | 'strict' };

const isHttps = ({ locals }: Pick<Page, 'locals'>) => locals.origin.startsWith('https:');
const nameOf = (page: Pick<Page, 'locals'>, name: string) => (isHttps(page) ? `__Host-${name}` : name);
// The prefix asks for the whole portal as the path.
const pathOf = (page: Pick<Page, 'locals'>, path: string) => (isHttps(page) ? '/' : path);

/** Sets a cookie that scripts cannot read, for so many minutes. */
export function setCookie(page: Page, name: string, value: string, { path, minutes, sameSite }: Wish): void {
  page.cookies.set(nameOf(page, name), value, {
    httpOnly: true,
    sameSite,
    path: pathOf(page, path),
    maxAge: minutes * 60,
    secure: isHttps(page),
  });
}

export const readCookie = (page: Page, name: string): string | undefined =>
  page.cookies.get(nameOf(page, name))?.value;

export function deleteCookie(page: Page, name: string, path: string): void {
  page.cookies.delete(nameOf(page, name), { path: pathOf(page, path), secure: isHttps(page) });
}
