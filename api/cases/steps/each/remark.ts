// The sender says more, unasked.
import { UploadTokens } from '../../../attachments/upload.ts';
import { paragraphs } from '../../../forms/validation.ts';
import { sent } from '../posted.ts';
import type { Step } from '../step.ts';

export const remark = {
  from: [
    'submitted',
    'need_info',
    'conduct_review',
    'accepted',
    'assigned',
    'collecting',
    'reply_draft',
    'approving',
    'answered',
  ],
  to: [],
  by: ['CD'],
  label: 'Nói thêm',
  source: 'Điều 12 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Ông/Bà đã nói thêm.', words: true },
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: sent('remark', {
    text: paragraphs({ min: 5, max: 5_000, missing: 'Viết điều muốn nói thêm, ít nhất 5 ký tự.' }),
    attachments: UploadTokens.optional(),
  }),
} as const satisfies Step;
