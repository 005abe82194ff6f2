// What another calendar does to the dates of an open case. Pure.
import type { EffectView } from './edit-schema.ts';
import { addWorkingDays, workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import { dueOf } from '../cases/dates/due.ts';
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
};

export type Dates = Pick<OpenCase, 'dueOn' | 'dueBasis' | 'stageDueOn' | 'transferDueOn'>;
export type Moved = { row: OpenCase; after: Dates };

// The answer has been given: whether it was in time is settled.
const answered: ReadonlySet<Status> = new Set(['answered']);
// Before the department has said whether the matter is its own.
const undecided: ReadonlySet<Status> = new Set(['submitted', 'need_info', 'conduct_review', 'reopened']);

/** The dates of a case in another calendar than the one they were counted in; undefined when none of them moves. */
export function movedDates(before: Calendar, after: Calendar, row: OpenCase): Dates | undefined {
  const dueBasis = rebased(before, after, row);
  const shift = (from: string, on: string | null) => on && shifted(before, after, from, on);
  const dates = {
    dueBasis,
    dueOn: answered.has(row.status) ? row.dueOn : dueOf(after, dueBasis).on,
    stageDueOn: shift(row.enteredOn, row.stageDueOn),
    transferDueOn: undecided.has(row.status)
      ? shift(row.clockStartedOn, row.transferDueOn)
      : row.transferDueOn,
  };
  const same =
    dates.dueOn === row.dueOn &&
    dates.stageDueOn === row.stageDueOn &&
    dates.transferDueOn === row.transferDueOn;
  return same ? undefined : dates;
}

/** A date counted from a day keeps its number of working days, whatever the amount in force is by now. */
function shifted(before: Calendar, after: Calendar, from: string, on: string): string {
  return addWorkingDays(after, from, Math.max(0, workingDaysBetween(before, from, on))).on;
}

/** The basis with its pauses counted anew: a day that is off now was not a working day of the pause either. */
function rebased(before: Calendar, after: Calendar, { dueBasis, pauses }: OpenCase): DueBasis {
  if (!dueBasis.pausedDays || dueBasis.fixedOn) return dueBasis;
  const length = (calendar: Calendar, { from, to }: { from: string; to: string }) =>
    Math.max(0, workingDaysBetween(calendar, from, to));
  const difference = pauses
    .filter(({ from }) => from >= dueBasis.from)
    .reduce((sum, pause) => sum + length(after, pause) - length(before, pause), 0);
  return { ...dueBasis, pausedDays: Math.max(0, dueBasis.pausedDays + difference) };
}

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
