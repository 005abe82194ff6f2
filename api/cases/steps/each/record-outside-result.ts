// What the other agency made of a letter that was sent on.
import { area } from '../form-field.ts';
import { paperFields } from '../form-parts.ts';
import { paper, posted, words } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const recordOutsideResult = {
  from: ['transferred'],
  to: ['closed_private'],
  by: ['TN'],
  label: 'Ghi kết quả của cơ quan khác',
  source: 'Điều 19 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Cơ quan có thẩm quyền đã có kết quả.', words: true },
  letter: true,
  merged: { step: 'follow-result', from: 'transferred', to: 'closed_private' },
  counts: null,
  officer: officer({
    input: posted('record-outside-result', {
      ...paper,
      result: words('Ghi kết quả của cơ quan đó.', 20_000),
    }),
    place: { group: 'handling', order: 80, pressing: 10 },
    fields: () => [
      ...paperFields('Số, ký hiệu văn bản trả lời của cơ quan đó'),
      area('result', 'Kết quả, gửi đến người phản ánh', 5),
    ],
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
