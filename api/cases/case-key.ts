// What proves that a case is one's own: its number and its look-up code.
import { z } from 'zod';
import { line } from '../http/validation.ts';

const typedNumber = line({ max: 40, missing: 'Nhập mã hồ sơ, ví dụ PAKN-2026-000123.' }).transform((text) =>
  text.toUpperCase(),
);
const typedSecret = line({ max: 60, missing: 'Nhập mã tra cứu gồm 20 ký tự trên giấy biên nhận.' });

export const CaseKey = z.strictObject({ number: typedNumber, secret: typedSecret });
export type CaseKey = z.infer<typeof CaseKey>;
