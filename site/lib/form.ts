// Forms without script: what was typed as plain values, and refusals as sentences beside their fields.
import type { ProblemBody } from '../../api/http/problem.ts';
import { pageTokenField } from '../../api/http/page-token-field.ts';

export type Values = Record<string, string>;
/** `isUnsure`: whether it was taken is not known, so that nobody may be told that it was not. */
export type FieldErrors = { field: string; text: string; isUnsure?: boolean }[];

// What was read of a request, for the frame of the page that answers it: it shows the words of a refused form again.
const typed = new WeakMap<Request, Upload>();

type Upload = { values: Values; files: File[] };

/** The fields of a posted form; files are not read here. A body that is no form gives no fields. */
export async function readForm(request: Request): Promise<Values> {
  return (await readUpload(request)).values;
}

/**
 * The fields of a posted form and the files chosen in it; a file input left empty gives none. The request keeps its
 * body, so that another page can still answer it with all that was typed (`keepWords`).
 */
export async function readUpload(request: Request): Promise<Upload> {
  const upload = await fieldsOf(request.clone());
  typed.set(request, upload);
  return upload;
}

/** What `readForm` or `readUpload` has read of a request; undefined before. */
export const typedIn = (request: Request): Upload | undefined => typed.get(request);

async function fieldsOf(request: Request): Promise<Upload> {
  try {
    const fields = [...(await request.formData()).entries()];
    return {
      values: valuesOf(fields),
      files: fields
        .map(([, value]) => value)
        .filter((value) => value instanceof File && value.name !== '') as File[],
    };
  } catch {
    return { values: {}, files: [] };
  }
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
