// Files on a real socket: what is too much is cut early, what is too slow is cut off, and the door stays open.
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doorServer } from '../../api/doors/door-server.ts';
import { createListener } from '../../api/doors/listener.ts';
import type { PageHandler } from '../../api/doors/pages.ts';
import { securityHeaders } from '../../api/doors/security-headers.ts';
import { post, submission, submit } from '../support/portal/case.ts';
import { eventually } from '../support/run/eventually.ts';
import { pdf } from '../support/worlds/files.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

// Says which fields of the form came, a file by its size.
const pages: PageHandler = async (_req, res, next, locals) => {
  if ('refused' in locals) return next();
  const { form } = locals as { form: FormData };
  res.end(
    [...form].map(([name, value]) => `${name}=${typeof value === 'string' ? value : value.size}`).join(),
  );
};

let test: TestPortal;
let server: http.Server;
let origin: string;
beforeAll(async () => {
  test = await openTestPortal({ env: { DATA_DIR: await temporaryFolder(), UPLOADS_PER_10_MINUTES: '0' } });
  server = doorServer(
    createListener({
      portal: test.portal,
      app: test.app,
      site: { files: new Map(), notFound: undefined },
      pages,
      declared: new Map([['/phan-anh/gui', { takes: 'files' }]]),
      securityHeaders: securityHeaders(undefined),
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await test.close();
});

// As long as browsers make it.
const boundary = '-'.repeat(24) + '0123456789abcdef';

/** Writes megabytes until an answer comes; tells the answer and how many went out. */
function flood(path: string, megabytes: number, headers: http.OutgoingHttpHeaders = {}) {
  return new Promise<{ status: number | undefined; body: string; sent: number }>((resolve, reject) => {
    let [sent, answered] = [0, false];
    const req = http.request(`${origin}${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    });
    req.on('response', (res) => {
      answered = true;
      let body = '';
      res.on('data', (chunk: Buffer) => (body += chunk.toString()));
      res.on('close', () => {
        resolve({ status: res.statusCode, body, sent });
        req.destroy();
      });
    });
    req.on('error', (error) => answered || reject(error));
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    const more = () => {
      if (answered || sent === megabytes) return void (answered || req.end(`\r\n--${boundary}--\r\n`));
      sent += 1;
      req.write(megabyte, more);
    };
    req.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`, more);
  });
}

const uploadFine = async () => {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(pdf)], 'a.pdf'));
  return await fetch(`${origin}/api/uploads`, { method: 'POST', body: form, headers: { origin } });
};

it('a stream of 100 MB to the API is refused long before its end, and nothing is kept', async () => {
  const announced = await flood('/api/uploads', 100, { 'content-length': 100 * 1024 * 1024 });
  expect(announced.status).toBe(413);
  expect(announced.body).toContain('Mỗi tệp không quá 10 MB.');
  expect(announced.sent).toBeLessThan(50);
  const streamed = await flood('/api/uploads', 100);
  expect(streamed.status).toBe(413);
  expect(streamed.sent).toBeLessThan(50);
  const { rows } = await rowsKept();
  expect(rows).toBe(0);
  expect((await uploadFine()).status).toBe(201);
});

const rowsKept = async () => ({
  rows: (await test.portal.db.selectFrom('attachments').select('id').execute()).length,
});

it('a page takes files where its form has them, five of the largest and no more', async () => {
  expect(await flood('/phan-anh/gui', 30)).toMatchObject({ status: 200, body: `file=${30 << 20}` });
  const tooMuch = await flood('/phan-anh/gui', 100);
  expect(tooMuch.status).toBe(413);
  expect(tooMuch.body).toContain('Các tệp gửi lên quá lớn.');
  expect((await flood('/can-bo/bao-mat', 1)).status).toBe(413);
});

/** Writes a request head and some of its body by hand; answers with what comes back until the connection ends. */
function byHand(text: string, isEnough: (said: string) => boolean = () => false): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      said += chunk.toString();
      if (isEnough(said)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });
}
const head = (path: string, ...lines: string[]) =>
  [`POST ${path} HTTP/1.1`, 'host: a', 'sec-fetch-site: same-origin', ...lines, '', ''].join('\r\n');

