// All that is published of a round taken together: no sum or difference of its figures, across tables, is a small cell.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  publicAxis,
  publicChoices,
  publicCross,
  publicForms,
  publicProcedures,
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

const sides = ['procedure', 'filing', 'respondent', 'quarter', 'channel', 'said'] as const;
type Side = (typeof sides)[number] | 'field';
type Form = Record<(typeof sides)[number], string>;
const fieldOf = (procedure: string) => procedure.slice(0, 2);
const on = (form: Form, side: Side) => (side === 'field' ? fieldOf(form.procedure) : form[side]);

const anyForm: fc.Arbitrary<Form> = fc.record({
  procedure: fc.constantFrom('F1.a', 'F1.a', 'F1.a', 'F1.b', 'F1.c', 'F2.a', 'F2.a', 'F2.b', 'F3.a'),
  filing: fc.constantFrom('in-person', 'in-person', 'in-person', 'online', 'online', 'postal'),
  respondent: fc.constantFrom('person', 'person', 'person', 'business', 'organisation'),
  quarter: fc.constantFrom('2026-Q3', '2026-Q4', '2026-Q4', '2026-Q4'),
  channel: fc.constantFrom('web', 'web', 'web', 'qr', 'paper'),
  said: fc.constantFrom('none', 'none', 'none', 'none', 'none', 'harassed', ''),
});

async function fill(forms: Form[]): Promise<void> {
  const { db } = test.portal;
  await db.deleteFrom('surveyAnswers').where('roundId', '=', roundId).execute();
  const rows = forms.map(({ said, ...form }) => ({
    ...form,
    field: fieldOf(form.procedure),
    answers: said ? { B5: said } : {},
  }));
  await sql`
    insert into survey_answers (round_id, channel, answers, is_valid, procedure, field, filing, respondent, quarter,
                                opinions, satisfied, points, scored)
    select ${roundId}, f ->> 'channel', f -> 'answers', true, f ->> 'procedure', f ->> 'field', f ->> 'filing',
           f ->> 'respondent', f ->> 'quarter', 13, 10, 4, 3
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as f`.execute(db);
}

/** What each published count counts. */
async function published(): Promise<((form: Form) => boolean)[]> {
  const { db } = test.portal;
  const { valid, channels } = await publicForms(db, roundId);
  if (valid === null) return [];
  const counts: ((form: Form) => boolean)[] = [() => true];
  const show = (side: Side, value: string | null) => counts.push((form) => on(form, side) === value);
  for (const { value } of channels) show('channel', value);
  for (const axis of ['field', 'filing', 'respondent', 'quarter'] as const)
    for (const { value } of await publicAxis(db, roundId, axis)) show(axis, value);
  for (const { value } of await publicProcedures(db, roundId)) show('procedure', value);
  for (const { value } of await publicChoices(db, roundId, ['B5'])) show('said', value);
  for (const { value, other } of await publicCross(db, roundId))
    counts.push(({ filing, respondent }) => filing === value && respondent === other);
  return counts;
}

/** Whether a row of numbers is a sum of multiples of others, which are in echelon form. */
function reduced(row: number[], echelon: readonly { at: number; row: number[] }[]): number[] {
  const left = [...row];
  for (const { at, row: other } of echelon) {
    const times = left[at] ?? 0;
    if (times !== 0) other.forEach((value, index) => (left[index] = (left[index] ?? 0) - times * value));
  }
  return left;
}

function echelonOf(rows: number[][]): { at: number; row: number[] }[] {
  const echelon: { at: number; row: number[] }[] = [];
  for (const row of rows) {
    const left = reduced(row, echelon);
    const at = left.findIndex((value) => Math.abs(value) > 1e-9);
    const lead = left[at];
    if (lead !== undefined) echelon.push({ at, row: left.map((value) => value / lead) });
  }
  return echelon;
}

it('whatever the forms are, and though it be known which values occur', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyForm, { minLength: 5, maxLength: 90 }), async (forms) => {
      await fill(forms);
      const values = sides.map((side) => [
        ...new Set([...forms.map((form) => form[side]), ...(side === 'said' ? [''] : [])]),
      ]);
      const kinds = values.reduce<string[][]>(
        (all, own) => all.flatMap((kind) => own.map((value) => [...kind, value])),
        [[]],
      );
      const every = kinds.map(
        (kind) => Object.fromEntries(sides.map((side, at) => [side, kind[at]])) as Form,
      );
      const row = (counts: (form: Form) => boolean) => every.map((form) => Number(counts(form)));
      const echelon = echelonOf((await published()).map(row));
      const small = (counts: (form: Form) => boolean) => {
        const n = forms.filter(counts).length;
        return n > 0 && n < 5;
      };
      const all: Side[] = [...sides, 'field'];
      for (const [one, other] of all.flatMap((side) => all.map((second) => [side, second] as const)))
        for (const form of forms) {
          const [a, b] = [on(form, one), on(form, other)];
          // A question left unanswered is no answer of anybody.
          if (a === '' || b === '') continue;
          const counts = (any: Form) => on(any, one) === a && on(any, other) === b;
          if (!small(counts)) continue;
          const isKnown = reduced(row(counts), echelon).every((value) => Math.abs(value) < 1e-9);
          expect([one, a, other, b, isKnown]).toEqual([one, a, other, b, false]);
        }
    }),
    { numRuns: 40 },
  );
});

it('is no empty promise: with one count too many a small cell is known', () => {
  const echelon = echelonOf([
    [1, 1, 1],
    [1, 0, 0],
    [0, 1, 0],
  ]);
  expect(reduced([0, 0, 1], echelon)).toEqual([0, 0, 0]);
  expect(
    reduced(
      [0, 0, 1],
      echelonOf([
        [1, 1, 1],
        [1, 0, 0],
      ]),
    ),
  ).not.toEqual([0, 0, 0]);
});
