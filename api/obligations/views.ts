// A year of the report calendar as staff see it, and the mark that an officer makes.
import { z } from 'zod';
import { typedDay } from '../forms/typed-day.ts';
import { line, paragraphs } from '../forms/validation.ts';
import { Obligation, Period } from './schema.ts';

const reason = (missing: string) => paragraphs({ min: 3, max: 500, missing });
const occurrence = {
  obligation: z.string().max(120),
  year: z.int().min(2000).max(2098),
  period: Period,
  /** The newest mark that the officer saw (null: none): who marks on an old page is told so. */
  after: z.int().nullable(),
};

/** Done with its evidence; not owed this time; another day; or the taking back of the mark before. */
export const ObligationMark = z.discriminatedUnion(
  'status',
  [
    z.strictObject({
      ...occurrence,
      status: z.literal('done'),
      on: typedDay('Nhập ngày gửi hoặc ban hành, ví dụ 05/01/2026.'),
      evidence: line({
        min: 3,
        max: 300,
        missing: 'Ghi số, ký hiệu văn bản, đường dẫn hoặc nơi lưu bản đã gửi.',
      }),
      reason: paragraphs({ min: 0, max: 500, missing: '' }).default(''),
    }),
    z.strictObject({
      ...occurrence,
      status: z.literal('not-applicable'),
      reason: reason('Ghi lý do không phải làm kỳ này.'),
    }),
    z.strictObject({
      ...occurrence,
      status: z.literal('postponed'),
      on: typedDay('Nhập hạn mới, ví dụ 05/01/2026.'),
      reason: reason('Ghi lý do đổi hạn, ví dụ số văn bản ấn định ngày mới.'),
    }),
    z.strictObject({
      ...occurrence,
      status: z.literal('undone'),
      reason: reason('Ghi lý do bỏ lần ghi trước.'),
    }),
  ],
  { error: 'Chọn một tình trạng.' },
);
export type ObligationMark = z.infer<typeof ObligationMark>;

export const MarkView = z.strictObject({
  id: z.int(),
  status: z.enum(['done', 'not-applicable', 'postponed', 'undone']),
  on: z.iso.date().nullable(),
  evidence: z.string(),
  reason: z.string(),
  /** Null: an account that is gone. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type MarkView = z.infer<typeof MarkView>;

export const OccurrenceView = z.strictObject({
  obligation: z.string(),
  year: z.int(),
  period: z.string(),
  title: z.string(),
  /** `quý III năm 2026`. */
  periodWords: z.string(),
  kind: Obligation.shape.kind,
  steps: Obligation.shape.steps,
  source: Obligation.shape.source,
  form: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(['done', 'done-late', 'not-applicable', 'late', 'due', 'no-due', 'untracked']),
  /** The day that counts: the rule's, or the one it was postponed to. */
  dueOn: z.iso.date().nullable(),
  /** The rule's own day and how it comes about; null where the source names none. */
  rule: z.strictObject({ on: z.iso.date(), certain: z.boolean(), why: z.string() }).nullable(),
  /** What the source says instead of a day. */
  undated: z.string().nullable(),
  postponed: z.boolean(),
  /** Working days left, negative when late; null once it is settled or without a day. */
  daysLeft: z.int().nullable(),
  doneOn: z.iso.date().nullable(),
  /** Newest first. */
  marks: z.array(MarkView),
});
export type OccurrenceView = z.infer<typeof OccurrenceView>;

export const YearQuery = z.strictObject({
  year: z
    .string()
    .regex(/^20\d\d$/, 'Năm gồm 4 chữ số, từ 2000 đến 2098.')
    .transform(Number)
    .refine((year) => year <= 2098, 'Năm gồm 4 chữ số, từ 2000 đến 2098.')
    .optional(),
});

export const ObligationYear = z.strictObject({
  year: z.int(),
  trackedFrom: z.iso.date(),
  /** Those of the year, and before the current one's: what is still overdue from earlier years. */
  occurrences: z.array(OccurrenceView),
  /** When the reader's own calendar address was made; null: there is none. */
  feedMadeAt: z.iso.datetime().nullable(),
});
export type ObligationYear = z.infer<typeof ObligationYear>;

/** The secret end of a calendar address; told once. */
export const NewFeed = z.strictObject({ key: z.string() });

export const FeedKey = z.strictObject({ key: z.string().max(100) });

/** What a calendar program is told: titles and days only. */
export const Feed = z.strictObject({
  events: z.array(z.strictObject({ uid: z.string(), title: z.string(), on: z.iso.date(), version: z.int() })),
});
export type Feed = z.infer<typeof Feed>;
