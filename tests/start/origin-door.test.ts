// Who may change something: only pages of this portal, and programs that carry no session.
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../api/doors/form-fields.ts';
import { isOneClick, provenanceOf, type Sender } from '../../api/doors/origin.ts';
import type { PageHandler } from '../../api/doors/pages.ts';
import { isPageToken, pageToken } from '../../api/crypto/page-token.ts';
import { openDoors } from '../support/stand-ins/doors.ts';

const form = 'application/x-www-form-urlencoded';
const plain: Sender = {
  method: 'POST',
  host: 'localhost:4321',
  origin: undefined,
  fetchSite: undefined,
  contentType: form,
  hasCookie: false,
};
const from = (sender: Partial<Sender>, publicOrigin?: string) =>
  provenanceOf({ ...plain, ...sender }, publicOrigin);

describe('an unsafe request', () => {
  test('is from here when it comes from a page of the portal', () => {
    expect(from({ origin: 'http://localhost:4321', hasCookie: true })).toBe('here');
    expect(from({ origin: 'https://localhost:4321' })).toBe('here');
    expect(from({ fetchSite: 'same-origin' })).toBe('here');
  });

  test('is from here when the browser says so, also behind a proxy that hides the origin or changes the host', () => {
    expect(from({ fetchSite: 'same-origin', origin: 'null', hasCookie: true })).toBe('here');
    expect(from({ fetchSite: 'same-origin', origin: 'https://cong.example', host: '127.0.0.1:4321' })).toBe(
      'here',
    );
  });

  test('is from elsewhere from any other page', () => {
    for (const origin of [
      'http://evil.example',
      'http://localhost:4322',
      'http://localhost:4321.evil.example',
      '',
    ])
      expect([origin, from({ origin, contentType: 'application/json' })]).toEqual([origin, 'elsewhere']);
    for (const fetchSite of ['cross-site', 'same-site', 'nonsense'])
      for (const origin of [undefined, 'null', 'http://localhost:4321'])
        expect([fetchSite, from({ fetchSite, origin, contentType: 'application/json' })]).toEqual([
          fetchSite,
          'elsewhere',
        ]);
  });

  test('of which nothing is said is left to the token of the form', () => {
    expect(from({})).toBe('unknown');
    expect(from({ origin: 'null' })).toBe('unknown');
    expect(from({ origin: 'null', contentType: 'application/json' })).toBe('unknown');
    expect(from({ fetchSite: 'none' })).toBe('unknown');
    for (const contentType of [form, 'multipart/form-data; boundary=x', 'text/plain', undefined])
      expect([contentType, from({ contentType })]).toEqual([contentType, 'unknown']);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'ANYTHING']) expect(from({ method })).toBe('unknown');
  });

  test('without an origin is a program only as JSON without a session', () => {
    expect(from({ contentType: 'application/json; charset=utf-8' })).toBe('here');
    expect(from({ contentType: 'application/json', hasCookie: true })).toBe('unknown');
  });

  test('is a program with a form only where a standard says so, and then without any sign of a browser', () => {
    const standard = { takesFormsOfPrograms: true };
    expect(from(standard)).toBe('here');
    expect(from({ ...standard, hasCookie: true })).toBe('unknown');
    expect(from({ ...standard, origin: 'null' })).toBe('unknown');
    expect(from({ ...standard, contentType: 'multipart/form-data; boundary=x' })).toBe('unknown');
    expect(from({ ...standard, origin: 'http://evil.example' })).toBe('elsewhere');
    expect(from({ ...standard, fetchSite: 'cross-site' })).toBe('elsewhere');
  });

  test('must name the public address where one is set', () => {
    const publicOrigin = 'https://cong.example';
    expect(from({ origin: publicOrigin, host: 'cong.example' }, publicOrigin)).toBe('here');
    expect(from({ origin: 'http://cong.example', host: 'cong.example' }, publicOrigin)).toBe('elsewhere');
    expect(from({ origin: 'http://localhost:4321' }, publicOrigin)).toBe('elsewhere');
  });
});