it('a body that stops half-way is ended with 408, on a page and in the API', async () => {
  const type = 'content-type: application/x-www-form-urlencoded';
  const [page, api] = await Promise.all(
    ['/phan-anh/gui', '/api/cases'].map((path) =>
      byHand(`${head(path, type, 'content-length: 1000')}body=mua`),
    ),
  );
  expect(page).toContain('HTTP/1.1 408');
  expect(api).toContain('HTTP/1.1 408');
  expect(api).toContain('"code":"too-slow"');
});

it('a body is asked for only when its size was judged', async () => {
  const expecting = ['expect: 100-continue', 'content-type: multipart/form-data; boundary=x'];
  const refused = await byHand(head('/api/uploads', ...expecting, 'content-length: 99999999'), (said) =>
    said.includes('HTTP/1.1 413'),
  );
  expect(refused).not.toContain('100 Continue');
  expect(refused).toContain('HTTP/1.1 413');
  const asked = await byHand(head('/api/uploads', ...expecting, 'content-length: 1000'), (said) =>
    said.includes('100 Continue'),
  );
  expect(asked).toContain('HTTP/1.1 100 Continue');
});

it('two names of hosts are refused at every door', async () => {
  for (const path of ['/', '/api/health', '/can-bo', '/thu-tuc'])
    expect([
      path,
      await byHand(`GET ${path} HTTP/1.1\r\nHost: a\r\nhOst: b\r\nconnection: close\r\n\r\n`),
    ]).toEqual([path, expect.stringContaining('HTTP/1.1 400')]);
});

it('two hundred slow uploads are held on disk, and small forms pass beside them', async () => {
  const before = process.memoryUsage.rss();
  const type = 'content-type: multipart/form-data; boundary=x';
  const start = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
  const megabyte = Buffer.alloc(1 << 20, 'x');
  const sockets = Array.from({ length: 200 }, (_, at) => {
    const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write(head(at % 2 ? '/api/uploads' : '/phan-anh/gui', type, 'content-length: 9000000') + start);
      for (let part = 0; part < 3; part += 1) socket.write(megabyte);
    });
    socket.on('error', () => {});
    socket.resume();
    return socket;
  });
  await eventually('what came is read', async () =>
    sockets.every((socket) => socket.destroyed || socket.writableLength === 0),
  );
  const small = await fetch(`${origin}/phan-anh/gui`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'a=1',
  });
  expect([small.status, await small.text()]).toEqual([200, 'a=1']);
  globalThis.gc?.();
  expect((process.memoryUsage.rss() - before) >> 20).toBeLessThan(100);
  for (const socket of sockets) socket.destroy();
  expect((await uploadFine()).status).toBe(201);
});

it('a download keeps its own closed policy behind the door', async () => {
  const { token } = (await (await uploadFine()).json()) as { token: string };
  const { number, secret } = await submit(test, { attachments: [token] });
  const { body } = await post(test, '/api/cases/lookup', { number, secret });
  const [{ id }] = body['attachments'] as [{ id: string }];
  const answer = await fetch(`${origin}/api/cases/attachment`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ number, secret, id }),
  });
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(answer.headers.get('content-disposition')).toContain('attachment; filename="');
  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
});

it('leads /open311 to the register, takes the form of a program there and no page of another site', async () => {
  const address = `${origin}/open311/v2/requests.json`;
  const { name, contentCode, body, kind, address: home, phone } = submission;
  const fields = {
    ...{ service_code: contentCode, description: body, last_name: name, phone },
    ...{ 'attribute[kind]': kind, 'attribute[address]': home, 'attribute[readPrivacyNotice]': 'true' },
  };
  const sent = (headers: Record<string, string> = {}, more: Record<string, string> = {}) =>
    fetch(address, { method: 'POST', body: new URLSearchParams({ ...fields, ...more }), headers });
  const taken = await sent();
  expect(taken.status).toBe(201);
  const [{ service_request_id: id = '' } = {}] = (await taken.json()) as Record<string, string>[];
  const read = await fetch(`${origin}/open311/v2/requests/${id}.xml`);
  expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
  expect((await fetch(`${origin}/open311/discovery.xml`)).status).toBe(200);

  const forged = await sent({ origin: 'https://evil.example' });
  expect([forged.status, await forged.json()]).toMatchObject([403, [{ code: 403 }]]);
  const large = await sent({}, { 'attribute[wish]': 'x'.repeat(70_000) });
  expect([large.status, await large.json()]).toMatchObject([413, [{ code: 413 }]]);
});
