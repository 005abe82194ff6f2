// Handling goes on after a wait.
import { noFields } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { handlersOwn } from '../whose.ts';

export const resume = {
  from: ['collecting', 'extended'],
  to: ['assigned'],
  by: ['XL', 'LD', 'HT'],
  label: 'Xử lý tiếp',
  source: 'điểm b khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('resume', {}),
    place: { group: 'handling', order: 100, pressing: null },
    fields: noFields,
    whose: handlersOwn,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
