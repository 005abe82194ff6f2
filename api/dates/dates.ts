// Dates as "YYYY-MM-DD" in Asia/Ho_Chi_Minh (UTC+7 all year); arithmetic on day numbers, never on local clocks. Pure.
import { dayMs, hourMs } from './lengths.ts';
const utcOffsetMs = 7 * hourMs;

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;

/** The date in Việt Nam at an instant: 2026-12-31T17:00:00Z -> '2027-01-01'. Throws a RangeError for an invalid Date. */
export function localDate(instant: Date): string {
  return new Date(instant.getTime() + utcOffsetMs).toISOString().slice(0, 10);
}

/** The time of day in Việt Nam at an instant: 2026-12-31T17:05:00Z -> '00:05'. */
export const clockOf = (instant: Date): string =>
  new Date(instant.getTime() + utcOffsetMs).toISOString().slice(11, 16);

/** Days since 1970-01-01 of a date. Throws a RangeError for what is no date. */
export function dayNumber(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(ms) || dateOf(ms / dayMs) !== date) throw new RangeError(`Không phải một ngày: ${date}`);
  return ms / dayMs;
}

/** The date of a day number. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 0 (Sunday) to 6 (Saturday) of a day number; day 0 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Whether a day number is a Saturday or a Sunday. */
export const isWeekend = (day: number): boolean => weekdayOf(day) % 6 === 0;

/** `Thứ Hai` … `Chủ nhật` of a day number. */
export const weekdayName = (day: number): string => weekdays[weekdayOf(day)] ?? '';

/**
 * `2026-01-05` -> `05/01/2026`, `2026-07-01` -> `01/7/2026`: a nought before days 1-9 and before months 1 and 2 only
 * (Nghị định số 30/2020/NĐ-CP, Phụ lục I). Throws a RangeError for what is no date.
 */
export function vietnameseDate(date: string): string {
  const [year = '', month = '', day = ''] = dateOf(dayNumber(date)).split('-');
  return `${day}/${Number(month) > 2 ? Number(month) : month}/${year}`;
}

/** `2026-11-21T03:05:00Z` -> `10:05 ngày 21/11/2026`, in Asia/Ho_Chi_Minh. Throws a RangeError for an invalid Date. */
export const momentWords = (instant: Date): string =>
  `${clockOf(instant)} ngày ${vietnameseDate(localDate(instant))}`;

/**
 * The same in English, `10:05 (Vietnam time) on 21 November 2026`: who reads it may be anywhere. Throws a RangeError for
 * an invalid Date.
 */
export const englishMoment = (instant: Date): string =>
  `${clockOf(instant)} (Vietnam time) on ${englishDate(localDate(instant))}`;

/**
 * `2026-07-05` -> `ngày 05 tháng 7 năm 2026`: a nought before days below ten and before months 1 and 2 only (Nghị định số
 * 30/2020/NĐ-CP, Phụ lục I, mục II.4). Throws a RangeError for what is no date.
 */
export function writtenDate(date: string): string {
  const [year = '', month = '', day = ''] = dateOf(dayNumber(date)).split('-');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/**
 * A date as people type it, `28/12/2026` or `28-12-2026`, as `2026-12-28`; anything else as it came, without spaces at
 * its ends. Whether there is such a day is not looked at.
 */
export function typedDate(text: string): string {
  const words = text.trim();
  const [, day = '', month = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words) ?? [];
  return year === undefined ? words : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026-07-05` -> `5 July 2026`. Throws a RangeError for what is no date. */
export function englishDate(date: string): string {
  const [year = '', month = '', day = ''] = dateOf(dayNumber(date)).split('-');
  return `${Number(day)} ${englishMonths[Number(month) - 1]} ${year}`;
}
