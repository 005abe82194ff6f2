// The forms of the steps of a request: what the API is told, and errors that lead to the fields of their own form.
import type { TakeRequestStep } from '../../../api/requests/schema.ts';
import type { FieldErrors, Values } from '../form/form.ts';

const fields: Record<string, readonly string[]> = {
  identify: ['text'],
  extend: ['text'],
  reissue: ['caseNumber'],
  answer: ['text', 'letterNumber', 'letterOn'],
  refuse: ['text', 'letterNumber', 'letterOn'],
  note: ['text'],
};

/** Whether something is written in the form of a step. */
export const asksWords = (step: string): boolean => fields[step]?.includes('text') ?? false;

/** Every form of the page has its own ids. */
export const fieldId = (step: string, field: string): string => `${step}-${field}`;

/** What the form says, unchecked: the API has the last word. Fields of another step are left out. */
export function readStep(values: Values): TakeRequestStep {
  const { step = '', version } = values;
  const own = (fields[step] ?? []).map((name) => [name, values[name] ?? ''] as const);
  return { step, version: Number(version), ...Object.fromEntries(own) } as TakeRequestStep;
}

/** What is about no field of the step stands alone. */
export const stepErrors = (errors: FieldErrors, step: string): FieldErrors =>
  errors.map(({ field, text }) => ({
    field: fields[step]?.includes(field) ? fieldId(step, field) : '',
    text,
  }));
