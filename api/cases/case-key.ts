// What proves that a case is one's own: its number and its look-up code.
import { z } from 'zod';
import { line } from '../forms/validation.ts';
import { readCaseNumber } from '../text/case-number.ts';

/** A case number as it is typed, in its one spelling. */
export const caseNumber = (missing: string) => line({ max: 80, missing }).transform(readCaseNumber);

const typedNumber = caseNumber('Nhập mã hồ sơ, ví dụ PAKN-2026-000123.');
const typedSecret = line({ max: 80, missing: 'Nhập mã tra cứu gồm 20 ký tự trên giấy biên nhận.' });

export const CaseKey = z.strictObject({ number: typedNumber, secret: typedSecret });
export type CaseKey = z.infer<typeof CaseKey>;
