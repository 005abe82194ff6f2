// Opens a rejected case again because its sender asked for it.
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const reopenRejected = {
  from: ['rejected'],
  to: ['submitted'],
  by: ['CVP'],
  label: 'Mở lại theo yêu cầu của người gửi',
  source: 'nội bộ',
  told: { sentence: 'Hồ sơ được mở lại.', words: true },
  letter: true,
  merged: null,
  counts: { starts: 'reopened' },
  officer: officer({
    input: posted('reopen-rejected', { reason }),
    place: { group: 'triage', order: 150, pressing: null },
    fields: onlyReason('Vì sao mở lại'),
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
