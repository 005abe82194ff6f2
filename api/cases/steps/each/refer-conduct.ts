// A letter about conduct goes to the leader, who gives it to somebody.
import { noFields } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { tooEarly } from '../subject.ts';

export const referConduct = {
  from: ['submitted'],
  to: ['conduct_review'],
  by: ['TN'],
  label: 'Trình lãnh đạo (về hành vi)',
  source: 'khoản 1 Điều 5, khoản 1 Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Đã trình lãnh đạo giao xử lý.', words: true },
  letter: true,
  merged: null,
  counts: { takesUp: true },
  officer: officer({
    input: posted('refer-conduct', {}),
    place: { group: 'triage', order: 10, pressing: 60 },
    fields: noFields,
    whose: null,
    first: ({ track }) =>
      track === 'conduct'
        ? undefined
        : tooEarly('Chỉ phản ánh đã phân loại là hành vi mới trình lãnh đạo giao.'),
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
