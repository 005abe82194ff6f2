// Gives the case to another handler; the head of a unit gives what the unit was given to one of its people.
import { assignmentFields } from '../form-parts.ts';
import { assignment, posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { forbidden } from '../subject.ts';

export const reassign = {
  from: ['assigned', 'collecting'],
  to: [],
  by: ['CVP', 'LD', 'TP'],
  label: 'Giao lại',
  source: 'nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: { carries: true },
  officer: officer({
    input: posted('reassign', assignment),
    place: { group: 'handling', order: 110, pressing: null },
    title: ({ handlerId }) => (handlerId === null ? 'Phân công người xử lý' : undefined),
    fields: assignmentFields,
    whose: (subject, viewer) =>
      viewer.role === 'TP' && subject.unit !== viewer.unit
        ? forbidden('Trưởng phòng phân công hồ sơ giao cho đơn vị mình.')
        : undefined,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
