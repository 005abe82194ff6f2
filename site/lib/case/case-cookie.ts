// The case that a visitor has open: number and look-up code, sealed in a short-lived cookie, never in an address.
import type { APIContext } from 'astro';
import { deleteCookie, readCookie, setCookie } from '../form/cookies.ts';
import { forgetFormKey } from '../form/form-key.ts';

const name = 'ho-so';
const minutes = 30;

type Page = Pick<APIContext, 'cookies' | 'locals' | 'url'>;
export type OpenCase = { number: string; secret: string };

export function keepCase(page: Page, open: OpenCase): void {
  const until = Date.now() + minutes * 60_000;
  setCookie(page, name, page.locals.vault.seal(JSON.stringify({ ...open, until })), {
    path: '/',
    minutes,
    sameSite: 'lax',
  });
}

/** The open case; undefined when there is none, it was forged, or its time is over. */
export function openCase(page: Page): OpenCase | undefined {
  const opened = page.locals.vault.unseal(readCookie(page, name) ?? '');
  if (!opened) return undefined;
  const { number, secret, until } = JSON.parse(opened) as OpenCase & { until: number };
  return until > Date.now() ? { number, secret } : undefined;
}

/** Also forgets the form's key, with which the same words would be given the same receipt again. */
export function forgetCase(page: Page): void {
  forgetFormKey(page);
  deleteCookie(page, name, '/');
}
