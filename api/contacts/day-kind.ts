// What a date is for opening hours, by the working-day calendar. Pure.
import { dateOf, dayNumber, isWeekend } from '../dates/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { DayKind } from './opening.ts';

/** A listed day off is a holiday also on a weekend; a listed working day on a weekend is a make-up day. */
export function dayKindIn({ days }: Calendar, date: string): DayKind {
  const day = dayNumber(date);
  const listed = days.get(day)?.kind;
  if (listed === 'off') return 'holiday';
  if (!isWeekend(day)) return 'working';
  return listed === 'work' ? 'make-up' : 'weekend';
}

/** Whether what the calendar says of each date from `from` to `to` is decided or announced, not merely expected. */
export function isCertainBetween({ days, publishedYears }: Calendar, from: string, to: string): boolean {
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1)
    if (days.get(day)?.certainty === 'expected' || !publishedYears.has(Number(dateOf(day).slice(0, 4))))
      return false;
  return true;
}
