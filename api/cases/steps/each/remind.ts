// Whoever answers for a case reminds the officer for whom it waits; the case itself does not move.
import { area } from '../form-field.ts';
import { posted, words } from '../posted.ts';
import { optional } from '../../../forms/blank.ts';
import { officer, type Step } from '../step.ts';
import { forbidden } from '../subject.ts';

export const remind = {
  from: [
    'submitted',
    'conduct_review',
    'accepted',
    'assigned',
    'collecting',
    'reply_draft',
    'approving',
    'answered',
  ],
  to: [],
  by: ['TP', 'CVP', 'LD'],
  label: 'Nhắc xử lý',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('remind', { note: optional(words('Viết lời nhắc.')) }),
    place: { group: 'other', order: 15, pressing: null },
    fields: () => [
      area('note', 'Lời nhắc', 2, {
        hint: 'Người mà hồ sơ đang chờ nhận thư báo và đọc lời nhắc ở trang hồ sơ; người gửi không thấy.',
        optional: true,
      }),
    ],
    whose: ({ unit }, viewer) =>
      viewer.role === 'TP' && unit !== viewer.unit
        ? forbidden('Trưởng phòng, đơn vị chỉ nhắc hồ sơ giao cho đơn vị mình.')
        : undefined,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
