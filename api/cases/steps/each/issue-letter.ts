// A letter of the case gets its number in the register of outgoing documents; the case itself does not move.
import { Status } from '../../lifecycle.ts';
import type { Step } from '../step.ts';

export const issueLetter = {
  from: Status.options.filter((status) => status !== 'draft'),
  to: [],
  by: ['TN', 'CVP'],
  label: 'Cấp số văn bản',
  source: 'Điều 15, Điều 16 Nghị định số 30/2020/NĐ-CP',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
