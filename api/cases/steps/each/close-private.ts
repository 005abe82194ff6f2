// What was answered is not for the public.
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const closePrivate = {
  from: ['answered'],
  to: ['closed_private'],
  by: ['LD'],
  label: 'Không công khai',
  source: 'Điều 19 Nghị định số 20/2008/NĐ-CP; Điều 16 Luật 91/2025/QH15',
  told: { sentence: 'Kết quả không công khai.', words: true },
  letter: false,
  merged: null,
  counts: { shows: 'private', onlyFrom: 'answered' },
  officer: officer({
    input: posted('close-private', { reason }),
    place: { group: 'handling', order: 140, pressing: null },
    fields: onlyReason('Lý do không công khai'),
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
