// A posted entry of staff as the API's body.
import type { Values } from '../form/form.ts';

const fields = [
  'source',
  'contentCode',
  'procedure',
  'body',
  'wish',
  'kind',
  'name',
  'address',
  'phone',
  'email',
  'originAgency',
  'originNumber',
  'originOn',
  'originDueOn',
  'nationalCode',
];

export const intakeOf = (values: Values): Record<string, unknown> => ({
  ...Object.fromEntries(fields.filter((name) => name in values).map((name) => [name, values[name]])),
  consentsToNotices: values['consentsToNotices'] === 'yes',
  consentsToPublication: values['consentsToPublication'] === 'yes',
});
