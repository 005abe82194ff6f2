// The kinds of letters that a case has, what a template is made for, and how letters and numbers are asked for.
import { z } from 'zod';
import { optional } from '../forms/blank.ts';
import { typedDay } from '../forms/typed-day.ts';
import { line } from '../forms/validation.ts';

export const LetterKind = z.enum(
  ['reply', 'transfer', 'guidance', 'extension', 'refusal', 'supplement', 'report'],
  { error: 'Không có loại văn bản này.' },
);
export type LetterKind = z.infer<typeof LetterKind>;

export const letterNames: Record<LetterKind, string> = {
  reply: 'Công văn trả lời',
  transfer: 'Phiếu chuyển cơ quan có thẩm quyền',
  guidance: 'Văn bản hướng dẫn',
  extension: 'Thông báo gia hạn',
  refusal: 'Thông báo không tiếp nhận',
  supplement: 'Đề nghị bổ sung thông tin',
  report: 'Báo cáo kết quả cho cơ quan chuyển đến',
};

/** The name of a template in addresses: `tra-loi-phan-anh`. */
export const TemplateCode = z
  .string()
  .regex(/^[a-z0-9](?:-?[a-z0-9]){0,59}$/, 'Mã mẫu chỉ gồm chữ thường không dấu, số, gạch nối.');
export type TemplateCode = z.infer<typeof TemplateCode>;

/**
 * A number as it stands on a document: `05/SKHCN-VP`. Figures and capitals only, so that nothing of a person can be typed
 * into what is kept for ever (khoản 2 Điều 15 Nghị định số 30/2020/NĐ-CP).
 */
export const DocumentNumber = z
  .string()
  .max(60, { error: 'Số, ký hiệu dài quá 60 ký tự.', abort: true })
  .transform((typed) => typed.normalize('NFC').replace(/\s+/g, ''))
  .refine(
    (typed) => /^\d{1,6}(?:\/[\p{Lu}\d]+(?:[-.&][\p{Lu}\d]+)*)?$/u.test(typed),
    'Viết số và ký hiệu như 05/SKHCN-VP: chữ số, rồi chữ in hoa sau dấu gạch chéo.',
  );

/** Issuing a letter: by the register's next number, or under one that the office's own system has given. */
export const IssueLetter = z
  .strictObject({
    template: TemplateCode,
    numbering: z.enum(['next', 'given'], { error: 'Chọn cách lấy số.' }),
    number: optional(DocumentNumber),
    issuedOn: optional(typedDay('Ghi ngày của văn bản.')),
    capacity: line({ max: 100, missing: 'Chọn quyền hạn, chức vụ người ký.' }),
    signer: line({ min: 2, max: 100, missing: 'Ghi họ tên người ký.' }),
    /** What the page showed: a letter that has changed since is looked at again. */
    seen: z.string().max(64),
  })
  .refine(({ numbering, number }) => numbering === 'next' || number !== undefined, {
    path: ['number'],
    message: 'Ghi số, ký hiệu đã lấy ở hệ thống văn bản của cơ quan.',
  })
  .refine(({ numbering, issuedOn }) => numbering === 'next' || issuedOn !== undefined, {
    path: ['issuedOn'],
    message: 'Ghi ngày của văn bản.',
  });
export type IssueLetter = z.infer<typeof IssueLetter>;

export const CancelNumber = z.strictObject({
  reason: line({ min: 5, max: 300, missing: 'Ghi vì sao hủy số này, ít nhất 5 ký tự.' }),
});
