// What is sent to open a case: by its sender, or by staff who write it down for somebody.
import { z } from 'zod';
import { languages } from '../../languages/language.ts';
import { UploadTokens } from '../../attachments/upload.ts';
import { typedDay } from '../../forms/typed-day.ts';
import { line } from '../../forms/validation.ts';
import { isForwarded } from '../dates/report.ts';
import { parts, schemasOf } from '../fields/table.ts';
import { optional } from '../../forms/blank.ts';
import { CaseSource, contactMissing, fieldsAreSound } from '../schema.ts';

type Reached = { phone?: string | undefined; email?: string | undefined };

const isReached = z.refine<Reached>(({ phone, email }) => Boolean(phone || email), {
  path: ['phone'],
  message: contactMissing,
  when: fieldsAreSound('phone', 'email'),
});
const isWrittenTo = z.refine<Reached & { consentsToNotices?: boolean | undefined }>(
  ({ consentsToNotices, email }) => !consentsToNotices || Boolean(email),
  {
    path: ['email'],
    message: 'Muốn nhận thông báo thì cần thư điện tử.',
    when: fieldsAreSound('email'),
  },
);

export const SubmitCase = z
  .strictObject({
    ...schemasOf(parts.letter),
    ...schemasOf(parts.person),
    /** Tokens of POST /api/uploads, at most five. */
    attachments: UploadTokens.optional(),
    /** The version of the personal-data notice that was shown; the newest where a program names none. */
    privacyNotice: optional(line({ max: 20, missing: 'Thiếu bản thông báo về dữ liệu cá nhân.' })),
    ...schemasOf(parts.consents),
    /** In which letters about the case are wanted; Vietnamese where nothing is said. */
    language: optional(z.enum(languages)),
    readPrivacyNotice: z.literal(true, {
      error: 'Hãy đọc thông báo về dữ liệu cá nhân và đánh dấu vào ô này.',
    }),
  })
  .check(isReached, isWrittenTo);
export type SubmitCase = z.infer<typeof SubmitCase>;

/** A case that staff write down: by telephone, at the counter, from a letter, from a meeting, or forwarded from above. */
export const TakeIn = z
  .strictObject({
    source: CaseSource.exclude(['web'], { error: 'Chọn nguồn tiếp nhận.' }),
    ...schemasOf(parts.letter),
    ...schemasOf(parts.person),
    ...schemasOf(parts.consents),
    /** Day 0 of a case that nobody has sent on: when it came, where that is not today (a letter by post, a meeting). */
    receivedOn: optional(typedDay('Ghi ngày nhận.')),
    /** The letter or form on paper, scanned: tokens of POST /api/uploads. */
    attachments: UploadTokens.optional(),
    /** Of a forwarded case: who sent it on, under which number, on which day, with which deadline. */
    originAgency: optional(line({ max: 200, missing: 'Ghi cơ quan chuyển.' })),
    originNumber: optional(line({ max: 100, missing: 'Ghi số văn bản chuyển.' })),
    originOn: optional(typedDay('Ghi ngày chuyển.')),
    originDueOn: optional(typedDay('Ghi hạn do cơ quan chuyển đặt.')),
    nationalCode: optional(line({ max: 60, missing: 'Ghi mã trên Cổng Dịch vụ công quốc gia.' })),
  })
  .check(isReached, isWrittenTo)
  .refine(({ source, originOn }) => !isForwarded(source) || Boolean(originOn), {
    path: ['originOn'],
    message: 'Ghi ngày chuyển: thời hạn chạy từ ngày này.',
    when: fieldsAreSound('source', 'originOn'),
  })
  .refine(({ source, originNumber }) => source !== 'vp-ubnd' || Boolean(originNumber), {
    path: ['originNumber'],
    message: 'Ghi số văn bản chuyển.',
    when: fieldsAreSound('source', 'originNumber'),
  })
  .refine(({ source, nationalCode }) => source !== 'dvcqg' || Boolean(nationalCode), {
    path: ['nationalCode'],
    message: 'Ghi mã phản ánh trên Cổng Dịch vụ công quốc gia.',
    when: fieldsAreSound('source', 'nationalCode'),
  })
  .refine(
    ({ source, originOn, originDueOn }) =>
      !isForwarded(source) || !originOn || !originDueOn || originDueOn >= originOn,
    {
      path: ['originDueOn'],
      message: 'Hạn phải sau ngày chuyển.',
      when: fieldsAreSound('source', 'originOn', 'originDueOn'),
    },
  );
export type TakeIn = z.infer<typeof TakeIn>;
