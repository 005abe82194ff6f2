// The head of the unit sends a draft back to its handler.
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { unitsOwn } from '../whose.ts';

export const returnDraft = {
  from: ['reply_draft'],
  to: ['assigned'],
  by: ['TP'],
  label: 'Trả lại để làm lại',
  source: 'Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('return-draft', { reason }),
    place: { group: 'handling', order: 60, pressing: null },
    fields: onlyReason('Lý do trả lại'),
    whose: unitsOwn,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
