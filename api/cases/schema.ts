// What goes into and comes out of a case, for citizens and for staff; shared by the API and the pages.
import { z } from 'zod';
import { optional } from '../forms/blank.ts';
import { line, paragraphs } from '../forms/validation.ts';
import { mostEmailCharacters, readEmail } from '../text/email.ts';
import { readPhone } from '../text/phone.ts';
import { CaseKey } from './case-key.ts';

/** The eight contents of Điều 5 Nghị định 20/2008/NĐ-CP. */
export const ContentCode = z.enum(['5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8'], {
  error: 'Chọn một loại nội dung gần nhất với điều Ông/Bà muốn nói.',
});
export type ContentCode = z.infer<typeof ContentCode>;

/** How a case came in: the portal's form, what staff wrote down, or a higher authority's transfer. */
export const CaseSource = z.enum(['web', 'phone', 'counter', 'post', 'dialogue', 'vp-ubnd', 'dvcqg'], {
  error: 'Chọn nguồn tiếp nhận.',
});
export type CaseSource = z.infer<typeof CaseSource>;

export const Track = z.enum(['conduct', 'rule']);
export type Track = z.infer<typeof Track>;

/** 5.1 is about conduct, the other seven about rules (Điều 5 Nghị định 20/2008/NĐ-CP). */
export const trackOf = (code: ContentCode): Track => (code === '5.1' ? 'conduct' : 'rule');

export const Phone = line({ max: 80, missing: 'Nhập số điện thoại.' }).transform((typed, context) => {
  const read = readPhone(typed);
  if ('number' in read) return read.number;
  context.addIssue(
    read.wrong === 'several'
      ? 'Ô này nhận một số điện thoại. Giữ lại một số, số khác ghi vào phần nội dung.'
      : 'Số điện thoại chưa đúng. Viết đủ 10 chữ số, ví dụ 09xx xxx xxx. Số nội bộ viết sau chữ “máy lẻ”.',
  );
  return z.NEVER;
});

export const Email = line({ max: mostEmailCharacters, missing: 'Nhập địa chỉ thư điện tử.' }).transform(
  (typed, context) => {
    const read = readEmail(typed);
    if ('email' in read) return read.email;
    context.addIssue(
      read.suggestion
        ? `Không có địa chỉ nào tận cùng như vậy. Có phải ${read.suggestion}? Hãy sửa lại, hoặc để trống nếu có số điện thoại.`
        : read.wrong === 'several'
          ? 'Ô này nhận một địa chỉ thư điện tử. Giữ lại một địa chỉ.'
          : 'Địa chỉ thư điện tử chưa đúng. Viết dạng ten@vidu.vn.',
    );
    return z.NEVER;
  },
);

export const contactMissing =
  'Cần số điện thoại hoặc thư điện tử để cơ quan liên hệ khi cần (Điều 7 Nghị định 20/2008/NĐ-CP).';

/** A rule over some fields is asked as soon as these are sound, so that one look at the form finds everything. */
export const fieldsAreSound =
  (...fields: string[]) =>
  ({ issues }: z.core.ParsePayload) =>
    !issues.some(({ path }) => path === undefined || path.length === 0 || fields.includes(String(path[0])));

export const RatingScore = z.enum(['satisfied', 'acceptable', 'dissatisfied'], {
  error: 'Chọn một mức đánh giá.',
});
export type RatingScore = z.infer<typeof RatingScore>;
export const RatingReason = z.enum(['slow', 'off-topic', 'attitude', 'other']);
export type RatingReason = z.infer<typeof RatingReason>;

export const RateCase = z.strictObject({
  ...CaseKey.shape,
  score: RatingScore,
  reason: optional(RatingReason),
  comment: optional(paragraphs({ max: 1_000, missing: 'Viết ý kiến.' })),
});
export type RateCase = z.infer<typeof RateCase>;

/** Kinds of outcome: Điều 15 Nghị định 20/2008/NĐ-CP (first three) and the office's practice. */
export const Outcome = z.enum(['amend', 'recommend', 'issue', 'explain', 'correct-conduct', 'unfounded'], {
  error: 'Chọn kết quả xử lý.',
});
export type Outcome = z.infer<typeof Outcome>;

/** The six criteria of Điều 14.2.c Nghị định 20/2008/NĐ-CP. */
export const criterionKeys = ['necessary', 'lawful', 'simple', 'feasible', 'consistent', 'treaty'] as const;
export const Verdict = z.enum(['sound', 'flawed', 'not-considered'], {
  error: 'Chọn nhận định cho tiêu chí này.',
});
export const Criteria = z.strictObject(
  Object.fromEntries(criterionKeys.map((key) => [key, Verdict.default('not-considered')])) as Record<
    (typeof criterionKeys)[number],
    z.ZodDefault<typeof Verdict>
  >,
);
export type Criteria = z.infer<typeof Criteria>;

/** The finding about conduct (TT 01/2018/TT-VPCP Đ13.7.c: untrue and slanderous ones are not scored). */
export const Verification = z.enum(['true', 'partly-true', 'untrue', 'insufficient', 'slander']);
export type Verification = z.infer<typeof Verification>;

/** The lawful grounds for not taking a case in (điểm d khoản 1 Điều 9 with Điều 7 NĐ 20/2008), then what is no PAKN at all. */
export const RejectGround = z.enum(
  [
    'not-vietnamese',
    'unclear',
    'no-name',
    'no-address',
    'no-contact',
    'wrong-number',
    'question',
    'duplicate',
    'spam',
  ],
  { error: 'Chọn lý do không tiếp nhận.' },
);
export type RejectGround = z.infer<typeof RejectGround>;

/** Grounds that the sender could mend: a supplement must have been asked first. */
export const mendable: readonly RejectGround[] = ['unclear', 'no-name', 'no-address', 'no-contact'];
