// The same matter as another letter: handled with it, and answered by itself.
import { caseNumber } from '../../case-key.ts';
import { area } from '../form-field.ts';
import { classifying } from '../form-parts.ts';
import { contentCode, posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const merge = {
  from: ['submitted'],
  to: ['merged'],
  by: ['TN'],
  label: 'Gộp hồ sơ trùng',
  source: 'nội bộ',
  told: { sentence: 'Được xử lý chung với hồ sơ cùng nội dung.', words: false },
  letter: true,
  merged: null,
  counts: { ends: 'merged' },
  officer: officer({
    input: posted('merge', { contentCode, into: caseNumber('Ghi mã hồ sơ chung.'), reason }),
    place: { group: 'triage', order: 110, pressing: null },
    fields: (found) => [
      ...classifying(found),
      {
        control: 'line',
        name: 'into',
        label: 'Mã hồ sơ chung',
        hint: 'Người gửi của cả hai hồ sơ đều nhận được trả lời.',
        autocomplete: 'off',
      },
      area('reason', 'Vì sao là cùng một việc', 3),
    ],
    whose: null,
    first: null,
    needs: null,
    classifies: true,
    whenLocked: false,
    exposes: true,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
