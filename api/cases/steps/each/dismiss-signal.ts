// What looked like a tố cáo or khiếu nại is none.
import { isStanding } from '../../intake/signal.ts';
import { openStates } from '../../lifecycle.ts';
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { tooEarly } from '../subject.ts';

export const dismissSignal = {
  from: openStates,
  to: [],
  by: ['TN', 'LD', 'CVP'],
  label: 'Bỏ dấu hiệu tố cáo, khiếu nại',
  source: 'Điều 24 Luật Tố cáo; nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('dismiss-signal', { reason }),
    place: { group: 'triage', order: 60, pressing: null },
    fields: onlyReason('Vì sao không phải tố cáo, khiếu nại'),
    whose: null,
    first: ({ signal }) =>
      isStanding(signal) ? undefined : tooEarly('Hồ sơ không có dấu hiệu nào chờ xem.'),
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
