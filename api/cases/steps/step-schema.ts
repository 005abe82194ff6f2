// The steps of staff on a case, each with what it must say.
import { z } from 'zod';
import { mostDays } from '../../calendar/working-days.ts';
import { line, paragraphs } from '../../forms/validation.ts';
import { caseNumber } from '../case-key.ts';
import { ContentCode, Criteria, optional, Outcome, RefusalGround, Verification } from '../schema.ts';

const version = z.int({ error: 'Thiếu phiên bản của hồ sơ. Hãy tải lại trang.' });
const words = (missing: string, max = 2_000) => paragraphs({ min: 5, max, missing });
const why = words('Ghi rõ lý do.');
const Day = (missing: string) => z.iso.date({ error: missing });
const plain = <Name extends string>(step: Name) => z.strictObject({ step: z.literal(step), version });
const withReason = <Name extends string>(step: Name) =>
  z.strictObject({ step: z.literal(step), version, reason: why });
const units = z.array(z.string().max(60)).max(10).default([]);
const handlerId = line({ max: 100, missing: 'Chọn người xử lý.' });
const assignment = <Name extends string>(step: Name) =>
  z.strictObject({ step: z.literal(step), version, handlerId, units, note: optional(words('Ghi chú.')) });
/** Classifies in the same step what nobody has classified yet (điểm c khoản 1 Điều 9 NĐ 20/2008). */
const contentCode = optional(ContentCode);
const procedure = optional(line({ max: 120, missing: 'Chọn thủ tục.' }));
const document = {
  documentNumber: line({ max: 100, missing: 'Ghi số, ký hiệu văn bản.' }),
  documentOn: Day('Ghi ngày văn bản.'),
};

/** A step of staff on a case; `version` is that of the case as it was seen. */
export const TakeStep = z.discriminatedUnion(
  'step',
  [
    z.strictObject({
      step: z.literal('classify'),
      version,
      contentCode: ContentCode,
      procedure,
      summary: line({
        min: 10,
        max: 300,
        missing: 'Tóm tắt nội dung trong một câu, không ghi tên người gửi.',
      }),
      /** Whom a case about conduct complains of: a unit, or a person in it. They never see it. */
      subjectUnit: optional(line({ max: 60, missing: 'Chọn đơn vị.' })),
      subjectId: optional(line({ max: 100, missing: 'Chọn người.' })),
    }),
    plain('accept'),
    plain('refer-conduct'),
    z.strictObject({
      step: z.literal('ask-supplement'),
      version,
      question: words('Viết rõ cần bổ sung điều gì, người gửi đọc đúng những lời này.'),
    }),
    z.strictObject({ step: z.literal('reject'), version, contentCode, ground: RefusalGround, reason: why }),
    withReason('reopen-rejected'),
    z.strictObject({
      step: z.literal('guide-out'),
      version,
      kind: z.enum(['complaint', 'denunciation', 'other'], {
        error: 'Chọn khiếu nại, tố cáo hay loại khác.',
      }),
      guidance: words('Hướng dẫn nơi gửi, cách gửi; không nhận xét nội dung.'),
      /** The one person who keeps a denunciation, besides the leaders. */
      keeperId: optional(line({ max: 100, missing: 'Chọn người được giao giữ.' })),
    }),
    z.strictObject({
      step: z.literal('lock'),
      version,
      /** Who locks it keeps it, unless somebody else is named. */
      keeperId: optional(line({ max: 100, missing: 'Chọn người được giao giữ hồ sơ.' })),
      reason: why,
    }),
    withReason('unlock'),
    withReason('dismiss-signal'),
    withReason('take-back'),
    z.strictObject({
      step: z.literal('transfer'),
      version,
      contentCode,
      agency: line({ min: 5, max: 200, missing: 'Ghi tên cơ quan nhận.' }),
      ...document,
    }),
    z.strictObject({
      step: z.literal('record-outside-result'),
      version,
      ...document,
      result: words('Ghi kết quả của cơ quan đó.', 20_000),
    }),
    withReason('return-transfer'),
    z.strictObject({
      step: z.literal('merge'),
      version,
      contentCode,
      into: caseNumber('Ghi mã hồ sơ chung.'),
      reason: why,
    }),
    z.strictObject({
      step: z.literal('split'),
      version,
      contentCode: ContentCode,
      body: paragraphs({
        min: 20,
        max: 10_000,
        missing: 'Chép phần nội dung của hồ sơ mới, ít nhất 20 ký tự.',
      }),
    }),
    assignment('assign'),
    assignment('assign-conduct'),
    assignment('reassign'),
    z.strictObject({
      step: z.literal('collect'),
      version,
      interim: words('Viết lời trả lời tạm cho người gửi.', 20_000),
    }),
    plain('resume'),
    z.strictObject({
      step: z.literal('extend'),
      version,
      days: z
        .int({ error: 'Ghi số ngày làm việc gia hạn.' })
        .min(1, 'Ít nhất 01 ngày làm việc.')
        .max(mostDays, `Nhiều nhất ${mostDays} ngày làm việc.`),
      reason: why,
    }),
    z.strictObject({
      step: z.literal('draft-reply'),
      version,
      body: paragraphs({ min: 20, max: 20_000, missing: 'Viết nội dung trả lời, ít nhất 20 ký tự.' }),
      outcome: Outcome,
      criteria: Criteria.default({
        necessary: 'not-considered',
        lawful: 'not-considered',
        simple: 'not-considered',
        feasible: 'not-considered',
        consistent: 'not-considered',
        treaty: 'not-considered',
      }),
      verification: optional(Verification),
    }),
    withReason('return-draft'),
    plain('submit-reply'),
    withReason('return-reply'),
    z.strictObject({
      step: z.literal('approve'),
      version,
      letterNumber: optional(line({ max: 100, missing: 'Ghi số, ký hiệu công văn trả lời.' })),
      /** To the senders of the cases that were merged into this one, where the reply names somebody. */
      mergedBody: optional(
        paragraphs({ min: 20, max: 20_000, missing: 'Viết trả lời cho các hồ sơ gộp, ít nhất 20 ký tự.' }),
      ),
      confirmedMasked: z.boolean().default(false),
    }),
    z.strictObject({
      step: z.literal('publish'),
      version,
      summary: paragraphs({
        min: 20,
        max: 5_000,
        missing: 'Biên tập lại nội dung phản ánh để công khai, ít nhất 20 ký tự.',
      }),
      answer: paragraphs({
        min: 20,
        max: 20_000,
        missing: 'Biên tập nội dung trả lời để công khai, ít nhất 20 ký tự.',
      }),
      confirmedMasked: z.boolean().default(false),
    }),
    withReason('close-private'),
    z.strictObject({ step: z.literal('note'), version, note: words('Viết ghi chú.') }),
    withReason('decline-proposal'),
    plain('archive'),
    withReason('erase'),
  ],
  { error: 'Không có việc nào tên như vậy.' },
);
export type TakeStep = z.infer<typeof TakeStep>;
