// The posting form: which place of which decision it was, and what the API is told.
import type { PlaceView, PostingMark, ReceivedDay } from '../../../api/posting/schema.ts';
import type { FieldErrors, Values } from '../form/form.ts';
import { tokensOf } from '../form/uploads.ts';

/** Fields carry the decision and the place in their id: there are many such forms on the page. */
export const fieldId = (slug: string, place: string, field: string) => `${slug}-${place}-${field}`;

/** What the form says, unchecked: the API has the last word. */
export function readMark(values: Values): PostingMark {
  const { place, step, on, note = '', after } = values;
  const rest = { place, note, after: after ? Number(after) : null };
  return (
    step === 'undo' ? { ...rest, done: false } : { ...rest, done: true, on, photos: tokensOf(values) }
  ) as PostingMark;
}

export const readReceived = ({ on, note = '', after }: Values): ReceivedDay =>
  ({ on, note, after: after ? Number(after) : null }) as ReceivedDay;

const formFields = new Set(['on', 'note', 'photos', 'attachments']);

/** Errors of the form as lines that lead to its fields; what is about no field stands alone. */
export function placeErrors(errors: FieldErrors, { slug = '', place = '' }: Values): FieldErrors {
  return errors.map(({ field, ...error }) => ({
    ...error,
    field: formFields.has(field) ? fieldId(slug, place, field === 'attachments' ? 'photos' : field) : '',
  }));
}

/** The tone of a state's tag. */
export const stateTones: Record<PlaceView['state'], 'success' | 'warning' | 'danger' | 'neutral' | 'info'> = {
  done: 'success',
  'done-late': 'warning',
  late: 'danger',
  due: 'info',
  'no-due': 'neutral',
  'not-needed': 'neutral',
};
