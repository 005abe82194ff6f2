// The built site as visitors get it: encodings, tags, caches, and addresses that do not exist.
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDoors } from '../support/stand-ins/doors.ts';

let doors: Awaited<ReturnType<typeof openDoors>>;
beforeAll(async () => void (doors = await openDoors()));
afterAll(() => doors.close());

const title = (body: Buffer) => /<h1>(.*)<\/h1>/.exec(body.toString())?.[1];

describe('a page', () => {
  test('stands at its clean address, with the headers of the portal', async () => {
    const { status, headers, body } = await doors.ask('/thu-tuc?q=dat');
    expect(status).toBe(200);
    expect(title(body)).toBe('Thủ tục');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['vary']).toBe('Accept-Encoding');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['content-security-policy']).toBe(
      "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
  });

  test('comes in the best encoding that the visitor takes', async () => {
    const answer = (encodings: string) =>
      doors.ask('/thu-tuc', { headers: { 'accept-encoding': encodings } });
    const br = await answer('gzip, deflate, br');
    const gzip = await answer('gzip, br;q=0');
    const plain = await answer('identity');
    expect(br.headers['content-encoding']).toBe('br');
    expect(title(zlib.brotliDecompressSync(br.body))).toBe('Thủ tục');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(title(zlib.gunzipSync(gzip.body))).toBe('Thủ tục');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  test('is not sent again to a visitor who has it', async () => {
    const { headers } = await doors.ask('/thu-tuc', { headers: { 'accept-encoding': 'br' } });
    const etag = String(headers.etag);
    expect(etag).toMatch(/^"[\w-]{22}-br"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await doors.ask('/thu-tuc', {
        headers: { 'accept-encoding': 'br', 'if-none-match': known },
      });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    }
    const other = await doors.ask('/thu-tuc', {
      headers: { 'accept-encoding': 'gzip', 'if-none-match': etag },
    });
    expect(other.status).toBe(200);
  });

  test('answers HEAD with its length and without its body', async () => {
    const { body } = await doors.ask('/thu-tuc');
    const head = await doors.ask('/thu-tuc', { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(body.length));
  });

  test('has one address: a slash at the end is sent away', async () => {
    const { status, headers } = await doors.ask('/thu-tuc/?q=dat');
    expect([status, headers.location]).toEqual([308, '/thu-tuc?q=dat']);
  });

  test('takes no form, and a page on demand no method but those of browsers', async () => {
    const { status, headers } = await doors.ask('/thu-tuc', {
      method: 'POST',
      headers: { origin: `http://${doors.host}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=1',
    });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    const onDemand = await doors.ask('/can-bo', {
      method: 'DELETE',
      headers: { origin: `http://${doors.host}` },
    });
    expect([onDemand.status, onDemand.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  });
});

test('an asset with a hash in its name is kept for good', async () => {
  const { headers } = await doors.ask('/_tep/site.a1b2.css');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['content-type']).toBe('text/css; charset=utf-8');
});

test('an address that does not exist gets the 404 page, by whatever name', async () => {
  for (const target of ['/khong-co', '/404', '/500', '/thu-tuc.html.br', '/thu-tuc.html', '/%C4%91']) {
    const { status, body, headers } = await doors.ask(target);
    expect([target, status, title(body)]).toEqual([target, 404, 'Không tìm thấy trang']);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  }
});

test('a target that two programs could read in two ways is refused', async () => {
  const targets = [
    '//evil.example/',
    '/a\\b',
    '/%',
    '/%E1%BB',
    '/a%00b',
    '/?q=%00',
    '/a/../b',
    '/a/%2e%2E/b',
    'http://evil.example/',
    '*',
  ];
  for (const target of targets) {
    const { status, headers } = await doors.ask(target, { method: target === '*' ? 'OPTIONS' : 'GET' });
    expect([target, status]).toEqual([target, 400]);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  }
  const api = await doors.ask('/api/%E1');
  expect([api.status, api.headers['content-type']]).toEqual([400, 'application/problem+json']);
});

test('a host name that is none is refused', async () => {
  const { status } = await doors.ask('/can-bo', { headers: { host: 'a b/c@evil' } });
  expect(status).toBe(400);
});
