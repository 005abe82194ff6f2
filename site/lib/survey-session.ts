// The scan of a poster that this browser came by: one answer to one round, kept for an hour, never in an address.
import type { APIContext } from 'astro';

const name = 'luot-khao-sat';
const path = '/khao-sat';
const minutes = 60;

type Page = Pick<APIContext, 'cookies' | 'locals'>;

export function keepScan({ cookies, locals }: Page, round: string, session: string): void {
  cookies.set(name, `${round}~${session}`, {
    httpOnly: true,
    sameSite: 'lax',
    path,
    maxAge: minutes * 60,
    secure: locals.origin.startsWith('https:'),
  });
}

/** The scan of this round; undefined when there is none. */
export function keptScan({ cookies }: Pick<Page, 'cookies'>, round: string): string | undefined {
  const [of, session] = (cookies.get(name)?.value ?? '').split('~');
  return of === round ? session : undefined;
}

export function forgetScan({ cookies }: Pick<Page, 'cookies'>): void {
  cookies.delete(name, { path });
}
