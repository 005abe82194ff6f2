// Answering a round, as the API takes it.
import { z } from 'zod';
import { CaseKey, caseNumber } from '../cases/case-key.ts';
import { line } from '../forms/validation.ts';
import { plainSigns } from '../text/signs.ts';
import { Answers } from './answers.ts';

// Receipts of one-stop desks look like H48.10-261120-0001; other systems differ, so only the alphabet is checked.
const receiptNumber = line({
  min: 8,
  max: 50,
  missing: 'Nhập mã hồ sơ trên giấy tiếp nhận, ví dụ H48.10-261120-0001.',
})
  .transform((text) =>
    plainSigns(text)
      .toUpperCase()
      .replace(/ |[.,;:]+$/g, ''),
  )
  .refine(
    (text) => /^[A-Z0-9][A-Z0-9./-]+$/.test(text) && (text.match(/\d/g) ?? []).length >= 6,
    'Mã hồ sơ gồm chữ không dấu, số, dấu chấm, gạch và có ít nhất 6 chữ số. Hãy chép đúng trên giấy tiếp nhận.',
  );

export const Token = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('receipt'), number: receiptNumber }),
    z.strictObject({ kind: z.literal('session'), session: z.string().max(400) }),
    z.strictObject({
      kind: z.literal('case'),
      ...CaseKey.shape,
      number: caseNumber('Nhập mã hồ sơ phản ánh, ví dụ PAKN-2026-000123.'),
    }),
  ],
  { error: 'Chọn cách xác nhận: mã hồ sơ, mã phản ánh đã kết thúc, hoặc quét mã QR.' },
);
export type Token = z.infer<typeof Token>;

export const AnswerRound = z.strictObject({
  token: Token,
  answers: Answers,
  /** Sends a form that will not count, knowing so. */
  acceptsIncomplete: z.boolean().optional(),
});
export type AnswerRound = z.infer<typeof AnswerRound>;

export const OpenSession = z.strictObject({
  key: z.string().max(60),
  procedure: z.string().max(120).nullable(),
  counter: z.string().max(60).nullable(),
});
export type OpenSession = z.infer<typeof OpenSession>;
