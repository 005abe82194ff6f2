// What an officer is shown once: kept for who made it, nobody else at the same machine is shown it.
import type { APIContext } from 'astro';
import { keepSealed, keptSealed } from './cookies.ts';

type Page = Pick<APIContext, 'cookies' | 'locals'>;
type Told = { number: string; secret: string; splitFrom?: string };

export const keepReceipt = (page: Page, officer: string, { number, secret, splitFrom }: Told): void =>
  keepSealed(page, 'receipt', { number, secret, splitFrom, officer });

export const keptReceipt = (page: Page, officer: string): Told | undefined =>
  own(keptSealed(page, 'receipt'), officer);

export const keepFeedKey = (page: Page, officer: string, feedKey: string): void =>
  keepSealed(page, 'feed', { feedKey, officer });

export const keptFeedKey = (page: Page, officer: string): string | undefined =>
  own(keptSealed(page, 'feed'), officer)?.feedKey;

const own = <Kept extends { officer: string }>(kept: Kept | undefined, officer: string): Kept | undefined =>
  kept?.officer === officer ? kept : undefined;
