// What another calendar does to the dates of an open case. Pure.
import type { EffectView } from './edit-schema.ts';
import { addWorkingDays, workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import { dueOf, pauseLength } from '../cases/dates/due.ts';
import { isRunning } from '../cases/dates/duties.ts';
import type { Status } from '../cases/lifecycle.ts';
import type { DueBasis } from '../cases/tables.ts';

/** An open case; all dates are "YYYY-MM-DD" in Asia/Ho_Chi_Minh. */
export type OpenCase = {
  id: string;
  number: string;
  status: Status;
  restricted: boolean;
  version: number;
  clockStartedOn: string;
  dueOn: string;
  dueBasis: DueBasis;
  stageDueOn: string | null;
  transferDueOn: string | null;
  /** When its present state was entered. */
  enteredOn: string;
  /** The pauses that have ended. */
  pauses: readonly { from: string; to: string }[];
  /** Those of the letter that it was split off from. */
  sharedPauses: readonly { from: string; to: string }[];
};

export type Dates = Pick<OpenCase, 'dueOn' | 'dueBasis' | 'stageDueOn' | 'transferDueOn'>;
export type Moved = { row: OpenCase; after: Dates };

/** The dates of a case in another calendar than the one they were counted in; undefined when none of them moves. */
export function movedDates(before: Calendar, after: Calendar, row: OpenCase): Dates | undefined {
  const difference = pauseDifference(before, after, row);
  const dueBasis = rebased(row.dueBasis, difference);
  const shift = (from: string, on: string | null, more = 0) => on && shifted(before, after, from, on, more);
  const dates = {
    dueBasis,
    dueOn: isRunning(row.status, 'answer') ? dueOf(after, dueBasis).on : row.dueOn,
    stageDueOn: shift(row.enteredOn, row.stageDueOn),
    transferDueOn: isRunning(row.status, 'transfer')
      ? shift(row.clockStartedOn, row.transferDueOn, difference)
      : row.transferDueOn,
  };
  const same =
    dates.dueOn === row.dueOn &&
    dates.stageDueOn === row.stageDueOn &&
    dates.transferDueOn === row.transferDueOn;
  return same ? undefined : dates;
}

/**
 * A date counted from a day keeps its number of working days, whatever the amount in force is by now; `more` is what the
 * pauses within it have grown by.
 */
function shifted(before: Calendar, after: Calendar, from: string, on: string, more: number): string {
  return addWorkingDays(after, from, Math.max(0, workingDaysBetween(before, from, on) + more)).on;
}

/** By how many working days the pauses of this clock grow: a day that is off now was none of the pause either. */
function pauseDifference(
  before: Calendar,
  after: Calendar,
  { dueBasis, pauses, sharedPauses }: OpenCase,
): number {
  if (!dueBasis.pausedDays) return 0;
  return [...sharedPauses, ...pauses]
    .filter(({ from }) => from >= dueBasis.from)
    .reduce((sum, { from, to }) => sum + pauseLength(after, from, to) - pauseLength(before, from, to), 0);
}

/** The basis with its pauses counted anew. */
const rebased = (basis: DueBasis, difference: number): DueBasis =>
  basis.pausedDays && !basis.fixedOn
    ? { ...basis, pausedDays: Math.max(0, basis.pausedDays + difference) }
    : basis;

/** Every open case whose dates move, in the order of the given rows. */
export function effectOf(before: Calendar, after: Calendar, rows: readonly OpenCase[]): Moved[] {
  return rows.flatMap((row) => {
    const dates = movedDates(before, after, row);
    return dates ? [{ row, after: dates }] : [];
  });
}

/** The counts that are shown before any list; `open` is how many cases were looked at. */
export function countEffect(open: number, moved: readonly Moved[]): EffectView['counts'] {
  const later = moved.filter(({ row, after }) => after.dueOn > row.dueOn).length;
  const earlier = moved.filter(({ row, after }) => after.dueOn < row.dueOn).length;
  return { open, changed: moved.length, later, earlier, stageOnly: moved.length - later - earlier };
}
