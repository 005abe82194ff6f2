// What the history of a case comes to in figures, on literal dates of November and December 2026.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCalendar, isWorkingDay } from '../../api/calendar/working-days.ts';
import { dateOf, dayNumber } from '../../api/dates/dates.ts';
import { roundsOf, type History, type HistoryEvent } from '../../api/figures/facts.ts';
import { quantile } from '../../api/figures/quantile.ts';

const calendar = buildCalendar([]);
const limits = { answer: 15, refuse: 2, transfer: 5, publish: 2 };

type Told = [on: string, step: HistoryEvent['step'], from: string, to: string, more?: Partial<HistoryEvent>];
function history(told: Told[], more: Partial<History> = {}): History {
  return {
    caseId: '01980000-0000-7000-8000-000000000001',
    receivedOn: told[0]?.[0] ?? '',
    channel: 'web',
    track: 'rule',
    contentCode: '5.2',
    procedure: '1.014445',
    field: 'Bưu chính',
    clockOn: told[0]?.[0] ?? '',
    sharedPauses: [],
    rating: null,
    ...more,
    events: told.map(([on, step, from, to, rest]) => ({
      on,
      step,
      from: from as never,
      to: to as never,
      dueBefore: '2026-12-14',
      dueAfter: '2026-12-14',
      data: null,
      ...rest,
    })),
  };
}
const of = (told: Told[], more?: Partial<History>) => roundsOf(history(told, more), calendar, limits);

const answered: Told[] = [
  ['2026-11-20', 'submit', 'draft', 'submitted', { dueBefore: null }],
  ['2026-11-24', 'classify', 'submitted', 'submitted'],
  ['2026-11-24', 'accept', 'submitted', 'accepted'],
  ['2026-11-25', 'assign', 'accepted', 'assigned', { data: { unit: 'van-phong' } }],
  ['2026-12-08', 'draft-reply', 'assigned', 'reply_draft'],
  ['2026-12-10', 'approve', 'approving', 'answered'],
];

