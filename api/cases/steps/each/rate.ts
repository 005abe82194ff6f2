// The sender rates the answer; posted to an address of its own.
import type { Step } from '../step.ts';

export const rate = {
  from: ['published', 'closed_private'],
  to: ['rated'],
  by: ['CD'],
  label: 'Đánh giá',
  source: 'chỉ số 5.3 Quyết định số 766/QĐ-TTg',
  told: { sentence: 'Ông/Bà đã đánh giá kết quả.', words: true },
  letter: false,
  merged: null,
  counts: { rates: true },
  officer: null,
  sender: null,
} as const satisfies Step;
