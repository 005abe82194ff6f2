// The leader gives a letter about conduct to a handler.
import { assignmentFields } from '../form-parts.ts';
import { assignment, posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const assignConduct = {
  from: ['conduct_review'],
  to: ['assigned'],
  by: ['LD'],
  label: 'Giao xử lý (về hành vi)',
  source: 'khoản 1 Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Đã giao đơn vị xử lý.', words: true },
  letter: false,
  merged: null,
  counts: { takesUp: true, carries: true },
  officer: officer({
    input: posted('assign-conduct', assignment),
    place: { group: 'handling', order: 10, pressing: 20 },
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
