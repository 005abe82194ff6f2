// A private calendar address, shown to who made it for a quarter of an hour: sealed in a cookie, kept nowhere else.
import type { APIContext } from 'astro';
import { deleteCookie, readCookie, setCookie } from '../form/cookies.ts';

const name = 'dia-chi-lich';
const path = '/can-bo/nghia-vu';
const minutes = 15;

type Page = Pick<APIContext, 'cookies' | 'locals'>;

/** Where a calendar program reads. */
export const feedAddress = (origin: string, key: string) => `${origin}/can-bo/nghia-vu.ics?khoa=${key}`;

export function keepFeedKey(page: Page, officer: string, key: string): void {
  const until = page.locals.now.getTime() + minutes * 60_000;
  setCookie(page, name, page.locals.vault.seal(JSON.stringify({ feedKey: key, officer, until })), {
    path,
    minutes,
    sameSite: 'strict',
  });
}

export function keptFeedKey(page: Page, officer: string): string | undefined {
  const opened = page.locals.vault.unseal(readCookie(page, name) ?? '');
  if (!opened) return undefined;
  const kept = JSON.parse(opened) as { feedKey?: string; officer: string; until: number };
  return kept.until > page.locals.now.getTime() && kept.officer === officer ? kept.feedKey : undefined;
}

export function forgetFeedKey(page: Page): void {
  deleteCookie(page, name, path);
}
