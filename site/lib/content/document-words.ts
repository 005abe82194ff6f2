// Sentences about a document that the list and its own page share.
import { vietnameseDate } from '../../../api/dates/dates.ts';
import type { Effect, LibraryDocument } from '../../../api/documents/schema.ts';

/** `ngày 08/6/2010`, or `năm 2020` where only the year is known; null where neither is. */
export function issuedWords({ issuedOn, year }: Pick<LibraryDocument, 'issuedOn' | 'year'>): string | null {
  if (issuedOn) return `ngày ${vietnameseDate(issuedOn)}`;
  return year === null ? null : `năm ${year}`;
}

export function effectTone({ state }: Pick<Effect, 'state'>): 'success' | 'danger' | 'warning' | 'neutral' {
  if (state === 'in-force') return 'success';
  if (state === 'replaced' || state === 'ended') return 'danger';
  return state === 'not-yet' ? 'warning' : 'neutral';
}
