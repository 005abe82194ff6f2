// The request that a visitor has just made: number and code, sealed for half an hour, never in an address.
import type { APIContext } from 'astro';

const name = 'yeu-cau';
const path = '/bao-ve-du-lieu/yeu-cau';
const minutes = 30;

type Page = Pick<APIContext, 'cookies' | 'locals'>;
type Made = { number: string; secret: string };

export function keepRequest({ cookies, locals }: Page, made: Made): void {
  const until = Date.now() + minutes * 60_000;
  cookies.set(name, locals.vault.seal(JSON.stringify({ ...made, until })), {
    httpOnly: true,
    sameSite: 'lax',
    path,
    maxAge: minutes * 60,
    secure: locals.origin.startsWith('https:'),
  });
}

/** Undefined when there is none, it was forged, or its time is over. */
export function keptRequest({ cookies, locals }: Page): Made | undefined {
  const opened = locals.vault.unseal(cookies.get(name)?.value ?? '');
  if (!opened) return undefined;
  const { until, ...made } = JSON.parse(opened) as Made & { until: number };
  return until > Date.now() ? made : undefined;
}

export function forgetRequest({ cookies }: Pick<Page, 'cookies'>): void {
  cookies.delete(name, { path });
}
