// Suppression: nothing under five is shown, and nothing under five is left when the shown parts are taken from a total.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noSums, type Cell, type Dimension } from '../../api/figures/cells.ts';
import { hiddenParts, namedProcedures, shownTimes } from '../../api/figures/small-cells.ts';
import { mayTellScore, satisfactionByGroup, satisfactionByTime } from '../../api/figures/statistics.ts';

const parts = fc
  .dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.nat(12))
  .map((all) => new Map(Object.entries(all)));
const sum = (list: Iterable<number>) => [...list].reduce((total, n) => total + n, 0);

describe('parts of a total', () => {
  it('hides the small one and the next smallest with it', () => {
    expect([
      ...hiddenParts(
        new Map([
          ['a', 20],
          ['b', 2],
          ['c', 6],
        ]),
      ),
    ]).toEqual(['b', 'c']);
    expect([
      ...hiddenParts(
        new Map([
          ['a', 20],
          ['b', 3],
          ['c', 4],
        ]),
      ),
    ]).toEqual(['b', 'c']);
    expect([
      ...hiddenParts(
        new Map([
          ['a', 20],
          ['b', 0],
          ['c', 6],
        ]),
      ),
    ]).toEqual([]);
  });

  it('leaves nothing under five to be had by subtraction, unless the total itself is under five', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const hidden = hiddenParts(all);
        const shown = [...all].filter(([key]) => !hidden.has(key)).map(([, n]) => n);
        expect(shown.filter((n) => n > 0 && n < 5)).toEqual([]);
        const left = sum(all.values()) - sum(shown);
        if (sum(all.values()) >= 5) expect(left === 0 || left >= 5).toBe(true);
      }),
    );
  });
});