test('a mail program may end a subscription without an origin, and nothing else; a browser with a session may not', () => {
  const page = { isOneClick: true } as const;
  expect(isOneClick(page, plain)).toBe(true);
  expect(isOneClick(page, { ...plain, hasCookie: true })).toBe(false);
  expect(isOneClick(page, { ...plain, method: 'DELETE' })).toBe(false);
  for (const other of [undefined, {}, { takes: 'files' } as const])
    expect(isOneClick(other, plain)).toBe(false);
});

test('reading needs no origin', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(from({ method, origin: 'http://evil.example' })).toBe('here');
});

describe('the token of a form', () => {
  const keys = { master: Buffer.from('a key of the tests, 32 bytes or more') };
  const at = (time: string) => new Date(`2026-03-02T${time}:00+07:00`);
  const token = pageToken(keys, at('08:00'));

  test('is good for a working day, for this portal only', () => {
    expect(isPageToken(keys, token, at('08:00'))).toBe(true);
    expect(isPageToken(keys, token, at('19:59'))).toBe(true);
    expect(isPageToken(keys, token, at('20:01'))).toBe(false);
    expect(isPageToken(keys, token, at('07:00'))).toBe(false);
    expect(
      isPageToken({ master: Buffer.from('another key, also of 32 bytes or more') }, token, at('08:00')),
    ).toBe(false);
    for (const other of ['', '.', `${token}x`, token.slice(1), 'x'.repeat(100_000)])
      expect(isPageToken(keys, other, at('08:00'))).toBe(false);
  });

  test('that a stranger was given is none of a browser that has a case or a session open', () => {
    for (const cookies of [
      'ho-so=a',
      '__Host-ho-so=a',
      'x=1; minh-bach.session_token=a',
      '__Host-minh-bach.session_token=a',
    ]) {
      expect(isPageToken(keys, token, at('08:00'), cookies)).toBe(false);
      const own = pageToken(keys, at('08:00'), cookies);
      expect(isPageToken(keys, own, at('08:00'), `giao-dien=1; ${cookies}`)).toBe(true);
      expect(isPageToken(keys, own, at('08:00'), cookies.replace('=a', '=b'))).toBe(false);
    }
  });

  test('is found in both kinds of forms, files left out, however little of it has come', () => {
    expect(fieldsOf(form, Buffer.from('a=1&b=m%C6%B0a+l%E1%BB%9Bn'))).toEqual([
      ['a', '1'],
      ['b', 'mưa lớn'],
    ]);
    const multipart = [
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="b.pdf"\r\n\r\n%PDF\r\n',
      '--x\r\nContent-Disposition: form-data; name="body"\r\n\r\nmưa lớn\r\n--x--\r\n',
    ].join('');
    const type = 'multipart/form-data; boundary=x';
    expect(fieldsOf(type, Buffer.from(multipart))).toEqual([
      ['a', '1'],
      ['body', 'mưa lớn'],
    ]);
    expect(fieldsOf(type, Buffer.from(multipart.slice(0, -9)))).toEqual([
      ['a', '1'],
      ['body', 'mưa lớn'],
    ]);
    expect(fieldsOf('text/plain', Buffer.from('a=1'))).toEqual([]);
  });
});

/** Tells which page was asked for, with which form, and what was refused. */
const telling: PageHandler = async ({ url }, res, _next, locals) => {
  const { refused, form: posted } = locals as { refused?: { status: number }; form?: FormData };
  res.writeHead(refused?.status ?? 200, { 'content-type': 'text/html' });
  res.end(JSON.stringify({ url, posted: posted && [...posted], refused }));
};
const told = ({ body }: { body: Buffer }) => JSON.parse(body.toString()) as Record<string, unknown>;

