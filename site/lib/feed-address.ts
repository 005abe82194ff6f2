// A private calendar address, shown to who made it for a quarter of an hour: sealed in a cookie, kept nowhere else.
import type { APIContext } from 'astro';

const name = 'dia-chi-lich';
const path = '/can-bo/nghia-vu';
const minutes = 15;

type Page = Pick<APIContext, 'cookies' | 'locals'>;

/** Where a calendar program reads. */
export const feedAddress = (origin: string, key: string) => `${origin}/can-bo/nghia-vu.ics?khoa=${key}`;

export function keepFeedKey({ cookies, locals }: Page, officer: string, key: string): void {
  const until = locals.now.getTime() + minutes * 60_000;
  cookies.set(name, locals.vault.seal(JSON.stringify({ feedKey: key, officer, until })), {
    httpOnly: true,
    sameSite: 'strict',
    path,
    maxAge: minutes * 60,
    secure: locals.origin.startsWith('https:'),
  });
}

export function keptFeedKey({ cookies, locals }: Page, officer: string): string | undefined {
  const opened = locals.vault.unseal(cookies.get(name)?.value ?? '');
  if (!opened) return undefined;
  const kept = JSON.parse(opened) as { feedKey?: string; officer: string; until: number };
  return kept.until > locals.now.getTime() && kept.officer === officer ? kept.feedKey : undefined;
}

export function forgetFeedKey({ cookies }: Pick<Page, 'cookies'>): void {
  cookies.delete(name, { path });
}
