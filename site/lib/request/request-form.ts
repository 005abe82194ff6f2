// The forms of requests: what was typed becomes the body of the API's call, and leads to the receipt.
import type { APIContext } from 'astro';
import type { RequestKind } from '../../../api/requests/kinds.ts';
import { MakeRequest } from '../../../api/requests/schema.ts';
import { bodyOf } from '../form/body.ts';
import { keepSealed } from '../form/cookies.ts';
import { letterKey } from '../form/form-key.ts';
import { posted } from '../form/posted.ts';
import type { Values } from '../form/form.ts';

type Page = Pick<APIContext, 'request' | 'locals' | 'cookies' | 'url'> & { response: { status?: number } };

/** One visit to a page with such a form, for the kinds of request that it takes. */
export const postedRequest = (page: Page, kinds: readonly RequestKind[]) =>
  posted(page, {
    fresh: { kind: page.url.searchParams.get('loai') ?? '' },
    send: ({ values }) => sendRequest(page.locals.api, values, kinds),
    next: async (answer) => {
      const { number, secret } = await answer.json();
      keepSealed(page, 'request', { number, secret });
      return '/bao-ve-du-lieu/yeu-cau/da-gui';
    },
  });

/** Sends what was typed; the same words of the same form again give the same receipt. */
async function sendRequest(api: App.Locals['api'], values: Values, allowed: readonly RequestKind[]) {
  const formKey = values['idempotencyKey'] ?? '';
  // The two forms share the API; a kind of the other form is none here.
  const kind = allowed.find((one) => one === values['kind']) ?? '';
  const json = bodyOf(MakeRequest, { ...values, kind });
  return await api.api.requests.$post({
    header: { 'idempotency-key': await letterKey(formKey, json) },
    json,
  });
}
