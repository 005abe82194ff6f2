// The form of a request as the API's call: what was typed becomes its body.
import type { RequestKind } from '../../../api/requests/kinds.ts';
import { MakeRequest } from '../../../api/requests/schema.ts';
import { bodyOf } from '../form/body.ts';
import type { Values } from '../form/form.ts';
import { letterKey } from '../form/form-key.ts';

/** Sends what was typed; the same words of the same form again give the same receipt. */
export async function sendRequest(api: App.Locals['api'], values: Values, allowed: readonly RequestKind[]) {
  const formKey = values['idempotencyKey'] ?? '';
  // The two forms share the API; a kind of the other form is none here.
  const kind = allowed.find((one) => one === values['kind']) ?? '';
  const json = bodyOf(MakeRequest, { ...values, kind });
  return await api.api.requests.$post({
    header: { 'idempotency-key': await letterKey(formKey, json) },
    json,
  });
}