describe('a case that was answered', () => {
  it('ends after 13 working days, in time, and is to be published within 2', () => {
    expect(of(answered)).toEqual([
      {
        caseId: '01980000-0000-7000-8000-000000000001',
        round: 1,
        start: 'new',
        startedOn: '2026-11-20',
        receivedOn: '2026-11-20',
        channel: 'web',
        track: 'rule',
        content: '5.2',
        field: 'Bưu chính',
        procedure: '1.014445',
        unit: 'van-phong',
        competence: 'ours',
        clockOn: '2026-11-20',
        dueOn: '2026-12-14',
        legalDueOn: '2026-12-14',
        extended: false,
        endedOn: '2026-12-10',
        ending: 'answered',
        onTime: true,
        workingDays: 13,
        waiting: false,
        pauses: 0,
        pausedDays: 0,
        paused: [],
        pausedBefore: 0,
        rating: null,
        publishDueOn: '2026-12-14',
        publishedOn: null,
        privateOn: null,
      },
    ]);
  });

  it('is late when it is approved on the day after its due date', () => {
    const late = [...answered.slice(0, -1), ['2026-12-15', 'approve', 'approving', 'answered']] as Told[];
    expect(of(late)[0]).toMatchObject({ onTime: false, workingDays: 16 });
  });

  it('is late by the law although the office extended it, and an extension makes a late answer no less late', () => {
    const extended = (...rest: Told[]): Told[] => [
      ...answered.slice(0, 4),
      ['2026-12-01', 'extend', 'assigned', 'extended', { dueAfter: '2026-12-21' }],
      ...rest,
    ];
    const approve = (on: string): Told => [
      on,
      'approve',
      'approving',
      'answered',
      { dueBefore: '2026-12-21' },
    ];
    expect(of(extended(approve('2026-12-15')))[0]).toMatchObject({
      onTime: false,
      workingDays: 16,
      extended: true,
      dueOn: '2026-12-21',
      legalDueOn: '2026-12-14',
    });
    expect(of(extended(approve('2026-12-14')))[0]).toMatchObject({ onTime: true, workingDays: 15 });
  });

  it('that a higher authority gave less time for is judged by the legal term too', () => {
    const ordered = answered.map((told): Told =>
      told[1] === 'approve' ? [told[0], told[1], told[2], told[3], { dueBefore: '2026-12-01' }] : told,
    );
    expect(of(ordered)[0]).toMatchObject({ onTime: true, dueOn: '2026-12-01', legalDueOn: '2026-12-14' });
  });

  it('keeps what it was classified as, whatever a later round makes of it', () => {
    const again: Told[] = [
      ...answered,
      ['2026-12-14', 'close-private', 'answered', 'closed_private'],
      ['2027-01-04', 'continue', 'closed_private', 'reopened'],
      [
        '2027-01-05',
        'classify',
        'submitted',
        'submitted',
        { data: { track: 'conduct', contentCode: '5.1', procedure: null } },
      ],
      ['2027-01-05', 'guide-out', 'submitted', 'guided_out'],
    ];
    const first: Told = [
      '2026-11-24',
      'classify',
      'submitted',
      'submitted',
      { data: { track: 'rule', contentCode: '5.3', procedure: '2.000058', field: 'TĐC' } },
    ];
    const told = again.map((one, index) => (index === 1 ? first : one));
    expect(of(told, { track: 'conduct', contentCode: '5.1', procedure: null, field: null })).toMatchObject([
      {
        track: 'rule',
        content: '5.3',
        procedure: '2.000058',
        field: 'TĐC',
        channel: 'web',
        unit: 'van-phong',
      },
      { track: 'none', content: 'none', procedure: null, field: 'none', channel: 'none', ending: 'guided' },
    ]);
  });

  it('carries its publication and its rating', () => {
    const rated: Told[] = [
      ...answered,
      ['2026-12-14', 'publish', 'answered', 'published'],
      ['2026-12-20', 'rate', 'published', 'rated'],
    ];
    expect(of(rated, { rating: 'satisfied' })[0]).toMatchObject({
      publishedOn: '2026-12-14',
      rating: 'satisfied',
    });
  });

  it('opens a second round on a new clock when the sender goes on; the first one stays as it was', () => {
    const again: Told[] = [
      ...answered,
      ['2026-12-14', 'close-private', 'answered', 'closed_private'],
      ['2027-01-04', 'continue', 'closed_private', 'reopened'],
      ['2027-01-04', 'restart-clock', 'reopened', 'submitted', { dueAfter: '2027-01-25' }],
    ];
    expect(of(again)).toMatchObject([
      { round: 1, ending: 'answered', privateOn: '2026-12-14', dueOn: '2026-12-14' },
      {
        round: 2,
        start: 'continued',
        startedOn: '2027-01-04',
        clockOn: '2027-01-04',
        dueOn: '2027-01-25',
        ending: null,
      },
    ]);
  });
});

describe('a case that was rated after each of two answers', () => {
  it('has one rating, at the answer that it was given for last', () => {
    const twice: Told[] = [
      ...answered,
      ['2026-12-11', 'publish', 'answered', 'published'],
      ['2026-12-11', 'rate', 'published', 'rated'],
      ['2026-12-14', 'continue', 'rated', 'reopened'],
      ['2026-12-28', 'approve', 'approving', 'answered'],
      ['2026-12-29', 'publish', 'answered', 'published'],
    ];
    // Until it is rated anew, the first rating stands.
    expect(of(twice, { rating: 'dissatisfied' }).map(({ rating }) => rating)).toEqual(['dissatisfied', null]);
    const again: Told[] = [...twice, ['2026-12-30', 'rate', 'published', 'rated']];
    expect(of(again, { rating: 'satisfied' }).map(({ rating }) => rating)).toEqual([null, 'satisfied']);
  });
});

