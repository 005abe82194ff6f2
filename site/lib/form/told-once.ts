// A receipt that staff read out or print once: sealed in a cookie of a quarter of an hour, never in an address.
import type { APIContext } from 'astro';
import { deleteCookie, readCookie, setCookie } from './cookies.ts';

const name = 'giay-bien-nhan';
const path = '/can-bo/da-nhap';
const minutes = 15;

type Page = Pick<APIContext, 'cookies' | 'locals'>;
/** `splitFrom`: the case that the new one was taken out of. */
export type Told = { number: string; secret: string; splitFrom?: string };

/** Kept for the officer who made it: nobody else at the same machine is shown it. */
export function keepReceipt(page: Page, officer: string, told: Told): void {
  const { number, secret, splitFrom } = told;
  const until = Date.now() + minutes * 60_000;
  setCookie(
    page,
    name,
    page.locals.vault.seal(JSON.stringify({ number, secret, splitFrom, officer, until })),
    { path, minutes, sameSite: 'strict' },
  );
}

export function keptReceipt(page: Page, officer: string): Told | undefined {
  const opened = page.locals.vault.unseal(readCookie(page, name) ?? '');
  if (!opened) return undefined;
  const { until, officer: owner, ...told } = JSON.parse(opened) as Told & { officer: string; until: number };
  return until > Date.now() && owner === officer ? told : undefined;
}

export function forgetReceipt(page: Page): void {
  deleteCookie(page, name, path);
}
