// What each officer wants to get by mail, and what the office has set: as forms and API take and give it.
import { z } from 'zod';
import { line } from '../forms/validation.ts';
import { optionalOccasions, type OptionalOccasion } from '../notify/occasions.ts';

/** Quarters of the morning, 05:00 to 11:45. */
export const digestTimes = Array.from(
  { length: 28 },
  (_, quarter) =>
    `${String(5 + Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
) as [string, ...string[]];
const DigestTime = z.enum(digestTimes, { error: 'Chọn giờ gửi trong danh sách.' });

const ticks = Object.fromEntries(optionalOccasions.map((name) => [name, z.boolean()])) as Record<
  OptionalOccasion,
  z.ZodBoolean
>;
/** A tick for each occasion that one may turn off. */
export const OwnMail = z.strictObject({
  ...ticks,
  digest: z.boolean(),
  /** Null: at the office's time. */
  digestAt: DigestTime.nullable(),
});
export type OwnMail = z.infer<typeof OwnMail>;

export const OwnMailView = z.object({
  settings: z.object({
    off: z.array(z.string()),
    digest: z.boolean(),
    digestAt: z.string().nullable(),
  }),
  email: z.string(),
  /** At which time the office sends. */
  officeDigestAt: z.string(),
  /** Since when the box takes no letters. */
  refusedAt: z.string().nullable(),
});

const most = 60;
/** Working days from the date; negative: before it. */
const RungDay = z
  .int({ error: 'Nhập số ngày làm việc, là số nguyên; số âm là trước hạn. Để trống: không báo.' })
  .min(-30, 'Sớm nhất 30 ngày làm việc trước hạn (−30).')
  .max(most, `Muộn nhất ${most} ngày làm việc sau hạn.`)
  .nullable();

export const OfficeMail = z.strictObject({
  digestAt: DigestTime,
  headDays: RungDay,
  chiefDays: RungDay,
  legalBasis: line({
    min: 10,
    max: 500,
    missing: 'Ghi căn cứ hoặc quyết định của cơ quan, ít nhất 10 ký tự.',
  }),
  /** The number of the settings as the form showed them: a change of somebody else meanwhile is not overwritten. */
  seen: z.string().max(20),
});
export type OfficeMail = z.infer<typeof OfficeMail>;

export const OfficeMailView = z.object({
  id: z.string(),
  digestAt: z.string(),
  headDays: z.int().nullable(),
  chiefDays: z.int().nullable(),
  legalBasis: z.string(),
  changedBy: z.string().nullable(),
  changedAt: z.string(),
});
/** What is in force, and what was before, newest first. */
export const OfficeMailViews = z.object({ now: OfficeMailView, before: z.array(OfficeMailView) });

/** What a link in a letter stops: the letters about cases, or the one of the morning. */
export const stopKinds = ['cases', 'digest'] as const;
export type StopKind = (typeof stopKinds)[number];
export const StopMail = z.strictObject({ token: z.string().max(100) });
export const StoppedMail = z.object({ kind: z.enum(stopKinds) });
