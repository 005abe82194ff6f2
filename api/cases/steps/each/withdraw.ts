// The sender takes the letter back.
import { optional } from '../../../forms/blank.ts';
import { sent, words } from '../posted.ts';
import type { Step } from '../step.ts';

export const withdraw = {
  from: ['submitted', 'need_info', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft'],
  to: ['rejected'],
  by: ['CD'],
  label: 'Rút phản ánh',
  source: 'nội bộ',
  told: { sentence: 'Ông/Bà đã rút phản ánh, kiến nghị.', words: true },
  letter: true,
  merged: null,
  counts: { ends: 'withdrawn' },
  officer: null,
  sender: sent('withdraw', { text: optional(words('Ghi lý do rút, ít nhất 5 ký tự, hoặc để trống.')) }),
} as const satisfies Step;
