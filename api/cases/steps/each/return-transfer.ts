// The other agency sends the letter back: the clock starts anew with this transfer.
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const returnTransfer = {
  from: ['transferred'],
  to: ['submitted'],
  by: ['TN'],
  label: 'Cơ quan nhận chuyển trả',
  source: 'điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Cơ quan nhận đã chuyển trả; hồ sơ được xem xét tiếp.', words: true },
  letter: true,
  merged: { step: 'follow-return', from: 'transferred', to: 'merged' },
  counts: { starts: 'returned', newClock: true },
  officer: officer({
    input: posted('return-transfer', { reason }),
    place: { group: 'triage', order: 140, pressing: null },
    fields: onlyReason('Lý do cơ quan nhận chuyển trả', 'Đồng hồ chạy lại từ hôm nay.'),
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
