// The open event file from day to day: whatever happens to letters, lines are added and none is taken back or changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { dateOf, dayNumber } from '../../api/dates/dates.ts';
import { buildCalendar } from '../../api/calendar/working-days.ts';
import type { Status, StepName } from '../../api/cases/lifecycle.ts';
import { count, emptySummary, noSums } from '../../api/figures/cells.ts';
import { roundsOf, type History, type HistoryEvent, type Round } from '../../api/figures/facts.ts';
import { indicesOf } from '../../api/figures/indices.ts';
import { readFigures } from '../../api/figures/load.ts';
import { casesOf, takenUpIn } from '../../api/figures/by-case.ts';
import { daysOf } from '../../api/figures/period.ts';
import { standingOf } from '../../api/cases/standing.ts';
import type { Ending } from '../../api/cases/steps/step.ts';
import { countedLines, settledLines, takenUpLines } from '../../api/figures/open-file.ts';
import { addUp, figuresOf, stillOpen } from '../../api/figures/statistics.ts';
import { recompute } from '../recompute.ts';
import { lost } from '../support/reading/lines.ts';

const calendar = buildCalendar([]);
const limits = { answer: 15, refuse: 2, transfer: 5, publish: 2 };
const first = dayNumber('2026-01-05');

type Step = [step: StepName, from: Status, to: Status, data?: HistoryEvent['data']];
const classify = (contentCode: '5.1' | '5.2', procedure: string | null): Step => [
  'classify',
  'submitted',
  'submitted',
  {
    contentCode,
    track: contentCode === '5.1' ? 'conduct' : 'rule',
    procedure,
    field: procedure && 'Bưu chính',
  },
];
const guide: Step = ['guide-out', 'submitted', 'guided_out'];
const answer: Step[] = [
  ['accept', 'submitted', 'accepted'],
  ['assign', 'accepted', 'assigned', { unit: 'van-phong' }],
  ['approve', 'approving', 'answered'],
];
const publish: Step = ['publish', 'answered', 'published'];
const again: Step = ['continue', 'published', 'reopened'];
const ask: Step[] = [
  ['ask-supplement', 'submitted', 'need_info'],
  ['supply', 'need_info', 'submitted'],
];
// Also after acceptance, after a rejection that was reopened, and in the second round of an answered case.
const ways: Step[][] = [
  [guide],
  [classify('5.1', null), guide],
  [classify('5.2', '1.003633'), ...answer.slice(0, 2), guide],
  [...ask, guide],
  [classify('5.2', '1.003633'), ...answer, publish],
  [classify('5.1', null), ...ask, ...answer, publish, again, guide],
  [
    classify('5.2', null),
    ...answer,
    ['close-private', 'answered', 'closed_private'],
    again,
    classify('5.1', '1.003633'),
    guide,
  ],
  [
    ['reject', 'submitted', 'rejected'],
    ['reopen-rejected', 'rejected', 'submitted'],
    classify('5.1', null),
    guide,
  ],
  [['transfer', 'submitted', 'transferred'], ['return-transfer', 'transferred', 'submitted'], guide],
  [
    ['merge', 'submitted', 'merged'],
    ['unmerge', 'merged', 'submitted'],
    classify('5.2', '1.003633'),
    ...answer,
  ],
  [['withdraw', 'submitted', 'withdrawn' as Status]],
  [],
];

const anyCase = fc.record({
  way: fc.constantFrom(...ways),
  start: fc.nat(60),
  gaps: fc.array(fc.nat(20), { minLength: 12, maxLength: 12 }),
  channel: fc.constantFrom('web' as const, 'vp-ubnd' as const),
});
type Drawn = typeof anyCase extends fc.Arbitrary<infer One> ? One : never;

