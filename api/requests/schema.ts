// What a request says, what a step on it needs, and how requester and officer see it.
import { z } from '@hono/zod-openapi';
import { optional } from '../forms/blank.ts';
import { Email, fieldsAreSound, Phone } from '../cases/schema.ts';
import { noSuchDay, typedDay } from '../forms/typed-day.ts';
import { line, paragraphs } from '../forms/validation.ts';
import { kindOf, RequestKind } from './kinds.ts';
import { RequestStatus, RequestStep } from './lifecycle.ts';

export const MakeRequest = z
  .strictObject({
    kind: RequestKind,
    text: paragraphs({
      min: 10,
      max: 5_000,
      missing: 'Viết nội dung yêu cầu, ít nhất 10 ký tự.',
      tooLong: 'Nội dung dài quá 5.000 ký tự. Hãy viết gọn lại.',
    }),
    name: optional(line({ min: 2, max: 150, missing: 'Nhập họ và tên.' })),
    phone: optional(Phone),
    email: optional(Email),
    address: optional(line({ min: 5, max: 300, missing: 'Nhập địa chỉ liên hệ.' })),
    caseNumber: optional(
      line({ max: 40, missing: 'Nhập mã hồ sơ.' }).transform((text) => text.toUpperCase()),
    ),
    /** The look-up code of that case: proves who asks, and is not kept. */
    caseSecret: optional(line({ max: 60, missing: 'Nhập mã tra cứu.' })),
    /** The version of the notice that was shown. */
    privacyNotice: optional(line({ max: 20, missing: 'Thiếu bản thông báo.' })),
    readPrivacyNotice: z.literal(true, {
      error: 'Hãy đọc thông báo về dữ liệu cá nhân và đánh dấu vào ô này.',
    }),
  })
  .refine(({ kind, name }) => !kindOf(kind).asksIdentity || Boolean(name), {
    path: ['name'],
    message: 'Nhập họ và tên để đối chiếu.',
    when: fieldsAreSound('kind', 'name'),
  })
  .refine(
    ({ kind, phone, email, address }) => !kindOf(kind).asksIdentity || Boolean(phone || email || address),
    {
      path: ['phone'],
      message: 'Cần số điện thoại, thư điện tử hoặc địa chỉ để đối chiếu và trả lời.',
      when: fieldsAreSound('kind', 'phone', 'email', 'address'),
    },
  )
  .refine(({ caseNumber, caseSecret }) => !caseSecret || Boolean(caseNumber), {
    path: ['caseNumber'],
    message: 'Nhập cả mã hồ sơ đi cùng mã tra cứu.',
    when: fieldsAreSound('caseNumber', 'caseSecret'),
  })
  .openapi('MakeRequest');
export type MakeRequest = z.infer<typeof MakeRequest>;

export const RequestKey = z.strictObject({
  number: line({ max: 40, missing: 'Nhập số yêu cầu, ví dụ YC-2026-000001.' }).transform((text) =>
    text.toUpperCase(),
  ),
  secret: line({ max: 60, missing: 'Nhập mã tra cứu gồm 20 ký tự.' }),
});
export type RequestKey = z.infer<typeof RequestKey>;

export const RequestReceipt = z.object({
  number: z.string(),
  secret: z.string(),
  receivedAt: z.string(),
  acknowledgeOn: z.string().nullable(),
  dueOn: z.string(),
});
export type RequestReceipt = z.infer<typeof RequestReceipt>;

const Letter = { number: z.string().nullable(), on: z.string().nullable() };

/** A request as whoever made it sees it. */
export const OwnRequest = z.object({
  number: z.string(),
  kind: RequestKind,
  status: RequestStatus,
  receivedAt: z.string(),
  acknowledgeOn: z.string().nullable(),
  dueOn: z.string(),
  letter: z.object(Letter),
  events: z.array(z.object({ step: RequestStep, at: z.string(), text: z.string().nullable() })),
});
export type OwnRequest = z.infer<typeof OwnRequest>;

export const RequestRow = z.object({
  number: z.string(),
  kind: RequestKind,
  status: RequestStatus,
  receivedAt: z.string(),
  acknowledgeOn: z.string().nullable(),
  dueOn: z.string(),
  /** Working days until the next day to keep; null once it is closed. */
  daysLeft: z.int().nullable(),
});
export type RequestRow = z.infer<typeof RequestRow>;

export const StaffRequest = RequestRow.extend({
  version: z.int(),
  identity: z.enum(['unchecked', 'by-code', 'by-officer']),
  erasedAt: z.string().nullable(),
  letter: z.object(Letter),
  person: z
    .object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      address: z.string().nullable(),
      caseNumber: z.string().nullable(),
    })
    .nullable(),
  /** The case that number and code have opened, or that a new code was given for. */
  caseNumber: z.string().nullable(),
  events: z.array(
    z.object({ step: RequestStep, at: z.string(), by: z.string().nullable(), text: z.string().nullable() }),
  ),
  steps: z.array(RequestStep),
});
export type StaffRequest = z.infer<typeof StaffRequest>;

export const RequestStanding = z.object({ open: z.int(), late: z.int(), soon: z.int() });

const versioned = { version: z.int('Thiếu phiên bản của yêu cầu. Hãy mở lại trang.') };
const words = (missing: string) => paragraphs({ min: 5, max: 5_000, missing });
const letter = {
  letterNumber: optional(line({ max: 60, missing: 'Ghi số, ký hiệu văn bản.' })),
  letterOn: optional(typedDay(noSuchDay)),
};

export const TakeRequestStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('acknowledge'), ...versioned }),
  z.strictObject({
    step: z.literal('identify'),
    ...versioned,
    text: words('Ghi đã đối chiếu bằng cách nào, ví dụ gọi lại số điện thoại trong hồ sơ.'),
  }),
  z.strictObject({
    step: z.literal('extend'),
    ...versioned,
    text: words('Ghi lý do gia hạn; người yêu cầu đọc được.'),
  }),
  z.strictObject({
    step: z.literal('reissue'),
    ...versioned,
    caseNumber: line({ max: 40, missing: 'Nhập mã hồ sơ đã đối chiếu.' }).transform((text) =>
      text.toUpperCase(),
    ),
  }),
  z.strictObject({
    step: z.literal('answer'),
    ...versioned,
    text: words('Viết nội dung trả lời.'),
    ...letter,
  }),
  z.strictObject({
    step: z.literal('refuse'),
    ...versioned,
    text: words('Ghi lý do và căn cứ pháp lý của việc không thực hiện.'),
    ...letter,
  }),
  z.strictObject({ step: z.literal('note'), ...versioned, text: words('Viết ghi chú.') }),
  z.strictObject({ step: z.literal('erase'), ...versioned }),
]);
export type TakeRequestStep = z.infer<typeof TakeRequestStep>;
