// Dates and times as people in Việt Nam write them.
import type { Nearness } from '../../../api/cases/dates/lateness.ts';
import { localDate, momentWords, vietnameseDate } from '../../../api/dates/dates.ts';
import { twoFigures } from '../../../api/text/numbers.ts';

/** `2026-11-21T03:05:00Z` -> `10:05 ngày 21/11/2026`, in Asia/Ho_Chi_Minh. */
export const momentOf = (instant: string): string => momentWords(new Date(instant));

/** `2026-11-21T03:05:00Z` -> `Công khai ngày 21/11/2026`, in Asia/Ho_Chi_Minh: the hour helps nobody. */
export const publishedWords = (instant: string): string =>
  `Công khai ngày ${vietnameseDate(localDate(new Date(instant)))}`;

/** Days left as words: 3 -> `còn 03 ngày làm việc`, 0 -> `hạn hôm nay`, -2 -> `quá hạn 02 ngày làm việc`. */
export function daysLeftWords(days: number): string {
  if (days === 0) return 'hạn hôm nay';
  return days > 0 ? `còn ${twoFigures(days)} ngày làm việc` : `quá hạn ${twoFigures(-days)} ngày làm việc`;
}

/** How long an answer took: 0 -> `Trả lời trong ngày`, 5 -> `Trả lời sau 05 ngày làm việc`. */
export const takenWords = (days: number): string =>
  days === 0 ? 'Trả lời trong ngày' : `Trả lời sau ${twoFigures(days)} ngày làm việc`;

/** `2026-11` -> `tháng 11/2026`. */
export const monthWords = (month: string): string => `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;

const tones = { late: 'danger', today: 'warning', near: 'warning', soon: 'info' } as const;

/** The tone of a tag that says how near a date is. */
export const toneOf = (nearness: Nearness) => (nearness === null ? 'neutral' : tones[nearness]);
