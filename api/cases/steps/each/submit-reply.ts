// The head of the unit lays a draft before the leader.
import { noFields } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { otherHand, unitsOwn } from '../whose.ts';

export const submitReply = {
  from: ['reply_draft'],
  to: ['approving'],
  by: ['TP'],
  label: 'Trình lãnh đạo',
  source: 'điểm d khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('submit-reply', {}),
    place: { group: 'handling', order: 40, pressing: 90 },
    fields: noFields,
    whose: (subject, viewer) =>
      unitsOwn(subject, viewer) ??
      otherHand([subject.draftedBy], viewer, 'Người trình phải khác người soạn dự thảo trả lời.'),
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
