// Stopping and starting again: ready goes first, what is under way is answered, and the data knows its key and its release.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findEmbedded } from '../../api/db/embedded/attach.ts';
import { startChild } from '../support/process/child.ts';
import { eventually } from '../support/run/eventually.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { openRunningPortal } from '../support/process/running-portal.ts';
import { serverChild } from '../support/process/server-process.ts';

const submission = {
  contentCode: '5.2',
  body: 'Thời gian giải quyết ghi trên giấy hẹn dài hơn thời gian đã công khai.',
  kind: 'person',
  name: 'Người Gửi Thử',
  address: 'Thôn Thử, xã Thử, tỉnh Thử',
  email: 'nguoi.gui@thu.invalid',
  readPrivacyNotice: true,
};

type Answer = { status: number; connection: string | undefined; body: string };

/** A request whose body is sent when the test says so. */
function slowRequest(origin: string, target: string, method: string, headers: Record<string, string> = {}) {
  const req = http.request(origin + target, { method, headers, agent: new http.Agent({ keepAlive: true }) });
  const answer = new Promise<Answer>((resolve, reject) => {
    req.on('error', reject);
    req.on('response', (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          connection: res.headers.connection,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
  });
  answer.catch(() => {});
  return { req, answer };
}

test('on SIGTERM it is not ready any more, answers what is under way, and is gone', async () => {
  const portal = await openRunningPortal({ WORKER: 'none' });
  expect(await (await fetch(`${portal.origin}/api/ready`)).json()).toMatchObject({
    status: 'ready',
    background: { workerSeenSeconds: null, oldestEventSeconds: null },
  });
  const body = JSON.stringify(submission);
  const sending = Array.from({ length: 8 }, () => {
    const one = slowRequest(portal.origin, '/api/cases', 'POST', {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'idempotency-key': crypto.randomUUID(),
    });
    one.req.write(body.slice(0, 100));
    return one;
  });
  // Never sent to its end.
  const hanging = slowRequest(portal.origin, '/api/cases', 'POST', {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'idempotency-key': crypto.randomUUID(),
  });
  hanging.req.write(body.slice(0, 100));
  const ready = slowRequest(portal.origin, '/api/ready', 'GET');
  ready.req.end();
  expect((await ready.answer).status).toBe(200);

  process.kill(portal.pid, 'SIGTERM');
  const last = await eventually('it says that it stops', async () => {
    const { req, answer } = slowRequest(portal.origin, '/api/ready', 'GET');
    req.end();
    const found = await answer;
    return found.status === 503 && found;
  });
  expect(last).toMatchObject({ status: 503, connection: 'close' });
  expect(JSON.parse(last.body)).toMatchObject({ code: 'stopping' });
  for (const { req } of sending) req.end(body.slice(100));
  for (const { answer } of sending) expect(await answer).toMatchObject({ status: 201, connection: 'close' });
  const unsent = await hanging.answer;
  expect(unsent).toMatchObject({ status: 503, connection: 'close' });
  expect(unsent.body).toContain('chưa có gì được ghi');
  expect(await portal.ended).toBe(0);
});

test('data of another key or a newer release is refused in one sentence, and left alone', async () => {
  const dataDir = path.join(await temporaryFolder(), 'data');
  const first = await openRunningPortal({}, { dataDir });
  const url = (await findEmbedded(dataDir)) ?? '';
  const elsewhere = path.join(await temporaryFolder(), 'data');
  const env = { DATABASE_URL: url, PORT: '0', DATA_DIR: elsewhere };

  const keyless = startChild('api/programs/server.ts', [], { env });
  expect([await keyless.ended, keyless.said()]).toEqual([
    1,
    expect.stringMatching(/^\nCó DATABASE_URL thì phải đặt SECRET_KEY[^\n]*\n\n$/),
  ]);
  expect(fs.existsSync(path.join(elsewhere, 'secret.key'))).toBe(false);
  const other = startChild('api/programs/server.ts', [], { env: { ...env, SECRET_KEY: 'x'.repeat(40) } });
  expect([await other.ended, other.said()]).toEqual([
    1,
    expect.stringMatching(/^\nKhóa bí mật không phải khóa mà cơ sở dữ liệu này đã dùng[^\n]*\n\n$/),
  ]);
  await first.onDatabase((client) =>
    client.query(
      `insert into kysely_migration (name, timestamp) values ('9999_later', '2999-01-01T00:00:00.000Z')`,
    ),
  );
  await first.stop();
  const older = serverChild(dataDir);
  expect([await older.ended, older.said()]).toEqual([
    1,
    expect.stringMatching(
      /\nDữ liệu này đã được một bản phần mềm mới hơn dùng \(có bước 9999_later [^\n]*\n\n$/,
    ),
  ]);
});
