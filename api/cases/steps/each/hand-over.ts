// What an officer had in hand goes to another, in whatever state it stands; the case itself does not move.
import { Status } from '../../lifecycle.ts';
import type { Step } from '../step.ts';

export const handOver = {
  from: Status.options.filter((status) => status !== 'draft'),
  to: [],
  by: ['LD', 'CVP', 'QT'],
  label: 'Bàn giao',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: { carries: true },
  officer: null,
  sender: null,
} as const satisfies Step;
