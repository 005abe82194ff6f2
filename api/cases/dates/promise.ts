// The dates that a case is promised when it comes in, and what follows them. Pure.
import { addWorkingDays, type Calendar } from '../../calendar/working-days.ts';
import type { DueBasis } from '../tables.ts';
import { dueOf } from './due.ts';

/** Working days of each stage, as they are in force. */
export type StageDays = { triage: number; transfer: number };

/**
 * The dates of a case whose clock starts on `basis.from` (a date in Asia/Ho_Chi_Minh): the answer with its count, the
 * last day of classifying and of handing it to another body.
 */
export function openingDates(calendar: Calendar, basis: DueBasis, { triage, transfer }: StageDays) {
  // What was split off waited with the letter that it came in.
  const { pausedDays: paused = 0 } = basis;
  return {
    due: dueOf(calendar, basis),
    stageDueOn: addWorkingDays(calendar, basis.from, triage + paused).on,
    transferDueOn: addWorkingDays(calendar, basis.from, transfer + paused).on,
  };
}
