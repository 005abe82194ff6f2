// The case that a visitor has open in this browser.
import type { APIContext } from 'astro';
import { forgetCookie, keepSealed, keptSealed } from '../form/cookies.ts';

type Page = Pick<APIContext, 'cookies' | 'locals'>;
export type OpenCase = { number: string; secret: string };

export const keepCase = (page: Page, { number, secret }: OpenCase): void =>
  keepSealed(page, 'case', { number, secret });

/** The open case; undefined when there is none, it was forged, or its time is over. */
export const openCase = (page: Page): OpenCase | undefined => keptSealed(page, 'case');

/** Also forgets the form's key, with which the same words would be given the same receipt again. */
export function forgetCase(page: Page): void {
  forgetCookie(page, 'form');
  forgetCookie(page, 'case');
}
