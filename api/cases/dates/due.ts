// A due date with the count of days behind it, from one computation. Pure.
import { vietnameseDate } from '../../dates/dates.ts';
import type { DueView } from '../../calendar/schema.ts';
import { addWorkingDays, workingDaysBetween, type Calendar } from '../../calendar/working-days.ts';
import type { DueBasis } from '../tables.ts';
import { twoFigures } from '../../text/numbers.ts';

// The cases of a day share their count.
const counted = new WeakMap<Calendar, Map<string, DueView>>();
const mostCounted = 1_000;

function count(calendar: Calendar, from: string, days: number): DueView {
  const known = counted.get(calendar) ?? new Map<string, DueView>();
  counted.set(calendar, known);
  const key = `${from} ${days}`;
  const due = known.get(key) ?? addWorkingDays(calendar, from, days);
  if (known.size >= mostCounted) known.clear();
  known.set(key, due);
  return due;
}

/**
 * Recounts a stored basis in a calendar: day 0 is a date in Asia/Ho_Chi_Minh; the days of a pause and of the one
 * extension are added as working days. A day that a forwarding authority has set rules and is only counted out.
 */
export function dueOf(calendar: Calendar, basis: DueBasis): DueView {
  const { from, workingDays, pausedDays = 0, extensionDays = 0, fixedOn } = basis;
  if (fixedOn) return fixedDue(calendar, from, fixedOn);
  const due = count(calendar, from, workingDays + pausedDays + extensionDays);
  const added = [
    ...(pausedDays > 0 ? [`${twoFigures(pausedDays)} ngày tạm dừng chờ bổ sung`] : []),
    ...(extensionDays > 0 ? [`${twoFigures(extensionDays)} ngày gia hạn`] : []),
  ];
  return added.length === 0
    ? due
    : {
        ...due,
        summary: `${due.summary} Gồm ${twoFigures(workingDays)} ngày theo thời hạn, ${added.join(', ')}.`,
      };
}

function fixedDue(calendar: Calendar, from: string, fixedOn: string): DueView {
  const days = Math.max(0, workingDaysBetween(calendar, from, fixedOn));
  const { explanation } = addWorkingDays(calendar, from, days);
  return {
    on: fixedOn,
    explanation: explanation.filter(({ date }) => date <= fixedOn),
    summary: `Hạn ${vietnameseDate(fixedOn)} do cơ quan chuyển đặt, còn ${twoFigures(days)} ngày làm việc kể từ sau ngày chuyển ${vietnameseDate(from)}.`,
    certain: true,
  };
}

/** The basis after a pause from `pausedOn` to `today`: the working days in between are given back. */
export function afterPause(calendar: Calendar, basis: DueBasis, pausedOn: string, today: string): DueBasis {
  const paused = pauseLength(calendar, pausedOn, today);
  return { ...basis, pausedDays: (basis.pausedDays ?? 0) + paused };
}

/** The working days of a pause. */
export const pauseLength = (calendar: Calendar, from: string, to: string): number =>
  Math.max(0, workingDaysBetween(calendar, from, to));

/**
 * The last day for a transfer after the same pause: this clock, too, stands still while the sender is asked, so that
 * what was in time stays in time, and what was late stays late.
 */
export function limitAfterPause(
  calendar: Calendar,
  transferDueOn: string | null,
  pausedOn: string,
  today: string,
): string | null {
  const paused = pauseLength(calendar, pausedOn, today);
  return transferDueOn === null || paused === 0
    ? transferDueOn
    : addWorkingDays(calendar, transferDueOn, paused).on;
}
