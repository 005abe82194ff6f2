// What is published of a round: no cell of fewer than five, and none to be had by subtraction, whatever the numbers.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  publicAxis,
  publicChoices,
  publicCross,
  publicForms,
  publicProcedures,
  publicScores,
  publicShares,
} from '../../api/surveys/public-repository.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { openRound } from '../support/portal/survey.ts';

let test: TestPortal;
let roundId: string;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  roundId = (await openRound(test)).id;
});
afterAll(() => test.close());

type Form = {
  procedure: string;
  field: string;
  filing: string;
  respondent: string;
  answers: Record<string, string | undefined>;
};

/** Puts these forms alone into the round, each fully answered. */
async function fill(forms: Form[]): Promise<void> {
  const { db } = test.portal;
  await db.deleteFrom('surveyAnswers').where('roundId', '=', roundId).execute();
  if (forms.length === 0) return;
  await sql`
    insert into survey_answers (round_id, channel, answers, is_valid, procedure, field, filing, respondent,
                                quarter, opinions, satisfied, points, scored)
    select ${roundId}, 'web', f -> 'answers', true, f ->> 'procedure', f ->> 'field', f ->> 'filing',
           f ->> 'respondent', '2026-Q4', 13, 10, 4, 3
    from jsonb_array_elements(${JSON.stringify(forms)}::jsonb) as f`.execute(db);
}

type Cell = { value: string; n: number };

/**
 * All ways to fill the hidden cells that the published total and rows leave open, as far as there are two for each;
 * whoever subtracts does not know which values occur at all, so a hidden cell may be 0.
 */
function isKnown(total: number, values: string[], shown: Cell[], hidden: string): boolean {
  const left = total - shown.reduce((sum, { n }) => sum + n, 0);
  const unknown = values.filter((value) => !shown.some((cell) => cell.value === value));
  // With one unknown cell, or nothing left over, the equation has one solution.
  return unknown.includes(hidden) && (unknown.length === 1 || left === 0) && left > 0;
}

const counted = (forms: Form[], of: (form: Form) => string) =>
  new Map([...Map.groupBy(forms, of)].map(([value, list]) => [value, list.length]));
const cells = (rows: { value: string | null; forms: number }[]): Cell[] =>
  rows.map(({ value, forms }) => ({ value: String(value), n: forms }));

/** What any set of rows whose total is shown leaves over must be nothing, or at least two cells and five forms. */
function nothingGivenAway(truth: Map<string, number>, shown: Cell[], total: number): void {
  for (const { value, n } of shown) {
    expect(n).toBe(truth.get(value));
    expect(n).toBeGreaterThanOrEqual(5);
  }
  const hidden = [...truth.keys()].filter((value) => !shown.some((cell) => cell.value === value));
  // The total of fewer than five is not published either.
  if (total < 5) return expect(shown).toEqual([]);
  if (hidden.length === 0) return;
  const left = total - shown.reduce((sum, { n }) => sum + n, 0);
  expect(left).toBeGreaterThanOrEqual(5);
  for (const value of hidden) expect(isKnown(total, [...truth.keys()], shown, value)).toBe(false);
}

const field = fc.constantFrom('F1', 'F2', 'F3');
const anyForm = fc
  .record({
    field,
    place: fc.constantFrom(1, 1, 1, 2, 2, 3),
    filing: fc.constantFrom('in-person', 'in-person', 'online', 'postal'),
    respondent: fc.constantFrom('person', 'person', 'business', 'organisation'),
    answers: fc.record({
      C1: fc.constantFrom('1', '4', '5', 'none', 'none'),
      C2: fc.constantFrom('4', '5', 'none', 'none', 'none', 'none'),
      C3: fc.constantFrom('4', 'none', 'none', 'none', 'none', 'none', 'none'),
      C4: fc.constantFrom('2', '4'),
      B1: fc.constantFrom('early', 'waiting', 'waiting', 'waiting', 'late'),
      B2: fc.constantFrom('none', 'once'),
      B5: fc.constantFrom('none', 'none', 'none', 'none', 'none', 'harassed'),
    }),
  })
  .map(({ place, ...form }) => ({ ...form, procedure: `${form.field}.${place}` }));
const items = [
  { code: 'C1', group: 'I' },
  { code: 'C2', group: 'I' },
  { code: 'C3', group: 'II' },
  { code: 'C4', group: 'III' },
];

