// The other agency has a result for a letter in a common case.
import type { Step } from '../step.ts';

export const followResult = {
  from: ['transferred'],
  to: ['closed_private'],
  by: ['HT'],
  label: 'Kết quả của cơ quan khác, theo hồ sơ chung',
  source: 'Điều 19 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Cơ quan có thẩm quyền đã có kết quả về nội dung của hồ sơ chung.', words: true },
  letter: true,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