describe('whose a case is', () => {
  const start: Told = ['2026-11-20', 'submit', 'draft', 'submitted', { dueBefore: null }];
  const offer: Told = ['2026-11-23', 'propose', 'submitted', 'submitted', { data: { step: 'transfer' } }];
  const competence = (...told: Told[]) => of([start, ...told])[0]?.competence;
  it('is another agency’s while a transfer waits for its signature, and not once it is declined or taken up', () => {
    expect(competence()).toBe('undecided');
    expect(competence(offer)).toBe('other');
    expect(competence(offer, ['2026-11-25', 'decline-proposal', 'submitted', 'submitted'])).toBe('undecided');
    expect(competence(offer, ['2026-11-25', 'accept', 'submitted', 'accepted'])).toBe('ours');
    expect(
      competence(
        ['2026-11-23', 'accept', 'submitted', 'accepted'],
        ['2026-11-24', 'propose', 'assigned', 'assigned', { data: { step: 'transfer' } }],
        ['2026-11-25', 'decline-proposal', 'assigned', 'assigned'],
      ),
    ).toBe('ours');
    expect(
      competence(['2026-11-23', 'propose', 'submitted', 'submitted', { data: { step: 'reject' } }]),
    ).toBe('undecided');
  });
});

describe('a pause', () => {
  it('gives its three working days back and counts them', () => {
    const told: Told[] = [
      ['2026-11-20', 'submit', 'draft', 'submitted', { dueBefore: null }],
      ['2026-11-25', 'ask-supplement', 'submitted', 'need_info'],
      ['2026-11-30', 'supply', 'need_info', 'submitted', { dueAfter: '2026-12-17' }],
      ['2026-12-10', 'approve', 'approving', 'answered', { dueBefore: '2026-12-17' }],
    ];
    expect(of(told.slice(0, 2))[0]).toMatchObject({ waiting: true, pauses: 0, pausedDays: 0 });
    expect(of(told)[0]).toMatchObject({
      pauses: 1,
      pausedDays: 3,
      paused: [['2026-11-25', '2026-11-30']],
      workingDays: 10,
      waiting: false,
      legalDueOn: '2026-12-17',
    });
  });

  it('that nobody ended ends the case without being late or in time', () => {
    const told: Told[] = [
      ['2026-11-20', 'submit', 'draft', 'submitted', { dueBefore: null }],
      ['2026-11-25', 'ask-supplement', 'submitted', 'need_info'],
      ['2026-12-10', 'expire-supplement', 'need_info', 'rejected'],
    ];
    expect(of(told)[0]).toMatchObject({ ending: 'lapsed', onTime: null, pausedDays: 11, waiting: false });
  });
});

