// A letter is sent, or written down by staff, and stands in the register.
import type { Step } from '../step.ts';

export const submit = {
  from: ['draft'],
  to: ['submitted'],
  by: ['CD', 'TN', 'MC'],
  label: 'Gửi, vào sổ',
  source: 'điểm b khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Phản ánh, kiến nghị đã vào sổ tiếp nhận.', words: true },
  letter: true,
  merged: null,
  counts: { starts: 'new' },
  officer: null,
  sender: null,
} as const satisfies Step;
