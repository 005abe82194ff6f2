// The request that a visitor has just made: number and code, sealed for half an hour, never in an address.
import type { APIContext } from 'astro';
import { deleteCookie, readCookie, setCookie } from '../form/cookies.ts';

const name = 'yeu-cau';
const path = '/bao-ve-du-lieu/yeu-cau';
const minutes = 30;

type Page = Pick<APIContext, 'cookies' | 'locals'>;
type Made = { number: string; secret: string };

export function keepRequest(page: Page, made: Made): void {
  const until = Date.now() + minutes * 60_000;
  const sealed = page.locals.vault.seal(JSON.stringify({ ...made, until }));
  setCookie(page, name, sealed, { path, minutes, sameSite: 'lax' });
}

/** Undefined when there is none, it was forged, or its time is over. */
export function keptRequest(page: Page): Made | undefined {
  const opened = page.locals.vault.unseal(readCookie(page, name) ?? '');
  if (!opened) return undefined;
  const { until, ...made } = JSON.parse(opened) as Made & { until: number };
  return until > Date.now() ? made : undefined;
}

export function forgetRequest(page: Page): void {
  deleteCookie(page, name, path);
}
