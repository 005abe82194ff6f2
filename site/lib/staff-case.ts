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
  'handlerId',
  'note',
  'body',
  'outcome',
  'verification',
  'reason',
  'answer',
];

/** The posted form of a step as `TakeStep`: only the fields that the form had. */
export function stepOf(values: Values): Record<string, unknown> {
  const criteria = Object.fromEntries(
    criterionKeys.filter((key) => key in values).map((key) => [key, values[key]]),
  );
  return {
    step: values['step'],
    version: Number(values['version']),
    ...Object.fromEntries(plain.filter((name) => name in values).map((name) => [name, values[name]])),
    ...(Object.keys(criteria).length > 0 && { criteria }),
    ...(values['step'] === 'publish' && { confirmedMasked: values['confirmedMasked'] === 'yes' }),
  };
}