describe('a round that goes on with the clock of an earlier one', () => {
  const paused: Told[] = [
    ['2026-11-20', 'submit', 'draft', 'submitted', { dueBefore: null }],
    ['2026-11-25', 'ask-supplement', 'submitted', 'need_info'],
    ['2026-11-30', 'supply', 'need_info', 'submitted'],
  ];
  const carried = { clockOn: '2026-11-20', pauses: 0, pausedDays: 0, paused: [], pausedBefore: 3 };

  it('is given back the days for which its letter waited before it was rejected and reopened', () => {
    const [refused, reopened] = of([
      ...paused,
      ['2026-12-01', 'reject', 'submitted', 'rejected'],
      ['2026-12-03', 'reopen-rejected', 'rejected', 'submitted'],
      ['2026-12-17', 'approve', 'approving', 'answered'],
    ]);
    expect(refused).toMatchObject({ pauses: 1, pausedDays: 3, pausedBefore: 0, workingDays: 3 });
    expect(reopened).toMatchObject({
      ...carried,
      start: 'reopened',
      legalDueOn: '2026-12-17',
      workingDays: 15,
      onTime: true,
    });
  });

  it('is transferred in time within five days of its own beside the pauses, also out of a common case', () => {
    const rounds = of([
      ...paused,
      ['2026-12-01', 'merge', 'submitted', 'merged'],
      ['2026-12-03', 'follow-transfer', 'merged', 'transferred'],
      ['2026-12-07', 'follow-return', 'transferred', 'merged'],
      ['2026-12-08', 'unmerge', 'merged', 'submitted'],
    ]);
    expect(rounds[1]).toMatchObject({ ...carried, legalDueOn: '2026-12-03', onTime: true, workingDays: 5 });
    // A transfer that comes back is a new clock, which has stood still on no day.
    expect(rounds.slice(2).map(({ clockOn, pausedBefore }) => [clockOn, pausedBefore])).toEqual([
      ['2026-12-07', 0],
      ['2026-12-07', 0],
    ]);
  });

  it('that was split off knows the pauses of the letter that it came in', () => {
    const split = of(
      [
        ['2026-12-01', 'submit', 'draft', 'submitted', { dueBefore: null }],
        ['2026-12-17', 'approve', 'approving', 'answered'],
      ],
      { clockOn: '2026-11-20', sharedPauses: [{ from: '2026-11-25', to: '2026-11-30' }] },
    );
    expect(split).toMatchObject([{ ...carried, legalDueOn: '2026-12-17', workingDays: 15, onTime: true }]);
  });

  it('counts, whatever happened before, the working days of its clock on which nobody waited for the sender', () => {
    type Way = [step: Told[1], from: string, to: string][];
    const ask: Way = [
      ['ask-supplement', 'submitted', 'need_info'],
      ['supply', 'need_info', 'submitted'],
    ];
    const lapse: Way = [
      ['ask-supplement', 'submitted', 'need_info'],
      ['expire-supplement', 'need_info', 'rejected'],
      ['reopen-rejected', 'rejected', 'submitted'],
    ];
    const refuse: Way = [['reject', 'submitted', 'rejected'], ...lapse.slice(2)];
    const unguide: Way = [
      ['guide-out', 'submitted', 'guided_out'],
      ['unlock', 'guided_out', 'submitted'],
    ];
    const common: Way = [
      ['merge', 'submitted', 'merged'],
      ['unmerge', 'merged', 'submitted'],
    ];
    const back: Way = [
      ['transfer', 'submitted', 'transferred'],
      ['return-transfer', 'transferred', 'submitted'],
    ];
    const answer: Way = [['approve', 'approving', 'answered']];
    const last = fc.constantFrom<Way>(answer, refuse.slice(0, 1), back.slice(0, 1), []);
    const between = fc.array(fc.constantFrom(ask, lapse, refuse, unguide, common, back), { maxLength: 6 });
    fc.assert(
      fc.property(between, last, fc.array(fc.nat(9), { minLength: 21, maxLength: 21 }), (ways, end, gaps) => {
        const way: Way = [...ways.flat(), ...end];
        let day = dayNumber('2026-11-20');
        const told: Told[] = [[dateOf(day), 'submit', 'draft', 'submitted', { dueBefore: null }]];
        for (const [index, step] of way.entries()) told.push([dateOf((day += gaps[index] ?? 0)), ...step]);
        const rounds = of(told);
        for (const round of rounds) {
          const { endedOn, clockOn } = round;
          if (endedOn === null) continue;
          // Day by day along the whole history, nothing taken from the rounds but where they begin and end.
          const waits = told.flatMap(([from, step], index): [string, string][] => {
            const until = told[index + 1]?.[0];
            return step === 'ask-supplement' && until !== undefined ? [[from, until]] : [];
          });
          const isWaiting = (on: string) => waits.some(([from, until]) => on > from && on <= until);
          let counted = 0;
          for (let at = dayNumber(clockOn) + 1; at <= dayNumber(endedOn); at += 1)
            if (isWorkingDay(calendar, dateOf(at)) && !isWaiting(dateOf(at))) counted += 1;
          expect(round.workingDays).toBe(counted);
          const limit = new Map([
            ['answered', 15],
            ['transferred', 5],
            ['refused', 2],
            ['guided', 2],
          ]).get(round.ending ?? '');
          if (limit !== undefined && isWorkingDay(calendar, endedOn))
            expect(round.onTime).toBe(counted <= limit);
        }
      }),
    );
  });
});

