// The monthly sums that a round is part of: which month, which group, which measure. Pure.
import type { Round } from './facts.ts';

export const measures = [
  'received',
  'continued',
  'returned',
  'answeredOnTime',
  'answeredLate',
  'answeredExtended',
  'transferredOnTime',
  'transferredLate',
  'refusedOnTime',
  'refusedLate',
  'guidedOnTime',
  'guidedLate',
  'withdrawn',
  'lapsed',
  'merged',
  'pausedRounds',
  'pausedDays',
  'publishedOnTime',
  'publishedLate',
  'keptPrivate',
  'satisfied',
  'acceptable',
  'dissatisfied',
] as const;
export type Measure = (typeof measures)[number];
export type Sums = Record<Measure, number>;

export const dimensions = ['all', 'track', 'content', 'channel', 'field', 'unit', 'procedure'] as const;
export type Dimension = (typeof dimensions)[number];

/** The key of rounds that have none in a dimension: no unit yet, no procedure named. */
export const noKey = 'none';

export type Cell = Sums & { month: string; dimension: Dimension; key: string };
export type Duration = { month: string; dimension: Dimension; key: string; workingDays: number; n: number };
export type Summary = { cells: Map<string, Cell>; durations: Map<string, Duration> };

export const noSums = (): Sums => Object.fromEntries(measures.map((measure) => [measure, 0])) as Sums;
export const emptySummary = (): Summary => ({ cells: new Map(), durations: new Map() });

/**
 * The key of what is open or was guided out. Nothing tells one from the other: had an open letter a group of its own, it
 * would be missing there on the day it is recognised as a denunciation (điểm a khoản 3 Điều 8 Luật Tố cáo).
 */
export const pendingKey = 'pending';
export const isPending = ({ endedOn, ending }: Pick<Round, 'endedOn' | 'ending'>): boolean =>
  endedOn === null || ending === null || ending === 'guided';

const pendingKeys = dimensions.map((name): [Dimension, string] => [
  name,
  name === 'all' ? 'all' : pendingKey,
]);
const keysOf = (round: Round): [Dimension, string][] => (isPending(round) ? pendingKeys : ownKeys(round));
const ownKeys = (round: Round): [Dimension, string][] => [
  ['all', 'all'],
  ['track', round.track],
  ['content', round.content],
  ['channel', round.channel],
  ['field', round.field],
  ['unit', round.unit ?? noKey],
  ['procedure', round.procedure ?? noKey],
];

/**
 * Adds (or, with -1, takes away) a round. Starts count in the month in which they happened; everything else in the
 * month in which the round ended, so that publication and rating stand beside the answers they belong to.
 */
export function count(summary: Summary, round: Round, sign: 1 | -1 = 1): void {
  const { startedOn, endedOn } = round;
  const ended = endMeasures(round);
  for (const [dimension, key] of keysOf(round)) {
    bump(summary, startedOn.slice(0, 7), dimension, key, [[startMeasure(round), sign]]);
    if (endedOn === null) continue;
    const month = endedOn.slice(0, 7);
    bump(
      summary,
      month,
      dimension,
      key,
      ended.map(([measure, n]) => [measure, n * sign]),
    );
    if (round.ending !== 'answered' || round.workingDays === null) continue;
    const id = `${month}\n${dimension}\n${key}\n${round.workingDays}`;
    const duration = summary.durations.get(id);
    if (duration) duration.n += sign;
    else summary.durations.set(id, { month, dimension, key, workingDays: round.workingDays, n: sign });
  }
}

function bump(
  { cells }: Summary,
  month: string,
  dimension: Dimension,
  key: string,
  changes: [Measure, number][],
): void {
  const id = `${month}\n${dimension}\n${key}`;
  const cell = cells.get(id) ?? { month, dimension, key, ...noSums() };
  cells.set(id, cell);
  for (const [measure, n] of changes) cell[measure] += n;
}

/** What the ends of some handlings come to, whatever their group and month. */
export function endsOf(rounds: readonly Round[]): Sums {
  const sums = noSums();
  for (const round of rounds) for (const [measure, n] of endMeasures(round)) sums[measure] += n;
  return sums;
}

const startMeasure = ({ start }: Round): Measure =>
  start === 'new' ? 'received' : start === 'continued' ? 'continued' : 'returned';

function endMeasures(round: Round): [Measure, number][] {
  const { ending, onTime, pauses, pausedDays } = round;
  const changes: [Measure, number][] =
    pauses > 0 && ending !== 'guided'
      ? [
          ['pausedRounds', 1],
          ['pausedDays', pausedDays],
        ]
      : [];
  if (ending === 'withdrawn' || ending === 'lapsed' || ending === 'merged') changes.push([ending, 1]);
  else if (ending !== null) changes.push([`${ending}${onTime ? 'OnTime' : 'Late'}`, 1]);
  if (ending !== 'answered' || round.endedOn === null) return changes;
  // Late by the law, and within what the office extended it to.
  if (onTime === false && round.extended && round.endedOn <= round.dueOn)
    changes.push(['answeredExtended', 1]);
  if (round.rating) changes.push([round.rating, 1]);
  if (round.publishedOn !== null && round.publishDueOn !== null)
    changes.push([round.publishedOn <= round.publishDueOn ? 'publishedOnTime' : 'publishedLate', 1]);
  else if (round.privateOn !== null) changes.push(['keptPrivate', 1]);
  return changes;
}
