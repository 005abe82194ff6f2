// A form posted to its page: it leads on by 303, or is shown again with everything typed and every refusal in its place.
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { posted } from '../../site/lib/form/posted.ts';
import { seeOther } from '../../site/lib/form/see-other.ts';

const Body = z.strictObject({ name: z.string(), agrees: z.boolean() });

/** A visit to a page; with fields, one that posts them. */
const visit = (fields?: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) form.append(name, value);
  return {
    request: new Request('http://portal.example/gop-y', { method: fields ? 'POST' : 'GET' }),
    locals: { form: fields && form } as unknown as App.Locals,
    response: {} as { status?: number },
  };
};
const answer = (status: number, body: unknown = {}, headers: HeadersInit = {}) =>
  Promise.resolve(Response.json(body, { status, headers }));
const refused = {
  type: '',
  code: 'invalid',
  title: 'Có ô chưa đúng',
  status: 422,
  errors: [{ pointer: '/person/name', detail: 'Nhập họ tên.' }],
};

describe('a visit', () => {
  test('shows what stands in the form before anybody has typed; nothing is sent', async () => {
    const page = visit();
    const send = () => Promise.reject(new Error('sent'));
    expect(await posted(page, { fresh: { name: 'Một' }, send, next: () => '/' })).toEqual({
      values: { name: 'Một' },
      errors: [],
      status: undefined,
      kept: [],
      shown: undefined,
    });
    expect(page.response.status).toBe(undefined);
  });
});

describe('what is posted', () => {
  test('is handed on as the body of its schema with the token of staff, and leads on with the cookies of the API', async () => {
    const sent: unknown[] = [];
    const response = await posted(visit({ name: 'Một', agrees: 'yes', formToken: 't', pageToken: 'p' }), {
      schema: Body,
      send: ({ json, values, auth }) => {
        sent.push({ json, values, auth });
        return answer(201, { id: 7 }, { 'set-cookie': 'a=b' });
      },
      next: async (taken, { name }) => `/xong/${((await taken.json()) as { id: number }).id}?ten=${name}`,
    });
    expect(sent).toEqual([
      {
        json: { name: 'Một', agrees: true },
        values: { name: 'Một', agrees: 'yes', formToken: 't' },
        auth: { headers: { 'x-form-token': 't' } },
      },
    ]);
    expect(response).toBeInstanceOf(Response);
    const { status, headers } = response as Response;
    expect([status, headers.get('location'), headers.getSetCookie()]).toEqual([
      303,
      '/xong/7?ten=M%E1%BB%99t',
      ['a=b'],
    ]);
  });

  test('stays in the form when it is refused, the sentence at its field, with the status of the API', async () => {
    const page = visit({ name: '' });
    const form = await posted(page, { schema: Body, send: () => answer(422, refused), next: () => '/' });
    expect(form).toMatchObject({
      values: { name: '' },
      errors: [{ field: 'name', text: 'Nhập họ tên.' }],
      status: 422,
    });
    expect(page.response.status).toBe(422);
  });

  test('may be refused by the page itself, and each sentence may have another place and the page another status', async () => {
    const page = visit({ key: 'k', name: 'Một' });
    const form = await posted(page, {
      send: () => Promise.resolve({ errors: [{ field: 'name', text: 'Sai.' }], status: 401 }),
      next: () => '/',
      place: (errors, { key }) => errors.map((error) => ({ ...error, field: `${key}-${error.field}` })),
      statusOf: (status) => (status === 401 ? 422 : status),
    });
    expect(form).toMatchObject({
      errors: [{ field: 'k-name', text: 'Sai.' }],
      status: 401,
      values: { name: 'Một' },
    });
    expect(page.response.status).toBe(422);
  });

  test('may be shown on the same page, or be nothing to send at all', async () => {
    const found = await posted(visit({ number: '1' }), {
      send: () => answer(200, { found: 1 }),
      next: async (taken) => ({ shown: await taken.json() }),
    });
    expect(found).toMatchObject({ shown: { found: 1 }, errors: [] });
    const again = await posted(visit({ step: 'edit' }), {
      send: () => Promise.resolve(undefined),
      next: () => '/',
    });
    expect(again).toMatchObject({ values: { step: 'edit' }, errors: [], shown: undefined });
  });
});

test.each([
  ['/can-bo/khao-sat/1?xong=sửa', '/can-bo/khao-sat/1?xong=s%E1%BB%ADa'],
  ['/xong?b=a\r\nset-cookie: x=y', '/xong?b=a%0D%0Aset-cookie:%20x=y'],
  ['/xong?b=\ud800', '/xong?b=%EF%BF%BD'],
  ['/xong?b=%C3%A1&c=1#d', '/xong?b=%C3%A1&c=1#d'],
])('leads on to %j whatever was typed', (path, location) => {
  expect(seeOther(path).headers.get('location')).toBe(location);
});