describe('other ends', () => {
  const start: Told = ['2026-11-20', 'submit', 'draft', 'submitted', { dueBefore: null }];
  it('a transfer is in time on the fifth working day and late on the sixth', () => {
    const transfer = (on: string): Told => [on, 'transfer', 'submitted', 'transferred'];
    // 24/11/2026 is a day off: the fifth working day after 20/11 is 30/11.
    expect(of([start, transfer('2026-11-30')])[0]).toMatchObject({
      ending: 'transferred',
      onTime: true,
      competence: 'other',
    });
    expect(of([start, transfer('2026-12-01')])[0]).toMatchObject({ onTime: false });
  });
  it('a refusal is in time on the second working day and late on the third', () => {
    const reject = (on: string): Told => [on, 'reject', 'submitted', 'rejected'];
    expect(of([start, reject('2026-11-25')])[0]).toMatchObject({ ending: 'refused', onTime: true });
    expect(of([start, reject('2026-11-26')])[0]).toMatchObject({ ending: 'refused', onTime: false });
  });
  it('a guided-out letter keeps number and dates and nothing else', () => {
    const guide: Told = ['2026-11-20', 'guide-out', 'submitted', 'guided_out'];
    expect(of([start, guide])[0]).toMatchObject({
      ending: 'guided',
      track: 'none',
      content: 'none',
      field: 'none',
      procedure: null,
      unit: null,
      competence: 'none',
    });
  });
  it('a merged case is received, and ends as merged', () => {
    const merge: Told = ['2026-11-23', 'merge', 'submitted', 'merged'];
    expect(of([start, merge])[0]).toMatchObject({ start: 'new', ending: 'merged', onTime: null });
  });
  it('a transfer that comes back opens a round on a new clock; a reopened refusal goes on with the old one', () => {
    const back = of([
      start,
      ['2026-11-23', 'transfer', 'submitted', 'transferred'],
      ['2026-12-01', 'return-transfer', 'transferred', 'submitted'],
    ]);
    expect(back[1]).toMatchObject({ start: 'returned', clockOn: '2026-12-01' });
    const reopened = of([
      start,
      ['2026-11-23', 'reject', 'submitted', 'rejected'],
      ['2026-12-01', 'reopen-rejected', 'rejected', 'submitted'],
    ]);
    expect(reopened[1]).toMatchObject({ start: 'reopened', clockOn: '2026-11-20' });
  });
  it('a letter in a common case is transferred with it and sent back with it, a round each time', () => {
    const rounds = of([
      start,
      ['2026-11-23', 'merge', 'submitted', 'merged'],
      ['2026-11-27', 'follow-transfer', 'merged', 'transferred'],
      ['2026-12-03', 'follow-return', 'transferred', 'merged'],
    ]);
    expect(
      rounds.map(({ start: how, startedOn, ending, endedOn, onTime }) => [
        how,
        startedOn,
        ending,
        endedOn,
        onTime,
      ]),
    ).toEqual([
      ['new', '2026-11-20', 'merged', '2026-11-23', null],
      ['unmerged', '2026-11-27', 'transferred', '2026-11-27', true],
      ['returned', '2026-12-03', 'merged', '2026-12-03', null],
    ]);
  });
  it("a mistake of intake taken back is nobody's again, in the same round", () => {
    const rounds = of([
      start,
      ['2026-11-23', 'classify', 'submitted', 'submitted', { data: { track: 'rule', contentCode: '5.2' } }],
      ['2026-11-23', 'accept', 'submitted', 'accepted'],
      ['2026-11-25', 'assign', 'accepted', 'assigned', { data: { unit: 'van-phong' } }],
      ['2026-11-26', 'take-back', 'assigned', 'submitted'],
    ]);
    expect(rounds).toHaveLength(1);
    expect(rounds[0]).toMatchObject({
      competence: 'undecided',
      unit: null,
      track: 'unclassified',
      endedOn: null,
    });
  });
  it('a letter guided out by mistake goes on with its first clock; an answered one stays answered', () => {
    const guided = of([
      start,
      ['2026-11-23', 'guide-out', 'submitted', 'guided_out'],
      ['2026-12-01', 'unlock', 'guided_out', 'submitted'],
    ]);
    expect(guided.map(({ start: how, ending, clockOn }) => [how, ending, clockOn])).toEqual([
      ['new', 'guided', '2026-11-20'],
      ['reopened', null, '2026-11-20'],
    ]);
    const late = of([...answered, ['2026-12-11', 'guide-out', 'answered', 'guided_out']]);
    expect(late.map(({ ending, endedOn }) => [ending, endedOn])).toEqual([['answered', '2026-12-10']]);
  });
});

describe('median and 90th percentile', () => {
  const of = (...values: number[]) => {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [quantile(counts, 0.5), quantile(counts, 0.9)];
  };
  it('are values that occurred', () => {
    expect(of()).toEqual([null, null]);
    expect(of(7)).toEqual([7, 7]);
    expect(of(4, 1, 3, 2)).toEqual([2, 4]);
    expect(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).toEqual([5, 9]);
  });
});
