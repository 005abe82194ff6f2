// After an answer is public: what became different because of the case.
import { z } from 'zod';
import { changedDocument, changedText, changeFields } from '../change-parts.ts';
import { confirmedMasked } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const tellChange = {
  from: ['published', 'rated'],
  to: [],
  by: ['BT'],
  label: 'Ghi điều đã thay đổi',
  source: 'điểm đ khoản 2 Điều 14, Điều 19 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Cơ quan đã nêu điều thay đổi sau phản ánh, kiến nghị.', words: true },
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('tell-change', {
      changed: changedText,
      changedDocument,
      confirmedMasked: z.boolean().default(false),
    }),
    place: { group: 'other', order: 5, pressing: null },
    fields: () => [
      ...changeFields(),
      confirmedMasked('Tôi đã đọc lại: những chỗ được cảnh báo không phải dữ liệu cá nhân.'),
    ],
    whose: null,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: true,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