describe('months, quarters and years', () => {
  const months = fc
    .array(fc.nat(9), { minLength: 12, maxLength: 12 })
    .map((counts) => new Map(counts.map((n, index) => [`2026-${String(index + 1).padStart(2, '0')}`, n])));
  const quarterOf = (month: string) => `2026-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

  it('whatever is shown, no difference of shown cells is under five', () => {
    fc.assert(
      fc.property(months, (perMonth) => {
        const shown = shownTimes(perMonth);
        const total = sum(perMonth.values());
        if (total > 0 && total < 5) return expect([...shown]).toEqual([]);
        const quarters = new Map<string, number>();
        for (const [month, n] of perMonth)
          quarters.set(quarterOf(month), (quarters.get(quarterOf(month)) ?? 0) + n);
        const rest = (of: number, list: [string, number][]) =>
          of - sum(list.filter(([key]) => shown.has(key)).map(([, n]) => n));
        const differences = [rest(total, [...quarters])];
        for (const [quarter, n] of quarters) {
          const inside = [...perMonth].filter(([month]) => quarterOf(month) === quarter);
          if (shown.has(quarter)) differences.push(rest(n, inside));
          else expect(inside.filter(([month]) => shown.has(month))).toEqual([]);
        }
        expect(differences.filter((n) => n > 0 && n < 5)).toEqual([]);
      }),
    );
  });
});

describe('procedures of a year', () => {
  const fieldOf = new Map([
    ['a', 'F'],
    ['b', 'F'],
    ['c', 'G'],
    ['d', 'G'],
    ['e', 'G'],
  ]);
  it('are named from five on', () => {
    expect([
      ...namedProcedures(
        new Map([
          ['c', 5],
          ['d', 4],
          ['e', 3],
        ]),
        fieldOf,
      ),
    ]).toEqual(['c']);
  });
  it('leave nothing under five unnamed in a field that has five or more', () => {
    // Four cases about d or e, were c named.
    expect([
      ...namedProcedures(
        new Map([
          ['c', 9],
          ['d', 3],
          ['e', 1],
        ]),
        fieldOf,
      ),
    ]).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), (counts) => {
        const received = new Map([...fieldOf.keys()].map((slug, index) => [slug, counts[index] ?? 0]));
        const named = namedProcedures(received, fieldOf);
        for (const field of ['F', 'G']) {
          const slugs = [...fieldOf].filter(([, of]) => of === field).map(([slug]) => slug);
          const all = sum(slugs.map((slug) => received.get(slug) ?? 0));
          const left =
            all - sum(slugs.filter((slug) => named.has(slug)).map((slug) => received.get(slug) ?? 0));
          expect(left === 0 || left >= 5 || all < 5).toBe(true);
        }
      }),
    );
  });
  it('are taken back where the field would give the only unnamed one away', () => {
    expect([
      ...namedProcedures(
        new Map([
          ['a', 7],
          ['b', 2],
        ]),
        fieldOf,
      ),
    ]).toEqual([]);
    expect([...namedProcedures(new Map([['a', 7]]), fieldOf)]).toEqual(['a']);
  });
});

describe('the score beside a public answer', () => {
  type Rated = { endedOn: string; field: string; unit: string };
  const year = { from: '2026-01', to: '2026-12' };
  const cellsOf = (all: Rated[], dimension: Dimension, keyOf: (one: Rated) => string): Cell[] =>
    [...Map.groupBy(all, (one) => `${one.endedOn.slice(0, 7)} ${keyOf(one)}`)].map(([id, some]) => {
      const [month = '', key = ''] = id.split(' ');
      return { month, dimension, key, ...noSums(), satisfied: some.length };
    });
  // What a year's sums of groups are: added up over its months.
  const groupsOf = (all: Rated[]) =>
    (['field', 'unit'] as const).flatMap((dimension) =>
      [...Map.groupBy(all, (one) => one[dimension])].map(([key, some]) => ({
        dimension,
        key,
        ...noSums(),
        satisfied: some.length,
      })),
    );
  const told = (all: Rated[]) => {
    const [months, groups] = [cellsOf(all, 'all', () => 'all'), groupsOf(all)];
    return { months, groups, scores: all.filter((one) => mayTellScore(one, months, groups)) };
  };
  const rated = (n: number, endedOn: string, field = 'Bưu chính', unit = 'P1'): Rated[] =>
    Array.from({ length: n }, () => ({ endedOn, field, unit }));

  it('is told among five of its month, its field and its unit, and not among fewer', () => {
    expect(told(rated(5, '2026-11-20')).scores).toHaveLength(5);
    expect(told(rated(4, '2026-11-20')).scores).toEqual([]);
    // One alone in its quarter, its field or its unit takes the others back: their sum would tell it.
    const many = rated(9, '2026-11-20');
    expect(told([...many, ...rated(1, '2026-03-02')]).scores).toEqual([]);
    expect(told([...many, ...rated(1, '2026-11-20', 'Sở hữu trí tuệ')]).scores).toEqual([]);
    expect(told([...many, ...rated(6, '2026-11-20', 'Bưu chính', 'P2')]).scores).toHaveLength(15);
    expect(told([...many, ...rated(1, '2026-11-20', 'Bưu chính', 'P2')]).scores).toEqual([]);
  });

  it('never lets anybody count what the figures hold back', () => {
    const one = fc.record({
      endedOn: fc.constantFrom('2026-01-05', '2026-02-10', '2026-05-20', '2026-11-20'),
      field: fc.constantFrom('A', 'B', 'C'),
      unit: fc.constantFrom('P1', 'P2'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (all) => {
        const { months, groups, scores } = told(all);
        const times = satisfactionByTime(months, year);
        const shownFields = satisfactionByGroup(groups, 'field');
        const shownUnits = satisfactionByGroup(groups, 'unit');
        for (const { endedOn, field, unit } of scores) {
          expect(times.has(endedOn.slice(0, 7))).toBe(true);
          expect([shownFields.has(field), shownUnits.has(unit)]).toEqual([true, true]);
        }
      }),
    );
  });
});
