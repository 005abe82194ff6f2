// The common case ended without an answer: each letter in it is looked at by itself.
import type { Step } from '../step.ts';

export const unmerge = {
  from: ['merged'],
  to: ['submitted'],
  by: ['HT'],
  label: 'Tách khỏi hồ sơ chung',
  source: 'nội bộ',
  told: {
    sentence: 'Hồ sơ chung đã kết thúc mà chưa có câu trả lời; hồ sơ của Ông/Bà được xem xét riêng.',
    words: true,
  },
  letter: true,
  merged: null,
  counts: { starts: 'unmerged' },
  officer: null,
  sender: null,
} as const satisfies Step;
