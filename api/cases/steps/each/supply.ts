// The sender supplies what was asked for; the clock goes on where it stood.
import { UploadTokens } from '../../../attachments/upload.ts';
import { paragraphs } from '../../../forms/validation.ts';
import { sent } from '../posted.ts';
import type { Step } from '../step.ts';

export const supply = {
  from: ['need_info'],
  to: ['submitted', 'assigned'],
  by: ['CD'],
  label: 'Bổ sung',
  source: 'Điều 12 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Đã nhận thông tin bổ sung; thời hạn chạy tiếp.', words: true },
  letter: true,
  merged: null,
  counts: null,
  officer: null,
  sender: sent('supply', {
    text: paragraphs({ min: 5, max: 10_000, missing: 'Viết thông tin bổ sung, ít nhất 5 ký tự.' }),
    attachments: UploadTokens.optional(),
  }),
} as const satisfies Step;
