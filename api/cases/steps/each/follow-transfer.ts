// A letter in a common case is sent on with it: taken out of it, and on its way at the same moment.
import type { Step } from '../step.ts';

export const followTransfer = {
  from: ['merged'],
  to: ['transferred'],
  by: ['HT'],
  label: 'Chuyển theo hồ sơ chung',
  source: 'gạch đầu dòng thứ hai và thứ tư điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Đã chuyển cơ quan có thẩm quyền cùng hồ sơ chung.', words: true },
  letter: true,
  merged: null,
  counts: { starts: 'unmerged', ends: 'transferred' },
  officer: null,
  sender: null,
} as const satisfies Step;
