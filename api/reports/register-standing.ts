// How the cases of a register stand: their answers in order, and how many of them are in each state on a day. Pure.
import { vietnameseDate } from '../dates/dates.ts';
import { standingOf, type Spell } from '../cases/standing.ts';
import { lowerFirst } from '../text/lower-first.ts';
import type { ListedCase } from './frozen.ts';
import { caseStateLabels } from './labels.ts';
import type { ReportPeriod } from './period.ts';

export type StandingState = ListedCase['state'];
/** An answer and, where the case was taken up again after it, on which day; days in Việt Nam. */
export type GivenAnswer = { on: string; againOn: string | null };

/** The answers of the department to a case, oldest first. */
export const answersOf = (spells: readonly Spell[]): GivenAnswer[] =>
  spells.flatMap(({ ending, endedOn }, index) =>
    ending === 'answered' && endedOn !== null
      ? [{ on: endedOn, againOn: spells[index + 1]?.startedOn ?? null }]
      : [],
  );

/** The state of a case received in a period at the end of a day. */
export function stateOn(spells: readonly Spell[], { from }: ReportPeriod, day: string): StandingState {
  return standingOf(spells, { from, to: day })?.ending ?? 'open';
}

const order = Object.keys(caseStateLabels) as StandingState[];

/** States counted, for as many lines as are read; `withheld`: lines of which only number and day are told. */
export type Tally = { states: Partial<Record<StandingState, number>>; withheld: number };
export const noTally = (): Tally => ({ states: {}, withheld: 0 });

/** Adds lines to a tally; null: withheld. */
export function addTo(tally: Tally, states: readonly (StandingState | null)[]): void {
  for (const state of states)
    if (state === null) tally.withheld += 1;
    else tally.states[state] = (tally.states[state] ?? 0) + 1;
}

/** `Đến hết ngày 31/3/2026, trong 5 hồ sơ nhận trong kỳ: 3 đã trả lời, 2 đang xử lý.` */
export function tallyWords({ states, withheld }: Tally, day: string): string {
  const found = order.flatMap((state) => {
    const n = states[state] ?? 0;
    return n > 0 ? [{ n, words: lowerFirst(caseStateLabels[state]) }] : [];
  });
  const all = found.reduce((sum, { n }) => sum + n, withheld);
  const parts = found.map(({ n, words }) => `${n} ${words}`);
  if (withheld > 0) parts.push(`${withheld} chỉ ghi mã và ngày nhận`);
  return `Đến hết ngày ${vietnameseDate(day)}, trong ${all} hồ sơ nhận trong kỳ: ${parts.join(', ')}. Hồ sơ được mở lại sau khi trả lời tính là đang xử lý, cho đến khi trả lời lại.`;
}
