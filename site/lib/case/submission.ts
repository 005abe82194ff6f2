// One visit to the form of a phản ánh, kiến nghị: fill in, look over, send. Nothing typed is ever lost.
import { SubmitCase } from '../../../api/cases/intake/intake-schema.ts';
import { fieldErrors } from '../../../api/forms/validation.ts';
import { bodyOf } from '../form/body.ts';
import { shapeOf } from '../form/shape.ts';
import { errorsOf, type FieldErrors, type Values } from '../form/form.ts';
import { letterKey } from '../form/form-key.ts';
import { tokensOf } from '../form/uploads.ts';

/** A posted form as the API's body. */
const caseOf = (values: Values) => {
  const attachments = tokensOf(values);
  return bodyOf(SubmitCase, values, attachments.length > 0 ? { attachments } : {});
};

/** What a form says, judged as the API judges it. */
export const saidIn = (values: Values) => SubmitCase.safeParse(caseOf(values));

/** Whether two forms say the same: what is sent by either is one letter. */
export function isSameLetter(one: Values, other: Values): boolean {
  const [first, second] = [saidIn(one), saidIn(other)];
  return first.success && second.success && JSON.stringify(first.data) === JSON.stringify(second.data);
}

const fields = [...Object.keys(shapeOf(SubmitCase)), 'uploads', 'idempotencyKey'];

/** Only the form's own fields, to be kept as its draft and carried through the look-over page. */
export const carried = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => fields.includes(name)));

export type Stage =
  | { view: 'form'; errors: FieldErrors; status: number }
  | { view: 'review'; said: SubmitCase }
  | { view: 'sent'; number: string; secret: string };

/**
 * Where a posted form leads next; `formKey` is the form's own, made by `formKeyOf`. With files that were refused, back
 * to the form.
 */
export async function advance(
  api: App.Locals['api'],
  values: Values,
  formKey: string,
  fileErrors: FieldErrors = [],
): Promise<Stage> {
  const body = caseOf(values);
  const parsed = SubmitCase.safeParse(body);
  if (values['move'] === 'edit' || values['move'] === 'carry')
    return { view: 'form', errors: [], status: 200 };
  const errors = [...(parsed.success ? [] : errorsOf(invalid(parsed.error))), ...fileErrors];
  if (!parsed.success || errors.length > 0) return { view: 'form', errors, status: 422 };
  if (values['move'] !== 'send') return { view: 'review', said: parsed.data };
  const response = await api.api.cases.$post({
    header: { 'idempotency-key': await letterKey(formKey, parsed.data) },
    json: body,
  });
  if (!response.ok) return { view: 'form', errors: errorsOf(await response.json()), status: response.status };
  const { number, secret } = await response.json();
  return { view: 'sent', number, secret };
}

const invalid = (error: Parameters<typeof fieldErrors>[0]) => ({
  type: '',
  code: 'invalid',
  title: '',
  status: 422,
  errors: fieldErrors(error),
});
