// The case is put away.
import { noFields } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const archive = {
  from: ['published', 'closed_private', 'rated'],
  to: ['archived'],
  by: ['HT', 'CVP'],
  label: 'Lưu hồ sơ',
  source: 'điểm đ khoản 1 Điều 9, điểm e khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('archive', {}),
    place: { group: 'other', order: 20, pressing: null, rare: true },
    fields: noFields,
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
