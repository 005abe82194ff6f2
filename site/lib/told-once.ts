// A receipt that staff read out or print once: sealed in a cookie of a quarter of an hour, never in an address.
import type { APIContext } from 'astro';

const name = 'giay-bien-nhan';
const path = '/can-bo/da-nhap';
const minutes = 15;

type Page = Pick<APIContext, 'cookies' | 'locals'>;
type Receipt = { number: string; secret: string };

export function keepReceipt({ cookies, locals }: Page, { number, secret }: Receipt): void {
  const until = Date.now() + minutes * 60_000;
  cookies.set(name, locals.vault.seal(JSON.stringify({ number, secret, until })), {
    httpOnly: true,
    sameSite: 'strict',
    path,
    maxAge: minutes * 60,
    secure: locals.origin.startsWith('https:'),
  });
}

export function keptReceipt({ cookies, locals }: Page): Receipt | undefined {
  const opened = locals.vault.unseal(cookies.get(name)?.value ?? '');
  if (!opened) return undefined;
  const { number, secret, until } = JSON.parse(opened) as Receipt & { until: number };
  return until > Date.now() ? { number, secret } : undefined;
}

export function forgetReceipt({ cookies }: Pick<Page, 'cookies'>): void {
  cookies.delete(name, { path });
}
