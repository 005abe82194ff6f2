// A letter in a common case comes back with it.
import type { Step } from '../step.ts';

export const followReturn = {
  from: ['transferred'],
  to: ['merged'],
  by: ['HT'],
  label: 'Trở lại theo hồ sơ chung',
  source: 'điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Cơ quan nhận đã chuyển trả; hồ sơ được xem xét tiếp cùng hồ sơ chung.', words: true },
  letter: true,
  merged: null,
  counts: { starts: 'returned', ends: 'merged' },
  officer: null,
  sender: null,
} as const satisfies Step;
