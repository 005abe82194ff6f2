// The lines of the open event file: what anybody needs to recompute the public figures, and nothing about persons. Pure.
import type { Calendar } from '../calendar/working-days.ts';
import { dateOf, dayNumber } from '../dates/dates.ts';
import { endsOf, type Cell, type Sums } from './cells.ts';
import type { Start } from '../cases/steps/step.ts';
import type { TakenUp } from './by-case.ts';
import type { Limits, Round } from './facts.ts';

export const openFileSchema = 'minh-bach/ho-so/v2';

export type OpenRound = Round & { publicId: string };
export type OpenLine = Record<string, unknown>;

const startNames: Record<Start, 'received' | 'continued' | 'returned'> = {
  new: 'received',
  continued: 'continued',
  returned: 'returned',
  reopened: 'returned',
  unmerged: 'returned',
};

/**
 * What is told by month only, one line each: that a letter came in, and that one was guided elsewhere (khiếu nại, tố
 * cáo, nội dung khác). A letter has no more than that line until its round has ended otherwise, so whatever it turns
 * out to be, no line of it is taken back, and none of the lines that follow tells which of the first ones it belongs to.
 */
export function countedLines(months: readonly Cell[]): OpenLine[] {
  return months.flatMap((cell) => {
    const { month } = cell;
    const many = (n: number, line: OpenLine) => Array.from({ length: n }, () => line);
    return [
      ...(['received', 'continued', 'returned'] as const).flatMap((event) =>
        many(cell[event], { event, month }),
      ),
      ...many(cell.guidedOnTime, { event: 'guided', month, onTime: true }),
      ...many(cell.guidedLate, { event: 'guided', month, onTime: false }),
    ];
  });
}

/**
 * The lines of a round that has ended otherwise than guided elsewhere. `month` is that of its end, `begun` that of its
 * start; `clock` is day 0 of the legal term. Days, never instants; no name or number that would join two lines. What
 * happens later adds a line and changes none. Ratings and procedures are in no line of a case.
 */
export function settledLines(round: OpenRound): OpenLine[] {
  const { endedOn, ending, startedOn, paused, pausedBefore, publishedOn, privateOn } = round;
  if (endedOn === null || ending === null || ending === 'guided') return [];
  const month = endedOn.slice(0, 7);
  const group = {
    track: round.track,
    content: round.content,
    channel: round.channel,
    field: round.field,
    unit: round.unit ?? 'none',
  };
  return [
    {
      event: ending,
      month,
      start: startNames[round.start],
      begun: startedOn.slice(0, 7),
      ...group,
      aboutProcedure: round.procedure !== null,
      clock: round.clockOn,
      on: endedOn,
      ...(paused.length > 0 && { pauses: paused }),
      // A number of days: the pauses themselves would tell which earlier line is of the same letter.
      ...(pausedBefore > 0 && { pausedBefore }),
      ...(ending === 'answered' && round.extended && { extendedTo: round.dueOn }),
    },
    ...(ending === 'answered' && publishedOn !== null
      ? [{ event: 'published', month, ...group, answered: endedOn, on: publishedOn }]
      : []),
    ...(ending === 'answered' && privateOn !== null && publishedOn === null
      ? [{ event: 'kept-private', month, ...group, answered: endedOn }]
      : []),
  ];
}

/**
 * What had ended and was taken up again, one line each, by months only: how it had ended, and in which month it was taken up
 * again. With it a period can be counted by case; no line says of which group or which earlier line it is.
 */
export function takenUpLines(takenUp: readonly TakenUp[]): OpenLine[] {
  const lines = takenUp.map((round) => {
    const sums = endsOf([round]);
    return {
      event: 'taken-up-again',
      month: round.againOn.slice(0, 7),
      start: startNames[round.againBy],
      of: round.ending,
      ended: round.endedOn?.slice(0, 7),
      ...(round.onTime !== null && { onTime: round.onTime }),
      ...(sums.answeredExtended === 1 && { extended: true }),
      ...(round.ending === 'answered' && { shown: shownAs(sums) }),
    };
  });
  // In an order that tells nothing of which of them are of the same letter.
  const text = (line: OpenLine) => JSON.stringify(line);
  return lines.toSorted((one, other) => (text(one) < text(other) ? -1 : 1));
}

function shownAs({ publishedOnTime, publishedLate, keptPrivate }: Sums) {
  if (publishedOnTime === 1) return 'in-time';
  if (publishedLate === 1) return 'late';
  return keptPrivate === 1 ? 'private' : null;
}

/** By what the days are counted: the terms, and each day that is not what its weekday says. */
export function countingLines(limits: Limits, calendar: Calendar, first: string, last: string): OpenLine[] {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  return [
    { event: 'limits', ...limits },
    ...[...calendar.days]
      .filter(([day]) => day >= from && day <= to)
      .toSorted(([one], [other]) => one - other)
      .map(([day, { kind }]) => ({ event: 'day', on: dateOf(day), works: kind === 'work' })),
  ];
}
