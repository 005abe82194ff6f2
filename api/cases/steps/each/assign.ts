// Gives a letter about rules to a handler.
import { assignmentFields } from '../form-parts.ts';
import { assignment, posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const assign = {
  from: ['accepted'],
  to: ['assigned'],
  by: ['CVP', 'LD'],
  label: 'Phân công',
  source: 'Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Đã giao đơn vị xử lý.', words: true },
  letter: false,
  merged: null,
  counts: { takesUp: true, carries: true },
  officer: officer({
    input: posted('assign', assignment),
    place: { group: 'handling', order: 20, pressing: 30 },
    fields: assignmentFields,
    whose: null,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