/** The history of a drawn case up to and including a day; undefined before it came in. */
function historyUpTo(one: Drawn, index: number, day: number): History | undefined {
  let at = first + one.start;
  const told: [number, Step][] = [[at, ['submit', 'draft', 'submitted']]];
  for (const [place, step] of one.way.entries()) told.push([(at += one.gaps[place] ?? 0), step]);
  const events = told
    .filter(([on]) => on <= day)
    .map(([on, [step, from, to, data = null]]): HistoryEvent => ({
      step,
      from,
      to,
      on: dateOf(on),
      dueBefore: '2026-12-31',
      dueAfter: '2026-12-31',
      data,
    }));
  if (events.length === 0) return undefined;
  // The row says what the case is classified as today.
  const now = events.findLast(({ step }) => step === 'classify')?.data;
  return {
    caseId: `case ${index}`,
    receivedOn: dateOf(first + one.start),
    channel: one.channel,
    track: now?.track ?? null,
    contentCode: now?.contentCode ?? '5.2',
    procedure: now?.procedure ?? null,
    field: now?.field ?? null,
    clockOn: dateOf(first + one.start),
    sharedPauses: [],
    rating: null,
    events,
  };
}

function linesOn(cases: readonly Drawn[], day: number): string[] {
  const rounds: Round[] = cases.flatMap((one, index) => {
    const history = historyUpTo(one, index, day);
    return history ? roundsOf(history, calendar, limits) : [];
  });
  const summary = emptySummary();
  for (const round of rounds) count(summary, round);
  const months = [...summary.cells.values()].filter(({ dimension }) => dimension === 'all');
  return [
    ...countedLines(months),
    ...takenUpLines(
      [...Map.groupBy(rounds, ({ caseId }) => caseId).values()].flatMap((own) =>
        takenUpIn(own, { first: '2000-01-01', last: '2099-12-31' }),
      ),
    ),
    ...rounds.flatMap((round) => settledLines({ ...round, publicId: round.caseId })),
  ].map((line) => JSON.stringify(line));
}

describe('two copies of the open file', () => {
  it('of neighbouring days differ by lines that were added, over months and for any letters', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1, maxLength: 8 }), (cases) => {
        let before: string[] = [];
        for (let day = first; day <= first + 200; day += 1) {
          const lines = linesOn(cases, day);
          expect(lost(before, lines)).toEqual([]);
          before = lines;
        }
      }),
      { numRuns: 12 },
    );
  });

  it('name nothing of a letter that was guided elsewhere, on no day, but two months', () => {
    const guided = ways.filter((way) => way.at(-1) === guide);
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...guided), (one, way) => {
        const last = linesOn([{ ...one, way }], first + 400);
        const earlier = linesOn([{ ...one, way: way.slice(0, -1) }], first + 400);
        const added = lost(last, earlier);
        expect(added).toHaveLength(1);
        expect(Object.keys(JSON.parse(added[0] ?? ''))).toEqual(['event', 'month', 'onTime']);
        expect(lost(earlier, last)).toEqual([]);
      }),
    );
  });
});

describe('a period by case', () => {
  const month = fc.constantFrom('2026-01', '2026-02', '2026-03', '2026-04');
  it('is each case once as it stands on the last day, by the sums, by the file alone and by the rule, and adds up', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1, maxLength: 8 }), month, month, (cases, one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one];
        const { first: start, last } = daysOf({ from, to });
        const rounds = cases.map((drawn, index) => {
          const history = historyUpTo(drawn, index, first + 400);
          return history ? roundsOf(history, calendar, limits) : [];
        });
        const summary = emptySummary();
        for (const round of rounds.flat()) count(summary, round);
        const months = [...summary.cells.values()].filter(({ dimension }) => dimension === 'all');
        const within = months.filter((cell) => cell.month >= from && cell.month <= to);
        const takenUp = rounds.flatMap((own) => takenUpIn(own, { first: start, last }));
        const bySums = casesOf({
          openAtStart: stillOpen(months.filter((cell) => cell.month < from)),
          total: figuresOf(addUp(within), new Map()),
          openAtEnd: stillOpen(months.filter((cell) => cell.month <= to)),
          takenUp,
        });
        const standing = rounds.flatMap((own) => standingOf(own, { from: start, to: last }) ?? []);
        const having = (ending: Ending | null) => standing.filter((its) => its.ending === ending).length;
        const byRule = {
          carried: standing.filter(({ arrival }) => arrival === 'carried').length,
          received: rounds.filter(([its]) => its && its.startedOn >= start && its.startedOn <= last).length,
          answered: having('answered'),
          transferred: having('transferred'),
          refused: having('refused'),
          guided: having('guided'),
          withdrawn: having('withdrawn'),
          lapsed: having('lapsed'),
          merged: having('merged'),
          open: having(null),
        };
        expect(bySums).toMatchObject(byRule);
        const { carried, received, takenUp: again } = bySums;
        expect(carried + received + again).toBe(standing.length);
        const lines = [
          { event: 'file', on: '2026-12-31' },
          { event: 'limits', ...limits },
        ];
        const file = [...lines.map((line) => JSON.stringify(line)), ...linesOn(cases, first + 400)].join(
          '\n',
        );
        expect(recompute(file, from, to)['cases']).toEqual(bySums);
      }),
      { numRuns: 60 },
    );
  });
});

