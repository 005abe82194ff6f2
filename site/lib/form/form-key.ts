// What makes a letter one letter: the same form, gone back to and sent again, carries the same key as before.
import type { APIContext } from 'astro';
import { readCookie, setCookie } from './cookies.ts';

type Page = Pick<APIContext, 'cookies' | 'locals'>;

/** The key in the posted form, else the one this browser was given lately, else a new one; kept for half an hour. */
export function formKeyOf(page: Page, posted: string | undefined): string {
  const key = posted || readCookie(page, 'form') || crypto.randomUUID();
  setCookie(page, 'form', key);
  return key;
}

/** The idempotency key of what is said in a form: the same words give the same key, other words another. */
export async function letterKey(formKey: string, said: object): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([formKey, said]));
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
}