describe('whatever the forms are', () => {
  it('breakdowns, also by procedure within field, give nothing away', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyForm, { maxLength: 60 }), async (forms) => {
        await fill(forms);
        const { db } = test.portal;
        const total = forms.length;
        const fields = cells(await publicAxis(db, roundId, 'field'));
        nothingGivenAway(
          counted(forms, (form) => form.field),
          fields,
          total,
        );
        nothingGivenAway(
          counted(forms, (form) => form.filing),
          cells(await publicAxis(db, roundId, 'filing')),
          total,
        );
        const procedures = cells(await publicProcedures(db, roundId));
        for (const name of new Set(forms.map((form) => form.field))) {
          const truth = counted(
            forms.filter((form) => form.field === name),
            (form) => form.procedure,
          );
          const shown = procedures.filter(({ value }) => value.startsWith(`${name}.`));
          const shownField = fields.find(({ value }) => value === name);
          if (shownField) nothingGivenAway(truth, shown, shownField.n);
          else expect(shown).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('items within groups, groups within the whole, and points give nothing away', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyForm, { maxLength: 40 }), async (forms) => {
        await fill(forms);
        const shares = await publicShares(test.portal.db, roundId, items);
        const opinions = (codes: string[]) =>
          forms.flatMap((form) => codes.filter((code) => form.answers[code as 'C1'] !== 'none')).length;
        const shown = (rows: { value: string; opinions: number }[]) =>
          rows.map((row) => ({ value: row.value, n: row.opinions }));
        const truth = (list: [string, string[]][]) =>
          new Map(list.map(([name, codes]) => [name, opinions(codes)] as const).filter(([, n]) => n > 0));
        const groups: [string, string[]][] = [
          ['I', ['C1', 'C2']],
          ['II', ['C3']],
          ['III', ['C4']],
        ];
        if (shares.all) nothingGivenAway(truth(groups), shown(shares.groups), shares.all.opinions);
        for (const [name, codes] of groups) {
          const group = shares.groups.find(({ value }) => value === name);
          const own = shares.items.filter(({ value }) => codes.includes(value));
          if (group) nothingGivenAway(truth(codes.map((code) => [code, [code]])), shown(own), group.opinions);
          else expect(own).toEqual([]);
        }
        const scores = await publicScores(test.portal.db, roundId, [
          { code: 'B1', value: 'early', points: 2 },
          { code: 'B1', value: 'late', points: 0 },
          { code: 'B2', value: 'none', points: 2 },
          { code: 'B2', value: 'once', points: 1 },
        ]);
        if (scores.all)
          nothingGivenAway(
            new Map(
              [
                ['B1', forms.filter((form) => form.answers.B1 !== 'waiting').length] as const,
                ['B2', forms.length] as const,
              ].filter(([, n]) => n > 0),
            ),
            scores.items.map(({ value, scored }) => ({ value: String(value), n: scored })),
            scores.all.scored,
          );
      }),
      { numRuns: 60 },
    );
  });

  it('choices, and two breakdowns at once, give nothing away', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyForm, { maxLength: 60 }), async (forms) => {
        await fill(forms);
        const choices = await publicChoices(test.portal.db, roundId, ['B5']);
        nothingGivenAway(
          counted(forms, (form) => String(form.answers.B5)),
          choices.map(({ value, count }) => ({ value, n: count })),
          forms.length,
        );
        const cross = await publicCross(test.portal.db, roundId);
        const truth = counted(forms, (form) => `${form.filing} ${form.respondent}`);
        const isWhole = [...truth.values()].every((n) => n >= 5);
        expect(new Map(cross.map(({ value, other, forms: n }) => [`${value} ${other}`, n]))).toEqual(
          isWhole ? truth : new Map(),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('by hand', () => {
  const forms = (...list: [procedure: string, field: string, count: number][]): Form[] =>
    list.flatMap(([procedure, name, count]) =>
      Array.from({ length: count }, () => ({
        procedure,
        field: name,
        filing: 'online',
        respondent: 'person',
        answers: { C1: '4' },
      })),
    );
  const shown = async () => ({
    fields: cells(await publicAxis(test.portal.db, roundId, 'field')),
    procedures: cells(await publicProcedures(test.portal.db, roundId)),
  });

  it('20, 7 and 3 are published as 20 alone', async () => {
    await fill(forms(['a', 'F', 20], ['b', 'F', 7], ['c', 'F', 3]));
    expect(await shown()).toEqual({
      fields: [{ value: 'F', n: 30 }],
      procedures: [{ value: 'a', n: 20 }],
    });
  });

  it('two of one form each take a third with them, until five are hidden together', async () => {
    await fill(forms(['a', 'F', 20], ['b', 'F', 1], ['c', 'F', 1], ['d', 'F', 6]));
    expect((await shown()).procedures).toEqual([{ value: 'a', n: 20 }]);
  });

  it('a small field hides another one and all procedures of both', async () => {
    await fill(forms(['a', 'F', 3], ['b', 'G', 9], ['c', 'G', 6], ['d', 'H', 40]));
    expect(await shown()).toEqual({
      fields: [{ value: 'H', n: 40 }],
      procedures: [{ value: 'd', n: 40 }],
    });
  });

  it('fewer than five valid forms are no number at all; one to four invalid ones neither', async () => {
    await fill(forms(['a', 'F', 4]));
    expect(await publicForms(test.portal.db, roundId)).toEqual({ valid: null, invalid: 0, channels: [] });
    await fill(forms(['a', 'F', 6]));
    await sql`update survey_answers set is_valid = false where id = (select id from survey_answers where round_id = ${roundId} limit 1)`.execute(
      test.portal.db,
    );
    expect(await publicForms(test.portal.db, roundId)).toEqual({
      valid: 5,
      invalid: null,
      channels: [{ value: 'web', count: 5 }],
    });
  });

  it('a row whose opinions or points rest on fewer than five is hidden as well', async () => {
    await fill(forms(['a', 'F', 20], ['b', 'F', 8], ['c', 'F', 9]));
    await sql`update survey_answers set scored = 0, points = 0
              where round_id = ${roundId} and procedure = 'b'`.execute(test.portal.db);
    expect((await shown()).procedures).toEqual([{ value: 'a', n: 20 }]);
  });
});