it('a script that knows the file alone gives a reopened letter back the days that it waited before', () => {
  const way: Step[] = [
    ...ask,
    ['reject', 'submitted', 'rejected'],
    ['reopen-rejected', 'rejected', 'submitted'],
    ...answer,
  ];
  // Asked on 06/01, supplied on 13/01: five working days; answered on the twentieth working day, 02/02/2026.
  const one = { way, start: 0, gaps: [1, 7, 1, 1, 1, 1, 16], channel: 'web' } as Drawn;
  const lines = linesOn([one], first + 60);
  expect(lines.map((line) => JSON.parse(line) as object).at(-1)).toMatchObject({
    event: 'answered',
    clock: '2026-01-05',
    on: '2026-02-02',
    pausedBefore: 5,
  });
  const head = [
    { event: 'file', on: '2026-03-06' },
    { event: 'limits', ...limits },
  ].map((line) => JSON.stringify(line));
  expect(recompute([...head, ...lines].join('\n'), '2026-01', '2026-02').total).toMatchObject({
    answeredOnTime: 1,
    answeredLate: 0,
    median: 15,
    pausedRounds: 1,
    pausedDays: 5,
  });
});

describe('index 5.2', () => {
  it('counts an answer within its extension as late: 8 of 14, not 9', async () => {
    const told = (endedOn: string, isExtended: boolean): History => ({
      caseId: 'a',
      receivedOn: '2026-11-02',
      channel: 'web',
      track: 'rule',
      contentCode: '5.2',
      procedure: null,
      field: null,
      clockOn: '2026-11-02',
      sharedPauses: [],
      rating: null,
      events: [
        {
          step: 'submit',
          from: 'draft',
          to: 'submitted',
          on: '2026-11-02',
          dueBefore: null,
          dueAfter: '2026-11-23',
          data: null,
        },
        ...(isExtended
          ? [
              {
                step: 'extend',
                from: 'assigned',
                to: 'extended',
                on: '2026-11-16',
                dueBefore: '2026-11-23',
                dueAfter: '2026-12-01',
                data: null,
              } as const,
            ]
          : []),
        {
          step: 'approve',
          from: 'approving',
          to: 'answered',
          on: endedOn,
          dueBefore: isExtended ? '2026-12-01' : '2026-11-23',
          dueAfter: null,
          data: null,
        },
      ],
    });
    // The fifteenth working day after 02/11/2026 is 23/11; 24/11 is a day off, 25/11 the sixteenth working day.
    const histories = [
      ...Array.from({ length: 8 }, () => told('2026-11-20', false)),
      ...Array.from({ length: 5 }, () => told('2026-11-25', false)),
      told('2026-11-25', true),
    ];
    const summary = emptySummary();
    for (const history of histories)
      for (const round of roundsOf(history, calendar, limits)) count(summary, round);
    const total = figuresOf(
      addUp([...summary.cells.values()].filter(({ dimension }) => dimension === 'all')),
      new Map(),
    );
    expect(total).toMatchObject({ answered: 14, answeredOnTime: 8, answeredLate: 6, answeredExtended: 1 });
    const found = indicesOf((await readFigures(contentDir)).indices, {
      decisions: [],
      procedures: { complete: 0, all: 0 },
      total,
      conduct: 0,
      rule: 14,
      pendingReceived: 0,
      satisfaction: null,
      aboutProcedures: 0,
      dossiers: { rows: [], missing: [] },
    }).find(({ code }) => code === '5.2');
    expect(found).toMatchObject({ numerator: 8, denominator: 14 });
    expect(noSums()).toHaveProperty('answeredExtended', 0);
  });
});
