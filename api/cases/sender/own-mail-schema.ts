// What is posted around letters that a sender asks for: a lost code, an address to confirm, a receipt.
import { z } from 'zod';
import { cut } from '../../forms/validation.ts';
import { CaseKey } from '../case-key.ts';
import { Email } from '../schema.ts';

const token = cut(100, { tooLong: 'Đường dẫn không đúng. Hãy mở lại từ thư đã nhận.' });
const wrongKey = 'Khóa của lần tạo mã phải có 20 đến 100 ký tự chữ, số, gạch nối.';

export const AskForCode = z.strictObject({ number: CaseKey.shape.number, email: Email });
export type AskForCode = z.infer<typeof AskForCode>;

export const RenewCode = z.strictObject({
  token,
  /** Under the same key the same code is told again: a line that broke locks nobody out. */
  key: cut(100, { tooLong: wrongKey }).regex(/^[\w-]{20,100}$/, wrongKey),
});
export type RenewCode = z.infer<typeof RenewCode>;

export const ConfirmAddress = CaseKey.extend({ token });
export type ConfirmAddress = z.infer<typeof ConfirmAddress>;

export const MailReceipt = CaseKey.extend({ email: Email });
export type MailReceipt = z.infer<typeof MailReceipt>;
