// What was done to a case just now, together with others, is undone by who did it, before any letter has gone.
import type { Step } from '../step.ts';

export const undo = {
  from: [
    'submitted',
    'rejected',
    'merged',
    'conduct_review',
    'accepted',
    'assigned',
    'collecting',
    'reply_draft',
    'approving',
    'answered',
  ],
  to: [],
  by: ['TN', 'TP', 'CVP', 'LD'],
  label: 'Hoàn tác',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
