// One visit to the form of a request: what was typed becomes the API's body; nothing typed is lost.
import type { RequestKind } from '../../../api/requests/kinds.ts';
import { MakeRequest } from '../../../api/requests/schema.ts';
import { bodyOf } from '../form/body.ts';
import { errorsOf, type FieldErrors, type Values } from '../form/form.ts';
import { letterKey } from '../form/form-key.ts';

type Sent = { errors: FieldErrors; status: number } | { receipt: { number: string; secret: string } };

/** Sends what was typed; the same words of the same form again give the same receipt. */
export async function sendRequest(
  api: App.Locals['api'],
  values: Values,
  allowed: readonly RequestKind[],
): Promise<Sent> {
  const formKey = values['idempotencyKey'] ?? '';
  // The two forms share the API; a kind of the other form is none here.
  const kind = allowed.find((one) => one === values['kind']) ?? '';
  const json = bodyOf(MakeRequest, { ...values, kind });
  const response = await api.api.requests.$post({
    header: { 'idempotency-key': await letterKey(formKey, json) },
    json,
  });
  if (!response.ok) return { errors: errorsOf(await (response as Response).json()), status: response.status };
  const { number, secret } = await response.json();
  return { receipt: { number, secret } };
}
