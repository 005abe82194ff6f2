// The letter that is being written: it waits on the server, and this browser has its key.
import type { APIContext } from 'astro';
import type { Handed, OpenDraft } from '../../../api/drafts/draft.ts';
import { forgetCookie, readCookie, setCookie } from '../form/cookies.ts';
import type { FieldErrors, Values } from '../form/form.ts';
import { tokensOf } from '../form/uploads.ts';
import { carried, isSameLetter } from './submission.ts';

type Page = Pick<APIContext, 'cookies' | 'locals'>;

const newKey = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
const drafts = ({ locals }: Page) => locals.api.api.drafts;

/** The letter as it was left; `away` where it is there and cannot be opened for the moment. */
export async function openDraft(page: Page): Promise<OpenDraft | 'away' | undefined> {
  const key = readCookie(page, 'draft');
  if (!key) return undefined;
  const answer = await drafts(page).open.$post({ json: { key } });
  if (answer.ok) return await answer.json();
  const status: number = answer.status;
  return status === 429 || status >= 500 ? 'away' : undefined;
}

/** Keeps what was typed, and what was refused of it; false where it could not be kept, so that the page must show it. */
export async function keepDraft(page: Page, values: Values, errors: FieldErrors): Promise<boolean> {
  const key = readCookie(page, 'draft') ?? newKey();
  const answer = await drafts(page).$post({ json: { key, draft: { values: carried(values), errors } } });
  if (answer.ok) setCookie(page, 'draft', key);
  return answer.ok;
}

/**
 * Takes it away, and the files that waited with it. Of a letter that has gone to another device this one has an old page
 * at most: its files are the other's.
 */
export async function discardDraft(page: Page, values: Values): Promise<void> {
  const draft = await openDraft(page);
  const files = draft && draft !== 'away' ? [...tokensOf(draft.values), ...tokensOf(values)] : [];
  for (const token of new Set(files)) await page.locals.api.api.uploads.drop.$post({ json: { token } });
  await dropDraft(page);
}

/** The letter was sent: its draft goes. Another one, begun in another tab meanwhile, stays. */
export async function dropSentDraft(page: Page, sent: Values): Promise<void> {
  const draft = await openDraft(page);
  if (draft && draft !== 'away' && isSameLetter(draft.values, sent)) await dropDraft(page);
}

/** The code under which it waits for another device; undefined where that could not be. */
export async function handOver(page: Page): Promise<Handed | undefined> {
  const key = readCookie(page, 'draft');
  const answer = key && (await drafts(page)['hand-over'].$post({ json: { key } }));
  return answer && answer.ok ? await answer.json() : undefined;
}

/** The letter stays here; its code opens nothing any more. */
export async function callBack(page: Page): Promise<void> {
  const key = readCookie(page, 'draft');
  if (key) await drafts(page)['call-back'].$post({ json: { key } });
}

/**
 * The key under which this browser keeps what it takes over. It has it before it asks: an answer that is lost on the way
 * loses no letter.
 */
export function keyHere(page: Page): string {
  const key = readCookie(page, 'draft') ?? newKey();
  setCookie(page, 'draft', key);
  return key;
}

async function dropDraft(page: Page): Promise<void> {
  const key = readCookie(page, 'draft');
  if (!key) return;
  await drafts(page).drop.$post({ json: { key } });
  forgetCookie(page, 'draft');
}
