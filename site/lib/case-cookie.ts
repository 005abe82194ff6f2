// The case that a visitor has open: number and look-up code, sealed in a short-lived cookie, never in an address.
import type { APIContext } from 'astro';
import { forgetFormKey } from './form-key.ts';

const name = 'ho-so';
const minutes = 30;

type Page = Pick<APIContext, 'cookies' | 'locals' | 'url'>;
export type OpenCase = { number: string; secret: string };

export function keepCase({ cookies, locals }: Page, open: OpenCase): void {
  const until = Date.now() + minutes * 60_000;
  cookies.set(name, locals.vault.seal(JSON.stringify({ ...open, until })), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: minutes * 60,
    secure: locals.origin.startsWith('https:'),
  });
}

/** The open case; undefined when there is none, it was forged, or its time is over. */
export function openCase({ cookies, locals }: Page): OpenCase | undefined {
  const opened = locals.vault.unseal(cookies.get(name)?.value ?? '');
  if (!opened) return undefined;
  const { number, secret, until } = JSON.parse(opened) as OpenCase & { until: number };
  return until > Date.now() ? { number, secret } : undefined;
}

/** Also forgets the form's key, with which the same words would be given the same receipt again. */
export function forgetCase({ cookies }: Page): void {
  forgetFormKey({ cookies });
  cookies.delete(name, { path: '/' });
}
