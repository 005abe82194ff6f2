// The process as people run it: it answers, survives its database, and stops without leaving anything behind.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/run/eventually.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { postmasterOf } from '../support/process/postmaster.ts';
import { serverChild, startServer, type ServerProcess } from '../support/process/server-process.ts';

let dataDir: string;
let server: ServerProcess;
beforeAll(async () => {
  dataDir = path.join(await temporaryFolder(), 'data');
  server = await startServer(dataDir);
});
afterAll(async () => {
  server.kill('SIGKILL');
  const left = postmasterOf(dataDir);
  if (left) process.kill(left, 'SIGINT');
  await eventually('no database is left', () => postmasterOf(dataDir) === undefined);
});

const status = async (target: string) => (await fetch(server.origin + target)).status;
const ready = () => fetch(`${server.origin}/api/ready`);

test('it is up and ready, and serves the site and the API on one port', async () => {
  expect(await (await fetch(`${server.origin}/api/health`)).json()).toEqual({ status: 'up' });
  expect(await (await ready()).json()).toMatchObject({
    status: 'ready',
    background: expect.any(Object),
    largestStallMs: expect.any(Number),
  });
  expect(await status('/')).toBe(200);
  expect(await status('/tra-cuu')).toBe(200);
  expect(await status('/khong-co-trang-nay')).toBe(404);
  expect(await status('/api/khong-co')).toBe(404);
});

test('it says where it is, and keeps the demo passwords in a file of mode 600', () => {
  const file = path.join(dataDir, 'demo-accounts.txt');
  const [, password = ''] = /^LD\t\S+\t(\S+)$/m.exec(fs.readFileSync(file, 'utf8')) ?? [];
  expect((fs.statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(password.length).toBeGreaterThanOrEqual(12);
  expect(server.said()).toContain(password);
  expect(server.said()).toContain(`${server.origin}/can-bo`);
});

test('while the database is away it answers 503, and is ready again by itself', async () => {
  const control = path.join(dataDir, 'pg/global/pg_control');
  fs.renameSync(control, `${control}.away`);
  process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL');
  const away = await eventually('it is not ready', async () => {
    const answer = await ready();
    return answer.status !== 200 && answer;
  });
  expect(away.status).toBe(503);
  expect(away.headers.get('content-type')).toBe('application/problem+json');
  expect(await away.json()).toMatchObject({ code: 'database-away', status: 503 });
  expect(await status('/api/health')).toBe(200);
  const home = await fetch(server.origin);
  expect([home.status, /Gửi phản ánh, kiến nghị/.test(await home.text())]).toEqual([200, true]);
  expect(await status('/tra-loi')).toBe(503);

  fs.renameSync(`${control}.away`, control);
  await eventually('ready again', async () => (await ready()).status === 200);
});

describe('a start that cannot be', () => {
  test('tells that the port is busy, and leaves no database running', async () => {
    const other = path.join(await temporaryFolder(), 'data');
    const second = serverChild(other, { PORT: new URL(server.origin).port });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/Cổng \d+ đang được chương trình khác dùng\. .*PORT=\d+ npm start/);
    expect(postmasterOf(other)).toBeUndefined();
  });

  test('tells that the data is in use', async () => {
    const second = serverChild(dataDir);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Một tiến trình khác (pid ${server.pid}) đang dùng dữ liệu`);
    expect((await ready()).status).toBe(200);
  });

  test('tells that the given database cannot be reached, without its password', async () => {
    const other = path.join(await temporaryFolder(), 'data');
    const second = serverChild(other, { DATABASE_URL: 'postgres://app:mat-khau@127.0.0.1:1/portal' });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('Không vào được cơ sở dữ liệu ở DATABASE_URL');
    expect(second.said()).not.toContain('mat-khau');
  });

  test('tells which setting is wrong', async () => {
    const second = serverChild(dataDir, { PORT: 'bốn' });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('Cấu hình chưa đúng (biến môi trường):\n- PORT:');
  });
});

const drafts = (path: string, body: object) =>
  fetch(`${server.origin}/api/drafts${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('Ctrl-C stops it and its database; the next start finds the data, a letter half written too, and shows no password again', async () => {
  const key = 'khoa-ban-nhap-cua-bai-kiem-0123456789_abcde';
  const draft = { values: { body: 'Một câu đang viết dở (dữ liệu thử).' }, errors: [] };
  expect((await drafts('', { key, draft })).status).toBe(204);
  // A terminal and npm both hand the keystroke on.
  server.kill('SIGINT');
  server.kill('SIGINT');
  expect(await server.ended).toBe(0);
  expect(postmasterOf(dataDir)).toBeUndefined();

  server = await startServer(dataDir, { SUBMISSIONS_PER_10_MINUTES: '1' });
  expect((await ready()).status).toBe(200);
  expect(await (await drafts('/open', { key })).json()).toEqual(draft);
  expect(server.said()).not.toContain('Mật khẩu chỉ hiện lần này');

  // What is posted is kept as a draft; beyond the drafts that a network may keep, the answer itself holds what was typed.
  const letter = await fetch(`${server.origin}/phan-anh/gui`);
  const fields = new FormData();
  fields.set('formToken', /name="formToken" value="([^"]+)"/.exec(await letter.text())?.[1] ?? '');
  fields.set('body', draft.values.body);
  const cookie = letter.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const send = () =>
    fetch(letter.url, {
      method: 'POST',
      body: fields,
      headers: { cookie, origin: server.origin },
      redirect: 'manual',
    });
  const kept = await send();
  expect([kept.status, kept.headers.get('location')]).toEqual([303, '/phan-anh/gui']);
  await eventually('no more drafts are taken', async () => (await drafts('', { key, draft })).status === 429);
  const shown = await send();
  expect([shown.status, (await shown.text()).includes(draft.values.body)]).toEqual([422, true]);

  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(postmasterOf(dataDir)).toBeUndefined();
});
