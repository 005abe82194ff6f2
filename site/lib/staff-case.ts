// A case as the staff pages hold it, and a posted step as the API's body.
import type { z } from 'zod';
import type { StaffCaseItem, StaffCaseView } from '../../api/cases/views.ts';
import { criterionKeys } from '../../api/cases/schema.ts';
import type { Values } from './form.ts';

export type StaffCase = z.infer<typeof StaffCaseView>;
export type StaffCaseLine = z.infer<typeof StaffCaseItem>;

const plain = [
  'contentCode',
  'procedure',
  'summary',
  'subjectId',
  'subjectUnit',
  'question',
  'ground',
  'reason',
  'kind',
  'guidance',
  'keeperId',
  'agency',
  'documentNumber',
  'documentOn',
  'result',
  'into',
  'body',
  'handlerId',
  'note',
  'interim',
  'outcome',
  'verification',
  'letterNumber',
  'answer',
];

const assigns = new Set(['assign', 'assign-conduct', 'reassign']);

const chosenUnits = (values: Values): string[] =>
  Object.keys(values).flatMap((name) => (name.startsWith('unit-') ? [name.slice('unit-'.length)] : []));

/** The posted form of a step as `TakeStep`: only the fields that the form had. */
export function stepOf(values: Values): Record<string, unknown> {
  const criteria = Object.fromEntries(
    criterionKeys.filter((key) => key in values).map((key) => [key, values[key]]),
  );
  return {
    step: values['step'],
    version: Number(values['version']),
    ...Object.fromEntries(plain.filter((name) => name in values).map((name) => [name, values[name]])),
    ...(values['days'] !== undefined && { days: Number(values['days'] || Number.NaN) }),
    ...(assigns.has(values['step'] ?? '') && { units: chosenUnits(values) }),
    ...(Object.keys(criteria).length > 0 && { criteria }),
    ...(values['step'] === 'publish' && { confirmedMasked: values['confirmedMasked'] === 'yes' }),
  };
}