describe('a form', () => {
  test('from elsewhere reaches a page that shows what was typed, and no other', async () => {
    const doors = await openDoors({ pages: telling });
    const answer = await doors.ask('/phan-anh/gui?a=b', {
      method: 'POST',
      headers: { origin: 'http://evil.example', 'content-type': form },
      body: 'body=m%C6%B0a+l%E1%BB%9Bn',
    });
    expect([answer.status, answer.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
    expect(told(answer)).toEqual({
      url: '/gui-lai',
      refused: {
        status: 403,
        title: 'Biểu mẫu được gửi từ một trang khác',
        detail: 'Hãy mở lại biểu mẫu trên cổng này rồi gửi lại.',
        fields: [['body', 'mưa lớn']],
        action: '/phan-anh/gui?a=b',
        mayResend: false,
      },
    });
    await doors.close();
  });

  test('of which nothing is said passes by its token, and may be sent again without one', async () => {
    const doors = await openDoors({ pages: telling });
    const keys = { master: Buffer.from('a key of the tests, 32 bytes or more') };
    const token = pageToken(keys, new Date('2026-03-02T08:00:00+07:00'));
    const send = (body: string, headers = {}) =>
      doors.ask('/phan-anh/gui', { method: 'POST', headers: { 'content-type': form, ...headers }, body });
    for (const headers of [{}, { origin: 'null' }]) {
      expect(told(await send(`body=a&pageToken=${token}`, headers))).toMatchObject({
        url: '/phan-anh/gui',
        posted: [
          ['body', 'a'],
          ['pageToken', token],
        ],
      });
      const refused = await send('body=a', headers);
      expect(refused.status).toBe(403);
      expect(told(refused)).toMatchObject({ url: '/gui-lai', refused: { mayResend: true } });
    }
    expect((await send(`body=a&pageToken=${token}`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send('body=a', { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    await doors.close();
  });

  test('that cannot be read is never an empty one: what came of it is shown', async () => {
    const doors = await openDoors({ pages: telling });
    const send = (type: string, body: string) =>
      doors.ask('/phan-anh/gui', {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
        body,
      });
    const part = '--x\r\nContent-Disposition: form-data; name="body"\r\n\r\nmưa lớn\r\n';
    const multipart = 'multipart/form-data; boundary=x';
    const whole = await send(multipart, `${part}--x--\r\n`);
    expect([whole.status, told(whole)['posted']]).toEqual([200, [['body', 'mưa lớn']]]);
    const cut = await send(multipart, `${part}--x\r\nContent-Disp`);
    expect(cut.status).toBe(400);
    expect(told(cut)).toMatchObject({ refused: { fields: [['body', 'mưa lớn']], mayResend: true } });
    for (const type of ['application/json', 'text/plain', 'multipart/form-data'])
      expect((await send(type, '{"body":"a"}')).status).toBe(400);
    await doors.close();
  });

  test('beyond the budget of a network keeps what was typed, and says when to come again', async () => {
    const doors = await openDoors({ pages: telling, env: { SUBMISSIONS_PER_10_MINUTES: '1' } });
    const send = () =>
      doors.ask('/phan-anh/gui', {
        method: 'POST',
        headers: { 'content-type': form, 'sec-fetch-site': 'same-origin' },
        body: 'body=a',
      });
    const answers = [await send(), await send(), await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const refused = answers[3] as (typeof answers)[number];
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(100);
    expect(told(refused)).toMatchObject({ refused: { fields: [['body', 'a']], mayResend: true } });
    await doors.close();
  });
});

test('a program is refused with a problem, and nothing is passed on', async () => {
  let isPageAsked = false;
  const doors = await openDoors({ pages: async () => void (isPageAsked = true) });
  const api = await doors.ask('/api/echo', {
    method: 'POST',
    headers: { origin: 'http://evil.example', 'content-type': form },
    body: 'a=1',
  });
  expect([api.status, api.headers['content-type']]).toEqual([403, 'application/problem+json']);
  expect(JSON.parse(api.body.toString())).toEqual({
    type: '/du-lieu/api#wrong-origin',
    code: 'wrong-origin',
    title: 'Biểu mẫu được gửi từ một trang khác',
    status: 403,
    detail: 'Hãy mở lại biểu mẫu trên cổng này rồi gửi lại.',
  });
  expect(isPageAsked).toBe(false);
  await doors.close();
});
