// What is asked and told of keeping data: what would go on a day, which cases are held back. Pure.
import { z } from 'zod';
import { typedDate } from '../dates/dates.ts';
import { noSuchDay } from '../forms/typed-day.ts';
import { cut, line } from '../forms/validation.ts';
import { readCaseNumber } from '../text/case-number.ts';

const tidy = (value: unknown) =>
  typeof value === 'string' ? typedDate(value.slice(0, 40)) || undefined : (value ?? undefined);
const TypedDay = z.preprocess(tidy, z.iso.date(noSuchDay).optional());

export const RetentionQuery = z.object({ on: TypedDay });

const Kind = z.object({
  code: z.string(),
  label: z.string(),
  days: z.number(),
  legalBasis: z.string(),
  /** What would go on that day, if nothing changes. */
  due: z.number(),
  /** What is held back although its term is over then. */
  held: z.number(),
});
const Hold = z.object({
  id: z.string(),
  number: z.string(),
  reason: z.string(),
  untilOn: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
});

export const RetentionView = z.object({
  /** The day looked at, in Việt Nam. */
  on: z.iso.date(),
  kinds: z.array(Kind),
  /** The first cases that would go, as far as the viewer may open them; null for who opens none. */
  cases: z.array(z.object({ number: z.string(), label: z.string(), closedOn: z.iso.date() })).nullable(),
  /** Holds that stand on cases that the viewer may open; null for who opens none. */
  holds: z.array(Hold).nullable(),
  /** All holds that stand, the viewer's or not. */
  standing: z.number(),
});
export type RetentionView = z.infer<typeof RetentionView>;

export const NewHold = z.strictObject({
  number: cut(200, { missing: 'Ghi mã hồ sơ.', tooLong: 'Mã hồ sơ dài quá 200 ký tự.' })
    .transform(readCaseNumber)
    .refine((number) => number !== '', 'Ghi mã hồ sơ.'),
  reason: line({
    min: 5,
    max: 300,
    missing: 'Ghi vì sao phải giữ: cuộc thanh tra, vụ việc, văn bản nào; ít nhất 5 ký tự.',
  }),
  /** The last day; left out: until it is ended. */
  untilOn: TypedDay,
});
export type NewHold = z.infer<typeof NewHold>;
