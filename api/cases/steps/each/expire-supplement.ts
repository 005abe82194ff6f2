// A supplement that was asked for never came: the case ends.
import type { Step } from '../step.ts';

export const expireSupplement = {
  from: ['need_info'],
  to: ['rejected'],
  by: ['HT'],
  label: 'Hết hạn bổ sung',
  source: 'nội bộ',
  told: { sentence: 'Hết thời hạn bổ sung.', words: true },
  letter: true,
  merged: null,
  counts: { ends: 'lapsed' },
  officer: null,
  sender: null,
} as const satisfies Step;
