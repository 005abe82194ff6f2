// The scan of a poster that this browser came by: one answer to one round, kept for an hour, never in an address.
import type { APIContext } from 'astro';
import { deleteCookie, readCookie, setCookie } from '../form/cookies.ts';

const name = 'luot-khao-sat';
const path = '/khao-sat';
const minutes = 60;

type Page = Pick<APIContext, 'cookies' | 'locals'>;

export function keepScan(page: Page, round: string, session: string): void {
  setCookie(page, name, `${round}~${session}`, { path, minutes, sameSite: 'lax' });
}

/** The scan of this round; undefined when there is none. */
export function keptScan(page: Page, round: string): string | undefined {
  const [of, session] = (readCookie(page, name) ?? '').split('~');
  return of === round ? session : undefined;
}

export function forgetScan(page: Page): void {
  deleteCookie(page, name, path);
}
