// The report calendar (content/obligations.yaml): who owes what to whom until when, by which source.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';

const datedYear = 2001;
/** MM-DD of any year; 29 February is none. */
const MonthDay = z
  .string('Viết ngày dạng 11-25 (tháng-ngày).')
  .regex(/^\d\d-\d\d$/, 'Viết ngày dạng 11-25 (tháng-ngày).')
  .refine(
    (text) => z.iso.date().safeParse(`${datedYear}-${text}`).success,
    'Không phải một ngày có trong mọi năm. Viết dạng 11-25 (tháng-ngày).',
  );

export const Term = z.enum(['before', 'at-latest']);
export type Term = z.infer<typeof Term>;

/** Part of a year that a report is about; `time-2` is the second event of the year. */
export const Period = z.string().regex(/^(q[1-4]|h1|year|time-[1-9]\d?)$/, 'Kỳ này không có trong lịch.');

const NamedPeriod = z.enum(['q1', 'q2', 'q3', 'q4', 'h1', 'year']);

export const Rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('days'),
    days: z
      .array(z.strictObject({ period: NamedPeriod, term: Term, on: MonthDay }))
      .min(1)
      .refine(
        (days) => new Set(days.map(({ period }) => period)).size === days.length,
        'Một kỳ ghi hai lần.',
      ),
  }),
  z.strictObject({
    kind: z.literal('quarterly'),
    /** 1 to 3: which month of the quarter. */
    month: z.int().min(1).max(3),
    term: Term,
    day: z.int().min(1).max(28),
  }),
  z.strictObject({ kind: z.literal('within'), words: Text, until: MonthDay }),
  z.strictObject({ kind: z.literal('after-event'), event: Text, least: z.int().min(1).max(12) }),
  z.strictObject({
    kind: z.literal('unknown'),
    words: Text,
    periods: z.array(NamedPeriod).min(1).default(['year']),
  }),
]);
export type Rule = z.infer<typeof Rule>;

const Step = z.strictObject({ from: Text, via: Text.nullable(), to: Text });

export const Obligation = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Mã chỉ gồm chữ thường không dấu, số và gạch nối.'),
  title: Text,
  kind: z.enum(['report', 'plan', 'dialogue']),
  about: z.enum(['this-year', 'next-year']),
  steps: z.array(Step).min(1),
  rule: Rule,
  source: z.strictObject({
    /** A document of the library, by its slug. */
    document: z.string().nullable(),
    plan: Text,
    words: Text,
    certainty: z.enum(['confirmed', 'own-plan', 'other-province']),
  }),
  /** The report form whose figures this portal can give. */
  form: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .nullable(),
  note: Text.nullable(),
});
export type Obligation = z.infer<typeof Obligation>;

export const Obligations = z.strictObject({
  /** What was due earlier is not called overdue: nobody kept this calendar then. */
  trackedFrom: Day,
  obligations: z
    .array(Obligation)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Một mã được ghi hai lần.'),
});
export type Obligations = z.infer<typeof Obligations>;
