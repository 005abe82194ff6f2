// A file of the office was added by mistake: it stays, struck out, and its sender sees it no more.
import { Status } from '../../lifecycle.ts';
import type { Step } from '../step.ts';

export const withdrawFile = {
  from: Status.options.filter((status) => status !== 'draft'),
  to: [],
  by: ['TN', 'XL', 'TP', 'LD', 'CVP'],
  label: 'Rút tệp',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
