// The plug is pulled in the middle of submissions: every case that was acknowledged is there afterwards.
import path from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../support/run/eventually.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { postmasterOf } from '../support/process/postmaster.ts';
import { startServer } from '../support/process/server-process.ts';

type Receipt = { number: string; secret: string };

const submission = {
  contentCode: '5.2',
  body: 'Thời gian giải quyết ghi trên giấy hẹn dài hơn thời gian đã công khai.',
  kind: 'person',
  name: 'Người Gửi Thử',
  address: 'Thôn Thử, xã Thử, tỉnh Thử',
  email: 'nguoi.gui@thu.invalid',
  readPrivacyNotice: true,
};
const post = (url: string, body: object, headers = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('kill -9 of server and database loses no acknowledged case', async () => {
  const dataDir = path.join(await temporaryFolder(), 'data');
  const first = await startServer(dataDir);
  const receipts: Receipt[] = [];
  let isKilled = false;

  async function submitUntilKilled(): Promise<void> {
    while (!isKilled) {
      const answer = await post(`${first.origin}/api/cases`, submission, {
        'idempotency-key': crypto.randomUUID(),
      });
      if (answer.status === 201) receipts.push((await answer.json()) as Receipt);
    }
  }
  const clients = Array.from({ length: 8 }, () => submitUntilKilled().catch(() => {}));
  await eventually('two hundred receipts', () => receipts.length >= 200);
  process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL');
  first.kill('SIGKILL');
  isKilled = true;
  await Promise.all([...clients, first.ended]);

  const second = await startServer(dataDir);
  const lost: string[] = [];
  for (const { number, secret } of receipts) {
    const answer = await post(`${second.origin}/api/cases/lookup`, { number, secret });
    if (answer.status !== 200) lost.push(`${number}: ${answer.status}`);
  }
  expect(lost).toEqual([]);

  const next = (await (
    await post(`${second.origin}/api/cases`, submission, { 'idempotency-key': crypto.randomUUID() })
  ).json()) as Receipt;
  expect(receipts.map(({ number }) => number)).not.toContain(next.number);
  second.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});
