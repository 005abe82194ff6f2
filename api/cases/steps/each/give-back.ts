// Who was given a case gives it back with a reason, to whoever gave it: the head of the unit, or who assigns.
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { handlersOwn, unitsOwn } from '../whose.ts';

export const giveBack = {
  from: ['assigned'],
  to: ['accepted', 'conduct_review', 'assigned'],
  by: ['XL', 'TP'],
  label: 'Trả lại người phân công',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: { carries: true },
  officer: officer({
    input: posted('give-back', { reason }),
    place: { group: 'handling', order: 115, pressing: null },
    fields: onlyReason(
      'Vì sao trả lại',
      'Hồ sơ về người đã phân công: trưởng phòng, Chánh Văn phòng hoặc lãnh đạo (về hành vi). Thời hạn vẫn chạy.',
    ),
    whose: (subject, viewer) =>
      viewer.role === 'TP' ? unitsOwn(subject, viewer) : handlersOwn(subject, viewer),
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: true,
  }),
  sender: null,
} as const satisfies Step;
