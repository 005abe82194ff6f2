// Counting working days: a date and the day-by-day account of it come from one walk over the calendar. Pure.
import { dateOf, dayNumber, isWeekend, weekdayName } from '../dates/dates.ts';
import { describeWorkingDays } from './describe.ts';
import { firstDate, lastDate, statutoryDaysOff } from './holidays.ts';
import type { CalendarDay, DueView, ExplainedDay } from './schema.ts';

/** More than this is not counted: no text sets a longer term. */
export const mostDays = 400;

/** Days keyed by day number; `publishedYears` are those of which days were entered. */
export type Calendar = {
  readonly days: ReadonlyMap<number, CalendarDay>;
  readonly publishedYears: ReadonlySet<number>;
};

const yearOf = (date: string) => Number(date.slice(0, 4));

// Two years more than can be counted from, so that the longest count still ends among known holidays.
const statutory = Array.from({ length: yearOf(lastDate) - yearOf(firstDate) + 3 }, (_, index) =>
  statutoryDaysOff(yearOf(firstDate) + index),
).flat();

/**
 * The calendar of the given days on top of the fixed-date holidays, which hold in every year; a given day
 * overrules them. A year without any given day is unpublished: it is counted with weekends and fixed-date
 * holidays only, and what is counted in it is not certain. `overruling` days win over all and publish no year.
 */
export function buildCalendar(
  days: readonly CalendarDay[],
  overruling: readonly CalendarDay[] = [],
): Calendar {
  return {
    days: new Map([...statutory, ...days, ...overruling].map((day) => [dayNumber(day.date), day])),
    publishedYears: new Set(days.map(({ date }) => yearOf(date))),
  };
}

/** Whether a date ("YYYY-MM-DD") is a working day: Monday to Friday except days off, and make-up Saturdays. */
export function isWorkingDay(calendar: Calendar, date: string): boolean {
  return isWorking(calendar, dayNumber(date));
}

/** The same for a day number. */
export function isWorking({ days }: Calendar, day: number): boolean {
  const listed = days.get(day);
  return listed ? listed.kind === 'work' : !isWeekend(day);
}

/**
 * The date `n` working days after `from`: day 1 is the first working day after it, whatever day `from` is
 * (khoản 2 Điều 147 Bộ luật Dân sự 2015). `n` 0 is `from` itself, or the next working day when `from` is a day off
 * (khoản 5 Điều 148). Takes dates of 2000-2099 and 0 to 400 days, else throws a RangeError.
 */
export function addWorkingDays(calendar: Calendar, from: string, n: number): DueView {
  const explanation: ExplainedDay[] = [];
  let day = startDay(from, n);
  let counted = 0;
  while (counted < n || !isWorking(calendar, day)) {
    day += 1;
    const counts = isWorking(calendar, day);
    if (counts && counted < n) counted += 1;
    explanation.push(explainDay(calendar, day, counts ? counted : null));
  }
  return {
    on: dateOf(day),
    explanation,
    summary: describeWorkingDays(calendar.publishedYears, from, n, explanation),
    certain: explanation.every((explained) => isCertain(calendar, explained)),
  };
}

/** The day number that a period of `n` days starts from. Throws a RangeError outside 2000-2099 and 0 to 400. */
export function startDay(from: string, n: number): number {
  const day = dayNumber(from);
  if (from < firstDate || from > lastDate)
    throw new RangeError(`Chỉ tính từ ngày của năm 2000 đến 2099: ${from}`);
  if (!Number.isInteger(n) || n < 0 || n > mostDays)
    throw new RangeError(`Số ngày phải là số nguyên từ 0 đến ${mostDays}: ${n}`);
  return day;
}

/** One line of the account: the day number as a date, what it counts as, and why it is no ordinary day. */
export function explainDay({ days }: Calendar, day: number, counted: number | null): ExplainedDay {
  const shown = { date: dateOf(day), weekday: weekdayName(day), counted };
  const listed = days.get(day);
  if (!listed) return isWeekend(day) ? { ...shown, reason: shown.weekday } : shown;
  const { reason, certainty } = listed;
  return { ...shown, reason: certainty === 'expected' ? `${reason} (dự kiến)` : reason, certainty };
}

/** Whether nothing about this day may still change. */
export function isCertain({ publishedYears }: Calendar, { date, certainty }: ExplainedDay): boolean {
  return certainty !== 'expected' && publishedYears.has(yearOf(date));
}

/**
 * Working days from `today` to `due`: those left (today not counted, the due day counted), 0 on the due day.
 * Past it, negative: the working days begun since, at least -1, so that a weekend after the due day is late too.
 */
export function workingDaysBetween(calendar: Calendar, today: string, due: string): number {
  const [now, end] = [dayNumber(today), dayNumber(due)];
  if (now === end) return 0;
  let count = 0;
  for (let day = Math.min(now, end) + 1; day <= Math.max(now, end); day += 1)
    if (isWorking(calendar, day)) count += 1;
  return now < end ? count : -Math.max(1, count);
}

/** The last working day before a date: what "trước ngày X" asks for by custom (no text says so). */
export function lastWorkingDayBefore(calendar: Calendar, date: string): string {
  let day = dayNumber(date) - 1;
  while (!isWorking(calendar, day)) day -= 1;
  return dateOf(day);
}
