// The built site as visitors get it: encodings, tags, caches, and addresses that do not exist.
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageHandler } from '../../api/doors/pages.ts';
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

describe('a page with a living part', () => {
  /** A handler that tells each time something else, and notes what it was asked. */
  function partThat(tells: (time: number) => { status: number; text: string }) {
    const asked: { url: string | undefined; cookie: string | undefined }[] = [];
    const pages: PageHandler = async (req, res, next, locals) => {
      if (!('isPart' in locals)) return next();
      asked.push({ url: req.url, cookie: req.headers.cookie });
      const { status, text } = tells(asked.length);
      res.writeHead(status, { 'content-type': 'text/html' });
      res.write(text.slice(0, 3));
      res.end(text.slice(3));
    };
    return { asked, pages };
  }
  const place = '<live-part data-from="/trang-dau/hom-nay"></live-part>';

  test('tells what is known now, asked for once in the name of nobody, and is not sent twice', async () => {
    const { asked, pages } = partThat((time) => ({ status: 200, text: `<p>Lần ${time}</p>` }));
    const own = await openDoors({ pages });
    const visit = (headers = {}) => own.ask('/', { headers: { cookie: 'phien=1', ...headers } });
    const first = await visit();
    expect(first.body.toString()).toBe('<h1>Trang đầu</h1><p>Lần 1</p>');
    expect(first.headers['content-security-policy']).toContain("default-src 'self'");
    expect(asked).toEqual([{ url: '/trang-dau/hom-nay', cookie: undefined }]);
    expect((await visit({ 'if-none-match': first.headers.etag })).status).toBe(304);
    expect(asked).toHaveLength(1);
    await own.close();
  });

  test('tells anew what an officer has sent, and not what a citizen has or what was refused', async () => {
    const { asked, pages } = partThat((time) => ({ status: 200, text: `<p>Lần ${time}</p>` }));
    const own = await openDoors({
      pages: async (req, res, next, locals) => {
        if (req.url !== '/can-bo/ho-so/1') return await pages(req, res, next, locals);
        res.writeHead(303, { location: '/can-bo/ho-so/1?xong=accept' });
        res.end();
      },
    });
    const post = (target: string) =>
      own.ask(target, {
        method: 'POST',
        headers: { origin: `http://${own.host}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'a=1',
      });
    await own.ask('/');
    await post('/phan-anh/gui');
    await post('/can-bo/ho-so/2');
    await post('/api/staff/cases/2/steps');
    expect((await own.ask('/')).body.toString()).toContain('Lần 1');
    await post('/can-bo/ho-so/1');
    expect((await own.ask('/')).body.toString()).toContain('Lần 2');
    await post('/api/staff/cases/1/steps');
    expect((await own.ask('/')).body.toString()).toContain('Lần 3');
    expect(asked).toHaveLength(3);
    await own.close();
  });

  test('is whole without it: where it fails, and where nobody serves it', async () => {
    const { pages } = partThat(() => ({ status: 503, text: 'Cơ sở dữ liệu đang vắng' }));
    const own = await openDoors({ pages });
    for (const { ask } of [own, doors]) {
      const { status, body } = await ask('/');
      expect([status, body.toString()]).toEqual([200, `<h1>Trang đầu</h1>${place}`]);
    }
    await own.close();
  });
});
