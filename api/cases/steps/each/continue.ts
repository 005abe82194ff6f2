// The sender goes on with a case that was answered: a new clock, the old reply kept.
import { paragraphs } from '../../../forms/validation.ts';
import { sent } from '../posted.ts';
import type { Step } from '../step.ts';

export const goOn = {
  from: ['published', 'closed_private', 'rated'],
  to: ['reopened'],
  by: ['CD'],
  label: 'Tiếp tục phản ánh',
  source: 'chỉ số 5.3 Quyết định số 766/QĐ-TTg; khoản 3 Điều 17 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Ông/Bà tiếp tục phản ánh.', words: true },
  letter: true,
  merged: null,
  counts: { starts: 'continued' },
  officer: null,
  sender: sent('continue', {
    text: paragraphs({
      min: 20,
      max: 10_000,
      missing: 'Nêu tình tiết mới hoặc điểm chưa đồng ý, ít nhất 20 ký tự.',
    }),
  }),
} as const satisfies Step;
