// Days and moments in the language of a page; a day as YYYY-MM-DD, an instant in ISO 8601, both told as in Việt Nam.
import { englishDate, englishMoment, momentWords, vietnameseDate } from '../../../api/dates/dates.ts';
import type { Language } from '../../../api/languages/language.ts';

/** `2026-11-21` -> `21/11/2026`, `21 November 2026`. */
export const dayIn = (language: Language, date: string): string =>
  language === 'en' ? englishDate(date) : vietnameseDate(date);

/** `2026-11-21T03:05:00Z` -> `10:05 ngày 21/11/2026`, `10:05 (Vietnam time) on 21 November 2026`. */
export const momentIn = (language: Language, instant: string): string =>
  (language === 'en' ? englishMoment : momentWords)(new Date(instant));
