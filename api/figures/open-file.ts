// The lines of the open event file: what anybody needs to recompute the public figures, and nothing about persons. Pure.
import type { Round } from './facts.ts';

export const openFileSchema = 'minh-bach/ho-so/v1';

export type OpenRound = Round & { publicId: string };
export type OpenLine = Record<string, string | number | boolean | null>;

const startNames = {
  new: 'received',
  continued: 'continued',
  returned: 'returned',
  reopened: 'returned',
  unmerged: 'returned',
} as const;

/**
 * The lines of a round. Days, never instants; the case under a name that is not its number. A guided-out letter
 * (khiếu nại, tố cáo, nội dung khác) is counted by month only. The procedure is named where five cases or more of its
 * year have it; ratings are in no line of a case.
 */
export function openLines(
  round: OpenRound,
  isNamed: (procedure: string, year: string) => boolean,
): OpenLine[] {
  const { endedOn, ending, procedure } = round;
  const when = (on: string): OpenLine =>
    round.track === 'none'
      ? { month: on.slice(0, 7) }
      : { case: round.publicId, round: round.round, month: on.slice(0, 7), on };
  const group = {
    track: round.track,
    content: round.content,
    channel: round.channel,
    field: round.field,
    unit: round.unit ?? 'none',
  };
  const lines: OpenLine[] = [
    {
      event: startNames[round.start],
      ...when(round.startedOn),
      ...group,
      aboutProcedure: procedure !== null,
      ...(procedure !== null &&
        round.start === 'new' &&
        isNamed(procedure, round.startedOn.slice(0, 4)) && { procedure }),
    },
  ];
  if (endedOn === null || ending === null)
    return [
      ...lines,
      { event: 'open', ...when(round.startedOn), ...group, due: round.dueOn, waiting: round.waiting },
    ];
  lines.push({
    event: ending,
    ...when(endedOn),
    ...group,
    ...(ending === 'answered' && { due: round.dueOn }),
    ...(round.onTime !== null && { onTime: round.onTime }),
    ...(ending === 'answered' && { workingDays: round.workingDays }),
    ...(round.pauses > 0 && { pausedDays: round.pausedDays }),
    ...(ending === 'answered' && publication(round)),
  });
  return lines;
}

const publication = ({ publishDueOn, publishedOn, privateOn }: OpenRound) => ({
  publishDue: publishDueOn,
  published: publishedOn,
  keptPrivate: privateOn !== null && publishedOn === null,
});
