// The public figures as the API gives them.
import { z } from 'zod';
import { IndexCode } from './content-schema.ts';

const Month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Viết tháng dạng 2026-03.')
  .meta({ examples: ['2026-03'] });
const Day = z.string().meta({ format: 'date' });
const Count = z.int();

export const Grain = z.enum(['month', 'quarter', 'year'], { error: 'Chọn month, quarter hoặc year.' });

export const StatisticsQuery = z
  .strictObject({ from: Month.optional(), to: Month.optional(), by: Grain.optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    message: 'Ghi cả tháng đầu (from) và tháng cuối (to), hoặc không ghi tháng nào.',
  })
  .refine(({ from = '', to = '' }) => from <= to, {
    path: ['to'],
    message: 'Tháng cuối phải từ tháng đầu trở đi.',
  })
  .refine(({ from, to }) => !from || !to || Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 10, {
    path: ['to'],
    message: 'Mỗi lần hỏi nhiều nhất mười năm.',
  });
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;

/** Counts of a period by handling: a case that is taken up again counts once more; `answered` = on time + late, and so on. `median` and `p90` in working days, null without answers. */
export const Figures = z.object({
  received: Count,
  continued: Count,
  returned: Count,
  answered: Count,
  answeredOnTime: Count,
  answeredLate: Count,
  /** Of the late ones: within the term that the office had extended it to. */
  answeredExtended: Count,
  transferred: Count,
  transferredOnTime: Count,
  transferredLate: Count,
  refused: Count,
  refusedOnTime: Count,
  refusedLate: Count,
  guided: Count,
  guidedOnTime: Count,
  guidedLate: Count,
  withdrawn: Count,
  lapsed: Count,
  merged: Count,
  pausedRounds: Count,
  pausedDays: Count,
  publishedOnTime: Count,
  publishedLate: Count,
  keptPrivate: Count,
  notYetPublished: Count,
  median: Count.nullable(),
  p90: Count.nullable(),
});
export type Figures = z.infer<typeof Figures>;

/**
 * A period by case: each once, as it stands on the last day. carried + received + takenUp = answered + transferred + refused
 * + guided + withdrawn + lapsed + merged + open. II.05a, the register and the public answers count the same.
 */
export const CaseFigures = Figures.pick({
  received: true,
  answered: true,
  answeredOnTime: true,
  answeredLate: true,
  answeredExtended: true,
  transferred: true,
  transferredOnTime: true,
  transferredLate: true,
  refused: true,
  refusedOnTime: true,
  refusedLate: true,
  guided: true,
  guidedOnTime: true,
  guidedLate: true,
  withdrawn: true,
  lapsed: true,
  merged: true,
  publishedOnTime: true,
  publishedLate: true,
  keptPrivate: true,
  notYetPublished: true,
}).extend({
  carried: Count,
  /** Had ended before the period, and was taken up again in it. */
  takenUp: Count,
  open: Count,
  /** Answers of the period after which the case was taken up again in it: handlings, no cases. */
  answeredAgain: Count,
});
export type CaseFigures = z.infer<typeof CaseFigures>;

/** Null: fewer than five ratings, or they would follow by subtraction. `n` 0: nobody has rated. */
export const Satisfaction = z
  .object({ n: Count, satisfied: Count, acceptable: Count, dissatisfied: Count })
  .nullable();
export type Satisfaction = z.infer<typeof Satisfaction>;

const Group = z.object({ key: z.string(), label: z.string(), figures: Figures });

export const Index = z.object({
  code: IndexCode,
  name: z.string(),
  formula: z.string(),
  note: z.string(),
  source: z.string(),
  numerator: z.number().nullable(),
  denominator: Count.nullable(),
  /** A share of 1; null: N/A, for the reason in `reason`. */
  value: z.number().nullable(),
  reason: z.string().nullable(),
});
export type Index = z.infer<typeof Index>;

/** Cases handled of all that were to be handled in the period (carried over, received, taken up again); the target is 100%. */
export const Whole = z.object({
  handled: Count,
  toHandle: Count,
  /** A share of 1; null: there was nothing to handle. */
  value: z.number().nullable(),
  open: Count,
  late: Count,
  /** Numbers of late answers that are public, oldest first, at most 200. */
  lateAnswers: z.array(z.string()),
});
export type Whole = z.infer<typeof Whole>;

/** An equation that must hold; the page shows both sides. */
export const Identity = z.object({ text: z.string(), left: Count, right: Count, holds: z.boolean() });
export type Identity = z.infer<typeof Identity>;

export const DossierFigures = z.object({
  field: z.string(),
  online: Count,
  direct: Count,
  carried: Count,
  early: Count,
  onTime: Count,
  late: Count,
  pending: Count,
  pendingLate: Count,
});

export const Statistics = z.object({
  period: z.object({ from: z.string(), to: z.string(), name: z.string(), key: z.string().nullable() }),
  by: Grain,
  /** Up to which entry of the ledger the figures go; null before the first one. */
  upto: Count.nullable(),
  countedAt: z.string().nullable(),
  openAtStart: Count,
  cases: CaseFigures,
  total: Figures,
  openAtEnd: Count,
  whole: Whole,
  /** As of today, whatever the period. */
  today: z.object({
    on: Day,
    open: Count,
    /** Beyond the legal term; `openExtended` of these are within the term that the office has extended it to. */
    openLate: Count,
    openExtended: Count,
    awaitingSupplement: Count,
    unpublished: Count,
    unpublishedLate: Count,
  }),
  satisfaction: Satisfaction,
  times: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      openAtEnd: Count,
      cases: CaseFigures,
      figures: Figures,
      satisfaction: Satisfaction,
    }),
  ),
  tracks: z.array(Group),
  contents: z.array(Group),
  channels: z.array(Group),
  fields: z.array(Group.extend({ satisfaction: Satisfaction })),
  units: z.array(Group.extend({ satisfaction: Satisfaction })),
  /** Received and settled, of whole years only; procedures with fewer than five are not named. */
  procedures: z
    .array(
      z.object({
        slug: z.string(),
        name: z.string(),
        field: z.string(),
        received: Count,
        /** Procedures that this one has replaced: their letters are counted here. */
        joins: z.array(z.object({ slug: z.string(), name: z.string() })),
      }),
    )
    .nullable(),
  unnamedProcedures: Count.nullable(),
  indices: z.array(Index),
  identities: z.array(Identity),
  dossiers: z.object({
    months: z.array(z.string()),
    missing: z.array(z.string()),
    rows: z.array(DossierFigures),
    /** What was settled, month by month. */
    settled: z.array(z.object({ month: z.string(), early: Count, onTime: Count, late: Count })),
  }),
});
export type Statistics = z.infer<typeof Statistics>;
