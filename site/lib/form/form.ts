// Forms without script: what was typed as plain values, and refusals as sentences beside their fields.
import type { APIContext } from 'astro';
import type { ProblemBody } from '../../../api/problems/problem.ts';
import { pageTokenField } from '../../../api/forms/page-token-field.ts';

export type Values = Record<string, string>;
/** `isUnsure`: whether it was taken is not known, so that nobody may be told that it was not. */
export type FieldErrors = { field: string; text: string; isUnsure?: boolean }[];

type Upload = { values: Values; files: File[] };
type Visit = Pick<APIContext, 'locals'>;

/** The fields of a posted form; a visit without one gives none. The door has read it (api/doors/listener.ts). */
export const readForm = (visit: Visit): Values => readUpload(visit).values;

/** The fields of a posted form and the files chosen in it; a file input left empty gives none. */
export function readUpload({ locals }: Visit): Upload {
  const fields = [...(locals.form?.entries() ?? [])];
  return {
    values: valuesOf(fields),
    files: fields
      .map(([, value]) => value)
      .filter((value) => value instanceof File && value.name !== '') as File[],
  };
}

// The door has asked for the token already (api/doors/listener.ts).
const valuesOf = (fields: Iterable<[string, unknown]>): Values =>
  Object.fromEntries(
    [...fields].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== pageTokenField,
    ),
  );

/** The first sentence for a field, for the field itself. */
export const errorOf = (errors: FieldErrors, field: string): string | undefined =>
  errors.find((error) => error.field === field)?.text;

/** `/contact/phone` -> `phone`: every form names its inputs like the last part of the pointer. */
const fieldOf = (pointer: string): string => pointer.split('/').at(-1) ?? '';

/** A refusal of the API as lines of an error summary; one without fields becomes one line without a link. */
export function errorsOf(problem: ProblemBody): FieldErrors {
  const fields = (problem.errors ?? []).map(({ pointer, detail }) => ({
    field: fieldOf(pointer),
    text: detail,
  }));
  if (fields.length > 0) return fields;
  // Its title is about forms of other sites; what an officer has sent from a page left open needs the sentence alone.
  if (problem.code === 'wrong-origin' && problem.detail) return [{ field: '', text: problem.detail }];
  if (problem.code === 'outcome-unknown')
    return [{ field: '', text: problem.detail ?? problem.title, isUnsure: true }];
  return [{ field: '', text: [problem.title, problem.detail].filter(Boolean).join('. ') }];
}

/** What an API response refused, or undefined when it succeeded. */
export async function refusalOf(response: {
  ok: boolean;
  json(): Promise<unknown>;
}): Promise<ProblemBody | undefined> {
  return response.ok ? undefined : ((await response.json()) as ProblemBody);
}
