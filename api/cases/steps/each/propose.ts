// A step that another must sign is prepared; it is written when who prepares one takes it.
import type { Step } from '../step.ts';

export const propose = {
  from: ['submitted', 'conduct_review', 'assigned'],
  to: [],
  by: ['TN', 'XL'],
  label: 'Đề xuất, chờ duyệt',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: { proposal: 'made', carries: true },
  officer: null,
  sender: null,
} as const satisfies Step;
