// A due date with the count of days behind it, from one computation. Pure.
import type { Calendar } from '../calendar/working-days.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { DueBasis } from './tables.ts';

export type Due = ReturnType<typeof addWorkingDays>;

// The cases of a day share their count.
const counted = new WeakMap<Calendar, Map<string, Due>>();
const mostCounted = 1_000;

/** Recounts a stored basis (day 0 in Asia/Ho_Chi_Minh, working days) in the calendar in force. */
export function dueOf(calendar: Calendar, { from, workingDays }: DueBasis): Due {
  const known = counted.get(calendar) ?? new Map<string, Due>();
  counted.set(calendar, known);
  const key = `${from} ${workingDays}`;
  const due = known.get(key) ?? addWorkingDays(calendar, from, workingDays);
  if (known.size >= mostCounted) known.clear();
  known.set(key, due);
  return due;
}
