// A due date with the count of days behind it, from one computation. Pure.
import type { Calendar } from '../calendar/working-days.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { DueBasis } from './tables.ts';

export type Due = ReturnType<typeof addWorkingDays>;

/** Recounts a stored basis (day 0 in Asia/Ho_Chi_Minh, working days) in the calendar in force. */
export const dueOf = (calendar: Calendar, basis: DueBasis): Due =>
  addWorkingDays(calendar, basis.from, basis.workingDays);
