// Procedures as no one has written them: every part in each of its three states, texts with what upsets workbooks.
import fc from 'fast-check';
import { Text } from '../../../api/text/published.ts';
import { isNone } from '../../../api/procedures/part.ts';
import { oldTextIn } from '../../../api/spreadsheets/old-text.ts';
import type { ProcedureFile } from '../../../api/procedures/schema.ts';
import { Channel, Kind, Level, OnlineLevel, Status, TimeUnit } from '../../../api/procedures/schema.ts';

const rough = fc.constantFrom(
  'Đơn đề nghị',
  'KHÔNG CÓ: gì',
  'Không quy định',
  '\\KHÔNG CÓ: gì',
  'Có',
  'a  b',
  'dòng một\ndòng hai',
  'gạch \\n chéo \\',
  '=SUM(A1:A9)',
  '_x000D_ & <b>"\'',
  '05',
  '1.5',
  '- gạch đầu dòng',
  '1. mục',
  'unknown!',
  '# ghi',
  'Ế'.normalize('NFC'),
  '👍🏽 tốt',
  "l'été: có",
);
const mixed = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => !/[\p{C}\p{Zl}\p{Zp}ðÐƉ\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/u.test(text))
  // Broken letters and those of old fonts are refused, as their own tests say.
  .filter((text) => oldTextIn(text) === undefined);
const text = fc
  .oneof({ weight: 3, arbitrary: rough }, mixed)
  .map((words) => Text.safeParse(words).data)
  .filter((words) => words !== undefined)
  // Both would be read as the mark of a missing part in YAML and in the schema's union.
  .filter((words) => words !== 'unknown');
const list = fc.array(text, { minLength: 1, maxLength: 4 });
const part = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(
    fc.constant('unknown' as const),
    text.map((none) => ({ none })),
    { weight: 3, arbitrary: value },
  );
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const one = <Value extends string>(of: { options: readonly Value[] }) => fc.constantFrom(...of.options);
const decision = fc.record({ number: text, signedOn: orNull(day), authority: text, note: orNull(text) });

export const generatedProcedure: fc.Arbitrary<ProcedureFile> = fc.record({
  name: text,
  code: fc.constant(null),
  field: text,
  levels: part(fc.uniqueArray(one(Level), { minLength: 1 })),
  kind: part(one(Kind)),
  status: one(Status),
  effectiveFrom: orNull(day),
  effectiveTo: orNull(day),
  replacedBy: fc.constant(null),
  review: fc.oneof(
    fc.record({ state: fc.constant('needs-review' as const), on: orNull(day), by: orNull(text) }),
    fc.record({ state: fc.constant('confirmed' as const), on: day, by: text }),
  ),
  steps: part(list),
  methods: part(
    fc.array(fc.record({ channel: one(Channel), text, time: orNull(text), fee: orNull(text) }), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  dossier: part(
    fc.array(
      fc.record({
        name: orNull(text),
        papers: fc.array(fc.record({ name: text, form: part(text), copies: part(text) }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  sets: part(text),
  timeLimit: part(
    fc.oneof(
      fc.record({ text, amount: fc.constant(null), unit: fc.constant(null), from: orNull(text) }),
      fc.record({ text, amount: fc.integer({ min: 1, max: 999 }), unit: one(TimeUnit), from: orNull(text) }),
    ),
  ),
  applicants: part(list),
  agencies: fc.record({
    executing: part(list),
    authority: part(list),
    delegated: part(list),
    coordinating: part(list),
    receiving: part(list),
  }),
  results: part(list),
  conditions: part(text),
  fee: part(fc.record({ text, amountVnd: orNull(fc.integer({ min: 0, max: 99_999_999 })) })),
  legalBasis: part(
    fc.array(
      fc.oneof(
        fc.record({ number: text, title: orNull(text) }),
        fc.record({ number: fc.constant(null), title: text }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  onlineLevel: one(OnlineLevel),
  decisions: fc.record({
    ministry: orNull(decision),
    province: orNull(decision),
    seenIn: fc.array(decision, { maxLength: 2 }),
  }),
  related: fc.constant([]),
  provenance: fc.record({
    confidence: fc.constantFrom('source', 'general-knowledge'),
    era: orNull(fc.constantFrom('from-2025', 'before-2025-or-unknown')),
    obsolete: orNull(fc.boolean()),
    sourceProvince: orNull(text),
    note: orNull(text),
    sources: fc.array(fc.webUrl(), { maxLength: 2 }),
    codeAsPublished: orNull(text),
    unverifiedCode: orNull(text),
    reviewerNote: orNull(text),
  }),
});

/** The three states that a part of a procedure is in, for counting that a test has seen them all. */
export const stateOf = (value: unknown) =>
  value === 'unknown' ? 'unknown' : isNone(value) ? 'none' : 'given';
