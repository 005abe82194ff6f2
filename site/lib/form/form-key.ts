// What makes a letter one letter: the same form, gone back to and sent again, carries the same key as before.
import type { APIContext } from 'astro';
import { deleteCookie, readCookie, setCookie } from './cookies.ts';

const name = 'phieu';
const path = '/phan-anh';
const minutes = 30;

type Page = Pick<APIContext, 'cookies' | 'locals'>;

/** The key in the posted form, else the one this browser was given lately, else a new one; kept for half an hour. */
export function formKeyOf(page: Page, posted: string | undefined): string {
  const key = posted || readCookie(page, name) || crypto.randomUUID();
  setCookie(page, name, key, { path, minutes, sameSite: 'lax' });
  return key;
}

export function forgetFormKey(page: Page): void {
  deleteCookie(page, name, path);
}

/** The idempotency key of what is said in a form: the same words give the same key, other words another. */
export async function letterKey(formKey: string, said: object): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([formKey, said]));
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
}
