// Gives the case to another handler.
import { assignmentFields } from '../form-parts.ts';
import { assignment, posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const reassign = {
  from: ['assigned', 'collecting'],
  to: [],
  by: ['CVP', 'LD'],
  label: 'Giao lại',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: { carries: true },
  officer: officer({
    input: posted('reassign', assignment),
    place: { group: 'handling', order: 110, pressing: null },
    fields: assignmentFields,
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
