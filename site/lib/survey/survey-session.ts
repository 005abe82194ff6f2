// The scan of a poster that this browser came by: one answer to one round, kept for an hour, never in an address.
import type { APIContext } from 'astro';
import { readCookie, setCookie } from '../form/cookies.ts';

type Page = Pick<APIContext, 'cookies' | 'locals'>;

export const keepScan = (page: Page, round: string, session: string): void =>
  setCookie(page, 'scan', `${round}~${session}`);

/** The scan of this round; undefined when there is none. */
export function keptScan(page: Page, round: string): string | undefined {
  const [of, session] = (readCookie(page, 'scan') ?? '').split('~');
  return of === round ? session : undefined;
}
