// Files on a real socket: what is too much is cut early, what is too slow is cut off, and the door stays open.
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { limitTime } from '../../api/doors/form-body.ts';
import { createListener } from '../../api/doors/listener.ts';
import type { PageHandler } from '../../api/doors/pages.ts';
import { securityHeaders } from '../../api/doors/security-headers.ts';
import { post, submit } from '../support/case.ts';
import { pdf } from '../support/files.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openTestPortal, type TestPortal } from '../support/portal.ts';

const pages: PageHandler = async (req, res) =>
  void res.end(String((req as typeof req & { body: Buffer }).body.length));

let test: TestPortal;
let server: http.Server;
let origin: string;
beforeAll(async () => {
  test = await openTestPortal({ env: { DATA_DIR: await temporaryFolder(), UPLOADS_PER_10_MINUTES: '0' } });
  server = http.createServer(
    createListener({
      portal: test.portal,
      app: test.app,
      site: { files: new Map(), notFound: undefined },
      pages,
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

/** Writes megabytes until an answer comes; tells the answer and how many went out. */
function flood(path: string, megabytes: number, headers: http.OutgoingHttpHeaders = {}) {
  return new Promise<{ status: number | undefined; body: string; sent: number }>((resolve, reject) => {
    let [sent, answered] = [0, false];
    const req = http.request(`${origin}${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'multipart/form-data; boundary=x', ...headers },
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
      if (answered || sent === megabytes) return void (answered || req.end());
      sent += 1;
      req.write(megabyte, more);
    };
    req.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n', more);
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
  expect(await flood('/phan-anh/gui', 30)).toMatchObject({ status: 200 });
  const tooMuch = await flood('/phan-anh/gui', 100);
  expect(tooMuch.status).toBe(413);
  expect(tooMuch.body).toContain('Các tệp gửi lên quá lớn.');
  expect((await flood('/can-bo/bao-mat', 1)).status).toBe(413);
});

it('a request that stops half-way is cut off in its time', async () => {
  const slow = http.createServer((req) => limitTime(req, { maxBytes: 1, patienceMs: 50 }));
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const socket = net.connect((slow.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf');
  await new Promise((resolve) => socket.on('close', resolve).on('error', () => {}));
  slow.close();
  expect(socket.destroyed).toBe(true);
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
