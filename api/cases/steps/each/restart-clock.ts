// What its sender goes on with is back with intake, under a new clock.
import type { Step } from '../step.ts';

export const restartClock = {
  from: ['reopened'],
  to: ['submitted'],
  by: ['HT'],
  label: 'Vào sổ lại',
  source: 'Quyết định số 766/QĐ-TTg',
  told: null,
  letter: false,
  merged: null,
  counts: { newClock: true },
  officer: null,
  sender: null,
} as const satisfies Step;
