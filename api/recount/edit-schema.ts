// Editing the calendar: what an administrator sends, the effect shown before, and the year as staff read it.
import { z } from 'zod';
import { line, paragraphs } from '../forms/validation.ts';
import { dayNumber, isWeekend } from '../dates/dates.ts';
import { firstDate, lastDate } from '../calendar/holidays.ts';
import { Certainty, OfficeKind } from '../calendar/schema.ts';

/** One day to set (`kind`), or to take back to what is published (`kind` null). */
export const DayChange = z
  .strictObject({
    date: z.iso
      .date({ error: 'Nhập một ngày có thật, viết dạng 2026-11-23.', abort: true })
      .refine((date) => date >= firstDate && date <= lastDate, 'Chỉ ghi được ngày từ năm 2000 đến năm 2099.'),
    kind: OfficeKind.nullable(),
    reason: line({ min: 3, max: 200, missing: 'Ghi tên ngày nghỉ, ngày làm bù hoặc lý do.' }),
    decision: line({ min: 3, max: 300, missing: 'Ghi số, ngày của quyết định, thông báo làm căn cứ.' }),
    certainty: Certainty.default('decided'),
  })
  .refine(({ date, kind }) => kind !== 'half' || !isWeekend(dayNumber(date)), {
    path: ['kind'],
    error:
      'Thứ Bảy, Chủ nhật vốn là ngày nghỉ. Nếu làm bù thì chọn làm bù; nghỉ nửa ngày chỉ ghi cho ngày thường.',
  });
export type DayChange = z.infer<typeof DayChange>;

const changes = z
  .array(DayChange)
  .min(1, 'Chọn ít nhất một ngày.')
  .max(60, 'Mỗi lần sửa nhiều nhất 60 ngày. Hãy chia thành nhiều lần.')
  .refine((list) => new Set(list.map(({ date }) => date)).size === list.length, 'Một ngày được ghi hai lần.');

export const PreviewChanges = z.strictObject({ changes });
export type PreviewChanges = z.infer<typeof PreviewChanges>;

export const ApplyChanges = z.strictObject({
  changes,
  /** Goes into the history and into every case whose date moves. */
  reason: paragraphs({
    min: 10,
    max: 1_000,
    missing: 'Ghi lý do, ít nhất 10 ký tự; lý do được ghi vào từng hồ sơ.',
  }),
  previewToken: z.string({ error: 'Hãy xem tác động trước khi áp dụng.' }).max(100),
});
export type ApplyChanges = z.infer<typeof ApplyChanges>;

const Day = z.string().meta({ format: 'date' });

export const EffectCounts = z.object({
  open: z.int(),
  changed: z.int(),
  later: z.int(),
  earlier: z.int(),
  /** Only a stage's or the transfer's date moves. */
  stageOnly: z.int(),
});

/** What a change would do to open cases: counts of all of them, lists cut at 500. */
export const EffectView = z.object({
  previewToken: z.string(),
  counts: EffectCounts,
  cases: z.array(
    z.object({
      number: z.string(),
      dueBefore: Day,
      dueAfter: Day,
      stageBefore: Day.nullable(),
      stageAfter: Day.nullable(),
    }),
  ),
});
export type EffectView = z.infer<typeof EffectView>;

export const AppliedView = z.object({ version: z.int(), counts: EffectCounts });

export const StaffYearRequest = z.strictObject({
  year: z
    .string({ error: 'Thêm ?year=2026 để chọn năm.' })
    .regex(/^20\d\d$/, 'Năm gồm 4 chữ số, từ 2000 đến 2099.')
    .transform(Number),
});

/** A year for staff: each listed day with where it comes from, and every edit of it. */
export const StaffYearView = z.object({
  year: z.int(),
  published: z.boolean(),
  notes: z.array(z.string()),
  days: z.array(
    z.object({
      date: Day,
      weekday: z.string(),
      kind: OfficeKind,
      reason: z.string(),
      source: z.string(),
      certainty: Certainty,
      entered: z.boolean(),
    }),
  ),
  changes: z.array(
    z.object({
      date: Day,
      kindBefore: OfficeKind.nullable(),
      kind: OfficeKind.nullable(),
      reason: z.string(),
      decision: z.string(),
      editor: z.string().nullable(),
      editedAt: z.string().meta({ format: 'date-time' }),
    }),
  ),
});
export type StaffYearView = z.infer<typeof StaffYearView>;
