// A case as the staff pages hold it, and a posted step as the API's body.
import type { z } from 'zod';
import type { StaffCaseItem, StaffCaseView } from '../../../api/cases/views.ts';
import { criterionKeys } from '../../../api/cases/schema.ts';
import type { Values } from '../form/form.ts';

export type StaffCase = z.infer<typeof StaffCaseView>;
export type StaffCaseLine = z.infer<typeof StaffCaseItem>;

/** Who took a step, as staff read it. */
export const actorOf = ({ actor, actorRole }: StaffCase['events'][number]): string =>
  actor === null ? (actorRole === 'CD' ? 'Người gửi' : 'Hệ thống') : `${actor} (${actorRole})`;

const plain = [
  'contentCode',
  'procedure',
  'summary',
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
  'mergedBody',
];
// Whom a case complains of; the form of any other content holds these fields out of sight.
const subject = ['subjectId', 'subjectUnit'];
const confirms = new Set(['approve', 'publish']);
const assigns = new Set(['assign', 'assign-conduct', 'reassign']);

const picked = (values: Values, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]));

const chosenUnits = (values: Values): string[] =>
  Object.keys(values).flatMap((name) => (name.startsWith('unit-') ? [name.slice('unit-'.length)] : []));

/** The posted form of a step as `TakeStep`: only the fields that the form had, boxes `unit-…` as the list `units`. */
export function stepOf(values: Values): Record<string, unknown> {
  const criteria = picked(values, criterionKeys);
  return {
    step: values['step'],
    version: Number(values['version']),
    ...picked(values, plain),
    ...(values['contentCode'] === '5.1' && picked(values, subject)),
    ...(values['days'] !== undefined && { days: Number(values['days'] || Number.NaN) }),
    ...(assigns.has(values['step'] ?? '') && { units: chosenUnits(values) }),
    ...(Object.keys(criteria).length > 0 && { criteria }),
    ...(confirms.has(values['step'] ?? '') && { confirmedMasked: values['confirmedMasked'] === 'yes' }),
  };
}

/**
 * The approval of the reply that the case shows: its letter's number and instant; undefined while that reply is a draft,
 * also a later draft of a case that was answered once and taken up again.
 */
export function approvalOf({
  events,
  reply,
  letterNumber,
}: Pick<StaffCase, 'events' | 'reply' | 'letterNumber'>) {
  const approved = events.findLast(({ step }) => step === 'approve');
  if (!approved || !reply || reply.writtenAt > approved.at) return undefined;
  return { at: approved.at, letterNumber };
}
