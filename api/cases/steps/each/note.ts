// A note between officers.
import { area } from '../form-field.ts';
import { posted, words } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const note = {
  from: [
    'submitted',
    'need_info',
    'conduct_review',
    'accepted',
    'assigned',
    'collecting',
    'reply_draft',
    'approving',
    'answered',
  ],
  to: [],
  by: ['TN', 'XL', 'TP', 'LD', 'CVP'],
  label: 'Ghi chú nội bộ',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('note', { note: words('Viết ghi chú.') }),
    place: { group: 'other', order: 10, pressing: null },
    fields: () => [area('note', 'Ghi chú nội bộ', 3, { hint: 'Người gửi không thấy.' })],
    whose: null,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: true,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
