// How near a case is to its dates, and what it is late by: one reckoning for lists, pages and letters. Pure.
import { addWorkingDays, workingDaysBetween, type Calendar } from '../../calendar/working-days.ts';
import { dateOf, dayNumber } from '../../dates/dates.ts';
import type { Status } from '../lifecycle.ts';
import { duties, type DateName } from './duties.ts';

/** A case with its dates, each "YYYY-MM-DD" in Asia/Ho_Chi_Minh. */
export type Dated = {
  status: Status;
  dueOn: string;
  stageDueOn: string | null;
  transferDueOn: string | null;
  reviewDueOn: string | null;
};

export type Lateness = {
  /** The earliest date that binds; null when the office owes nothing. */
  nearestOn: string | null;
  /** Working days until that date: 0 where no working day is left, negative past it. */
  daysLeft: number | null;
  /** Past the 5 working days for a transfer (điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP), the matter still undecided. */
  lateByLaw: boolean;
  /** Past a day of the measuring rules (Quyết định số 766/QĐ-TTg), of the office itself, or of a forwarding authority. */
  lateByRule: boolean;
};

const columns = {
  stage: 'stageDueOn',
  answer: 'dueOn',
  transfer: 'transferDueOn',
  review: 'reviewDueOn',
} as const satisfies Record<DateName, keyof Dated>;

/** Whether a date is over on a day: it ends at 24:00, so that it is past from the next day on, working day or not. */
export const isPast = (date: string | null, today: string): boolean => date !== null && date < today;

/** The date that binds first; null when none does. */
export const nearestOf = (dated: Dated): string | null =>
  duties[dated.status].dates
    .map((name) => dated[columns[name]])
    .filter((date) => date !== null)
    .toSorted()[0] ?? null;

/** The lateness of a case on a day, `today` in Asia/Ho_Chi_Minh. */
export function latenessOf(calendar: Calendar, today: string, dated: Dated): Lateness {
  const nearestOn = nearestOf(dated);
  const past = duties[dated.status].dates.filter((name) => isPast(dated[columns[name]], today));
  return {
    nearestOn,
    daysLeft: nearestOn === null ? null : workingDaysBetween(calendar, today, nearestOn),
    lateByLaw: past.includes('transfer'),
    lateByRule: past.some((name) => name !== 'transfer'),
  };
}

/**
 * The last date to which at most so many working days are left: what is due `0` working days from a Friday may fall on
 * the Sunday after it.
 */
export function lastWithin(calendar: Calendar, today: string, workingDays: number): string {
  const due = workingDays === 0 ? today : addWorkingDays(calendar, today, workingDays).on;
  return dateOf(dayNumber(addWorkingDays(calendar, due, 1).on) - 1);
}

/** How many working days before a date the office wants to be told of it. */
export type WarningDays = { first: number; again: number };

/** `soon`: within the days of the first warning; `near`: of the second; null: more time, or nothing is owed. */
export type Nearness = 'late' | 'today' | 'near' | 'soon' | null;

/** How near a date is, by the working days left to it. */
export function nearnessOf(daysLeft: number | null, { first, again }: WarningDays): Nearness {
  if (daysLeft === null) return null;
  if (daysLeft <= 0) return daysLeft < 0 ? 'late' : 'today';
  if (daysLeft <= again) return 'near';
  return daysLeft <= first ? 'soon' : null;
}

/** Whether a letter tells of a date on a working day: on the days of the warnings, on the last day, and while it is late. */
export const isWarned = (daysLeft: number, { first, again }: WarningDays): boolean =>
  daysLeft <= 0 || daysLeft === first || daysLeft === again;

/** Whether the wait for a sender's supplement is over; a locked letter waits for its keeper, not for its sender. */
export const isWaitOver = (
  { status, stageDueOn, locked }: Pick<Dated, 'status' | 'stageDueOn'> & { locked: boolean },
  today: string,
): boolean => status === 'need_info' && !locked && isPast(stageDueOn, today);
