// A file of the office joins the case: a scan, evidence, the signed reply; the case itself does not move.
import { Status } from '../../lifecycle.ts';
import type { Step } from '../step.ts';

export const addFile = {
  from: Status.options.filter((status) => status !== 'draft'),
  to: [],
  by: ['TN', 'MC', 'XL', 'TP', 'LD', 'CVP'],
  label: 'Thêm tệp',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
