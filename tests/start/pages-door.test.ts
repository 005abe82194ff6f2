// The pages on demand and the API behind their doors: what they are told, and what is kept from them.
import { describe, expect, test } from 'vitest';
import type { PageHandler } from '../../api/doors/pages.ts';
import { openDoors } from '../support/stand-ins/doors.ts';

type Locals = {
  api: { api: Record<string, { $get(): Promise<Response> }> };
  origin: string;
  clientAddress: string;
  now: Date;
  form?: FormData;
};
const form = 'application/x-www-form-urlencoded';

// Tells what it was given; asks the API for /echo in the visitor's name.
const tellingPage: PageHandler = async (req, res, next, locals) => {
  if ('refused' in locals) return next();
  const { api, origin, clientAddress, now, form: posted } = locals as Locals;
  const echo = (await (await api.api['echo']?.$get())?.json()) as unknown;
  const isEncrypted = 'encrypted' in req.socket;
  res.end(
    JSON.stringify({
      origin,
      clientAddress,
      now,
      echo,
      posted: posted && Object.fromEntries(posted),
      host: req.headers.host,
      isEncrypted,
    }),
  );
};
const told = ({ body }: { body: Buffer }) => JSON.parse(body.toString()) as Record<string, unknown>;

describe('a page on demand', () => {
  test('knows the visitor, and asks the API in his name', async () => {
    const doors = await openDoors({ pages: tellingPage });
    const answer = await doors.ask('/can-bo', {
      headers: { cookie: 'phien=1', 'x-client-address': '9.9.9.9' },
    });
    expect(told(answer)).toEqual({
      origin: `http://${doors.host}`,
      clientAddress: '127.0.0.1',
      now: '2026-03-02T01:00:00.000Z',
      host: doors.host,
      isEncrypted: false,
      echo: {
        method: 'GET',
        url: 'http://portal.internal/api/echo',
        clientAddress: '127.0.0.1',
        header: '127.0.0.1',
        cookie: 'phien=1',
        body: '',
      },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    await doors.close();
  });

  test('goes out compressed, unless its length could tell a secret', async () => {
    const long: PageHandler = async ({ url }, res) => {
      const secret = url?.startsWith('/ma') && { 'cache-control': 'no-store, no-transform' };
      res.writeHead(200, { 'content-type': 'text/html', ...secret }).end('Chữ '.repeat(1000));
    };
    const doors = await openDoors({ pages: long });
    const encoding = async (target: string, method = 'GET', headers: Record<string, string> = {}) =>
      (
        await doors.ask(target, {
          method,
          headers: {
            'accept-encoding': 'br',
            origin: `http://${doors.host}`,
            'content-type': form,
            ...headers,
          },
        })
      ).headers['content-encoding'];
    for (const target of ['/khao-sat', '/tim-kiem?q=a', '/can-bo', '/can-bo/khao-sat', '/can-bo/ho-so/1?a=b'])
      expect([target, await encoding(target)]).toEqual([target, 'br']);
    expect(await encoding('/can-bo/khao-sat?q=a', 'POST')).toBe('br');
    for (const [from, is] of [
      ['same-origin', 'br'],
      ['none', 'br'],
      ['same-site', undefined],
      ['cross-site', undefined],
    ] as const)
      expect([from, await encoding('/can-bo?q=a', 'GET', { 'sec-fetch-site': from })]).toEqual([from, is]);
    for (const target of ['/can-bo?q=a', '/ma', '/ma%2Dmoi'])
      expect([target, await encoding(target)]).toEqual([target, undefined]);
    await doors.close();
  });

  test('stands at the public address behind a proxy', async () => {
    const doors = await openDoors({
      pages: tellingPage,
      env: { PUBLIC_ORIGIN: 'https://cong.example', TRUST_PROXY: 'true' },
    });
    const answer = await doors.ask('/can-bo', { headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' } });
    expect(told(answer)).toMatchObject({
      origin: 'https://cong.example',
      clientAddress: '203.0.113.7',
      host: 'cong.example',
      isEncrypted: true,
    });
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    await doors.close();
  });

  test('gets a form whole, and never one beyond the limit', async () => {
    const doors = await openDoors({ pages: tellingPage });
    const headers = { origin: `http://${doors.host}`, 'content-type': form };
    const post = (body: string, more = {}) =>
      doors.ask('/phan-anh/gui', { method: 'POST', headers: { ...headers, ...more }, body });

    const long = 'x'.repeat(128 * 1024 - 2);
    for (const [body, posted] of [
      ['a=1', { a: '1' }],
      ['', {}],
      [`a=${long}`, { a: long }],
    ] as const)
      expect(told(await post(body))['posted']).toEqual(posted);
    expect((await post('x'.repeat(128 * 1024 + 1))).status).toBe(413);
    const streamed = await post('x'.repeat(3_000_000), { 'transfer-encoding': 'chunked' });
    expect(streamed.status).toBe(413);
    expect(streamed.body.toString()).toContain('Mỗi lần gửi không quá 128 KB.');
    await doors.close();
  });

  test('that fails because the database is away is sent as 503, any other failure as 500', async () => {
    const failing: PageHandler = async (req, res, _next, locals) => {
      if (req.url === '/away') await (locals as Locals).api.api['away']?.$get();
      res.writeHead(500, { 'content-type': 'text/html' });
      res.end('<h1>Lỗi</h1>');
    };
    const doors = await openDoors({ pages: failing });
    const away = await doors.ask('/away');
    expect([away.status, away.headers['retry-after'], away.body.toString()]).toEqual([
      503,
      '30',
      '<h1>Lỗi</h1>',
    ]);
    expect((await doors.ask('/broken')).status).toBe(500);
    await doors.close();
  });

  test('that throws is answered with a page that says nothing of itself', async () => {
    const doors = await openDoors({ pages: () => Promise.reject(new Error('a secret')) });
    const { status, body } = await doors.ask('/can-bo');
    expect(status).toBe(500);
    expect(body.toString()).not.toContain('secret');
    await doors.close();
  });
});

describe('the API', () => {
  test('is told the address of the socket, whatever the client claims', async () => {
    const doors = await openDoors();
    const claims = { 'x-client-address': '9.9.9.9', 'X-Forwarded-For': '8.8.8.8' };
    expect(told(await doors.ask('/api/echo', { headers: claims }))).toMatchObject({
      clientAddress: '127.0.0.1',
      header: '127.0.0.1',
    });
    await doors.close();
  });

  test('believes a trusted proxy, and only its own entry', async () => {
    const doors = await openDoors({ env: { TRUST_PROXY: 'true' } });
    const address = async (forwarded: string) =>
      told(await doors.ask('/api/echo', { headers: { 'x-forwarded-for': forwarded } }))['clientAddress'];
    expect(await address('6.6.6.6, 203.0.113.7')).toBe('203.0.113.7');
    expect(await address('2001:db8::1')).toBe('2001:db8::1');
    expect(await address('not an address')).toBe('127.0.0.1');
    await doors.close();
  });
});
