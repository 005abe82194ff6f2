// A number of the register of outgoing documents is void; it stays in the register, with the reason.
import { Status } from '../../lifecycle.ts';
import type { Step } from '../step.ts';

export const cancelLetter = {
  from: Status.options.filter((status) => status !== 'draft'),
  to: [],
  by: ['TN', 'CVP'],
  label: 'Hủy số văn bản',
  source: 'Điều 15, Điều 16 Nghị định số 30/2020/NĐ-CP',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
