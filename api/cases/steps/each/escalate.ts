// Somebody above is told that a case is about to be late, or is: by the portal, once for each date; the case does not move.
import { openStates } from '../../lifecycle.ts';
import type { Step } from '../step.ts';

export const escalate = {
  from: openStates,
  to: [],
  by: ['HT'],
  label: 'Báo người phụ trách vì hạn',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
