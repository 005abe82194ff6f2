// The leader sends a draft back.
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const returnReply = {
  from: ['approving'],
  to: ['reply_draft'],
  by: ['LD'],
  label: 'Trả lại dự thảo',
  source: 'điểm d khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('return-reply', { reason }),
    place: { group: 'handling', order: 50, pressing: null },
    fields: onlyReason('Lý do trả lại'),
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
