// What a date is for opening hours, by the working-day calendar. Pure.
import { dayNumber, isWeekend } from '../calendar/dates.ts';
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
