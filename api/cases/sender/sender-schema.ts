// What a sender does with the own case.
import { z } from 'zod';
import { UploadTokens } from '../../attachments/upload.ts';
import { cut, line, paragraphs } from '../../forms/validation.ts';
import { CaseKey } from '../case-key.ts';
import { Email, optional, Phone } from '../schema.ts';

const wrongKey = 'Khóa của lần đổi mã phải có 20 đến 100 ký tự chữ, số, gạch nối.';
const ChangeKey = cut(100, { tooLong: wrongKey }).regex(/^[\w-]{20,100}$/, wrongKey);
const words = (missing: string) => paragraphs({ min: 5, max: 2_000, missing });
const own = <Name extends string, Shape extends z.ZodRawShape>(step: Name, shape: Shape) =>
  z.strictObject({ step: z.literal(step), ...CaseKey.shape, ...shape });

/** What a sender does with the own case, proven by number and secret. */
export const SenderStep = z.discriminatedUnion(
  'step',
  [
    own('supply', {
      text: paragraphs({ min: 5, max: 10_000, missing: 'Viết thông tin bổ sung, ít nhất 5 ký tự.' }),
      attachments: UploadTokens.optional(),
    }),
    own('remark', {
      text: paragraphs({ min: 5, max: 5_000, missing: 'Viết điều muốn nói thêm, ít nhất 5 ký tự.' }),
      attachments: UploadTokens.optional(),
    }),
    own('withdraw', { text: optional(words('Ghi lý do rút, ít nhất 5 ký tự, hoặc để trống.')) }),
    own('continue', {
      text: paragraphs({
        min: 20,
        max: 10_000,
        missing: 'Nêu tình tiết mới hoặc điểm chưa đồng ý, ít nhất 20 ký tự.',
      }),
    }),
    own('correct-contact', {
      address: line({ min: 5, max: 300, missing: 'Nhập địa chỉ liên hệ: số nhà hoặc thôn, xã, tỉnh.' }),
      phone: optional(Phone),
      email: optional(Email),
    }),
    own('choose-name', { name: z.enum(['hide', 'show'], { error: 'Chọn ẩn hay nêu tên.' }) }),
    /** Under the same key the same change is told again: who presses twice is not locked out. */
    own('rotate-secret', { key: ChangeKey.optional() }),
  ],
  { error: 'Không có việc nào tên như vậy.' },
);
export type SenderStep = z.infer<typeof SenderStep>;
