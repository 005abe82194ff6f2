// The answer of the common case goes to each sender in it.
import type { Step } from '../step.ts';

export const answerMerged = {
  from: ['merged'],
  to: [],
  by: ['HT'],
  label: 'Trả lời theo hồ sơ chung',
  source: 'nội bộ',
  told: {
    sentence: 'Cơ quan đã trả lời hồ sơ chung; câu trả lời cũng là của hồ sơ này.',
    words: true,
    reply: true,
  },
  letter: true,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
