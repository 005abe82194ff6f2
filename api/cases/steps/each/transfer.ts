// Sends the letter on to the agency whose matter it is, within the five working days of the decree.
import { line } from '../../../forms/validation.ts';
import { classifying, paperOrLaterFields } from '../form-parts.ts';
import { contentCode, paperOrLater, posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const transfer = {
  from: ['submitted', 'conduct_review', 'assigned'],
  to: ['transferred'],
  by: ['TN'],
  signedBy: ['LD', 'CVP'],
  label: 'Chuyển cơ quan có thẩm quyền',
  source: 'gạch đầu dòng thứ hai và thứ tư điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Đã chuyển cơ quan có thẩm quyền.', words: true },
  letter: true,
  merged: { step: 'follow-transfer', from: 'merged', to: 'transferred' },
  counts: { ends: 'transferred' },
  officer: officer({
    input: posted('transfer', {
      contentCode,
      agency: line({ min: 5, max: 200, missing: 'Ghi tên cơ quan nhận.' }),
      ...paperOrLater,
    }),
    place: { group: 'triage', order: 50, pressing: null },
    fields: (found) => [
      ...classifying(found),
      {
        control: 'words',
        text: 'Chậm nhất 05 ngày làm việc kể từ ngày tiếp nhận (điểm d khoản 1 Điều 9 Nghị định 20/2008/NĐ-CP).',
      },
      { control: 'line', name: 'agency', label: 'Cơ quan nhận' },
      ...paperOrLaterFields('Số, ký hiệu văn bản chuyển'),
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
