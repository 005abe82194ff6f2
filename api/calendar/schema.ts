// The days that break the Monday-to-Friday rule, and the shape of a computed due date.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';
import { firstDate, lastDate } from './holidays.ts';

/** decided: by law or an official notice; announced: reported, the official text was not read; expected: may still change. */
export const Certainty = z.enum(['decided', 'announced', 'expected']);
export type Certainty = z.infer<typeof Certainty>;

/**
 * `off`: not a working day; `work`: a working day (a make-up Saturday, or a weekday on which a decision is awaited).
 * A half day off stays a working day: no text on time limits counts halves.
 */
export const CalendarDay = z.strictObject({
  date: Day,
  kind: z.enum(['off', 'work']),
  reason: Text,
  certainty: Certainty,
  source: Text,
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** content/calendar.yaml: the days, and what is not known of a year, in words. */
export const CalendarContent = z.strictObject({
  days: z
    .array(CalendarDay)
    .refine(
      (days) => new Set(days.map(({ date }) => date)).size === days.length,
      'Một ngày được ghi hai lần.',
    ),
  notes: z.array(z.strictObject({ year: z.int(), text: Text })),
});
export type CalendarContent = z.infer<typeof CalendarContent>;

const DateView = z.string().meta({ format: 'date', example: '2026-12-14' });

/** One day between receipt and the due date: counted as day k, or (null) not counted and why. */
export const ExplainedDay = z.object({
  date: DateView,
  weekday: z.string(),
  counted: z.int().nullable(),
  reason: z.string().optional(),
  certainty: Certainty.optional(),
});
export type ExplainedDay = z.infer<typeof ExplainedDay>;

/** A due date in Việt Nam (it ends at 24:00) with every day behind it; `certain` false when one of them may still change. */
export const DueView = z.object({
  on: DateView,
  explanation: z.array(ExplainedDay),
  summary: z.string(),
  certain: z.boolean(),
});
export type DueView = z.infer<typeof DueView>;

export const DueRequest = z.strictObject({
  from: z.iso
    .date({ error: 'Nhập một ngày có thật, viết dạng 2026-11-20.', abort: true })
    .refine((date) => date >= firstDate && date <= lastDate, 'Chỉ tính được từ năm 2000 đến năm 2099.'),
  workingDays: z
    .int({ error: 'Nhập số ngày làm việc, là số nguyên.' })
    .min(0, 'Số ngày không được âm.')
    .max(250, 'Nhiều nhất 250 ngày làm việc.'),
});
export type DueRequest = z.infer<typeof DueRequest>;

export const YearRequest = z.strictObject({
  year: z
    .string({ error: 'Thêm ?year=2026 để chọn năm.' })
    .regex(/^20\d\d$/, 'Năm gồm 4 chữ số, từ 2000 đến 2099.')
    .transform(Number),
});

/** The days of one year; `published` false: only the fixed-date holidays of the law are known. */
export const YearView = z.object({
  year: z.int(),
  published: z.boolean(),
  days: z.array(
    z.object({
      date: DateView,
      weekday: z.string(),
      kind: z.enum(['off', 'work']),
      reason: z.string(),
      certainty: Certainty,
      source: z.string(),
    }),
  ),
  notes: z.array(z.string()),
});
export type YearView = z.infer<typeof YearView>;

/** A day as an officer enters it; `half` is a half day off, which stays a working day. */
export const OfficeKind = z.enum(['off', 'work', 'half']);
export type OfficeKind = z.infer<typeof OfficeKind>;

/** An officer's entry: it overrules what is published for that date. */
export type OfficeDay = {
  date: string;
  kind: OfficeKind;
  reason: string;
  /** The decision or notice it rests on, with its number. */
  decision: string;
  certainty: Certainty;
};
