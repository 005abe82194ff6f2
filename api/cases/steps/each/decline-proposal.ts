// Who must sign does not: the proposal falls.
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { tooEarly } from '../subject.ts';

export const declineProposal = {
  from: ['submitted', 'conduct_review', 'assigned'],
  to: [],
  by: ['CVP', 'LD'],
  label: 'Không duyệt đề xuất',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: { proposal: 'declined' },
  officer: officer({
    input: posted('decline-proposal', { reason }),
    place: 'beside-proposal',
    fields: onlyReason('Vì sao không duyệt'),
    whose: null,
    first: ({ proposal }) => (proposal ? undefined : tooEarly('Hồ sơ không có đề xuất nào chờ duyệt.')),
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: true,
  }),
  sender: null,
} as const satisfies Step;
