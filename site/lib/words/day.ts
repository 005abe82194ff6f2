// Days and moments in the language of a page; a day as YYYY-MM-DD, an instant in ISO 8601, both told as in Việt Nam.
import { clockOf, localDate, vietnameseDate } from '../../../api/dates/dates.ts';
import type { Language } from '../../../api/languages/language.ts';
import { momentOf } from './when.ts';

const english = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `2026-11-21` -> `21/11/2026`, `21 November 2026`. */
export const dayIn = (language: Language, date: string): string =>
  language === 'en' ? english.format(new Date(`${date}T00:00:00Z`)) : vietnameseDate(date);

/** `2026-11-21T03:05:00Z` -> `10:05 ngày 21/11/2026`, `10:05 (Vietnam time) on 21 November 2026`. */
export function momentIn(language: Language, instant: string): string {
  if (language === 'vi') return momentOf(instant);
  const at = new Date(instant);
  return `${clockOf(at)} (Vietnam time) on ${dayIn('en', localDate(at))}`;
}
