// Counting calendar days ("ngày" without "làm việc"), as for khiếu nại and tố cáo. Pure.
import { dateOf } from '../dates/dates.ts';
import { describeCalendarDays } from './describe.ts';
import type { DueView } from './schema.ts';
import { type Calendar, explainDay, isCertain, isWorking, startDay } from './working-days.ts';

/**
 * The date `n` calendar days after `from`: the first day is the one after it (khoản 2 Điều 147 Bộ luật Dân sự 2015);
 * a last day that is a day off gives way to the next working day (khoản 5 Điều 148).
 * Takes dates of 2000-2099 and 0 to 400 days, else throws a RangeError.
 */
export function addCalendarDays(calendar: Calendar, from: string, n: number): DueView {
  const start = startDay(from, n);
  let end = start + n;
  while (!isWorking(calendar, end)) end += 1;
  const explanation = Array.from({ length: end - start }, (_, index) =>
    explainDay(calendar, start + index + 1, index < n ? index + 1 : null),
  );
  const deciding = Array.from({ length: end - start - n + 1 }, (_, index) =>
    explainDay(calendar, start + n + index, null),
  );
  return {
    on: dateOf(end),
    explanation,
    summary: describeCalendarDays(calendar.publishedYears, from, n, deciding),
    certain: deciding.every((day) => isCertain(calendar, day)),
  };
}
