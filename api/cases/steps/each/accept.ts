// Takes the letter in: it is ours to handle.
import { noFields } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { tooEarly } from '../subject.ts';

export const accept = {
  from: ['submitted'],
  to: ['accepted'],
  by: ['TN'],
  label: 'Tiếp nhận',
  source: 'gạch đầu dòng thứ ba điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Thuộc thẩm quyền của cơ quan, bắt đầu xử lý.', words: true },
  letter: true,
  merged: null,
  counts: { takesUp: true },
  officer: officer({
    input: posted('accept', {}),
    place: { group: 'triage', order: 20, pressing: 70 },
    fields: noFields,
    whose: null,
    first: ({ track }) => {
      if (track === null) return tooEarly('Phân loại nội dung trước khi tiếp nhận.');
      if (track === 'conduct')
        return tooEarly('Phản ánh về hành vi được trình lãnh đạo giao xử lý, không tiếp nhận như quy định.');
      return undefined;
    },
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
