// The embedded database: the portal works as a role that owns nothing; only starting and migrating is the owner's.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findEmbedded } from '../../api/db/embedded/attach.ts';
import { runAddress } from '../../api/db/embedded/run-role.ts';
import { startChild } from '../support/process/child.ts';
import { openRunningPortal, type RunningPortal } from '../support/process/running-portal.ts';
import { onServer } from '../support/portal/server.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await openRunningPortal();
});
afterAll(() => portal.stop());

test('the running portal is connected as “portal”, whose password only its owner can read', async () => {
  const { rows } = await portal.onDatabase((client) =>
    client.query(`select distinct usename from pg_stat_activity where usename = 'portal'`),
  );
  expect(rows).toEqual([{ usename: 'portal' }]);
  expect(fs.statSync(path.join(portal.dataDir, 'pg.portal.secret')).mode & 0o777).toBe(0o600);
});

test('that role is denied every change of an event', async () => {
  const address = runAddress(portal.dataDir, (await findEmbedded(portal.dataDir)) ?? '');
  for (const statement of [
    'update case_events set seq = seq',
    'delete from case_events',
    'truncate case_events',
  ])
    await expect(onServer(address, (client) => client.query(statement))).rejects.toThrow(
      'permission denied for table case_events',
    );
});

test('the check of the ledger runs beside the portal: 0 when all fits, 1 and the place when not', async () => {
  const send = async (key: string) =>
    await fetch(`${portal.origin}/api/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({
        contentCode: '5.2',
        body: 'Biểu mẫu yêu cầu nộp bản giấy (dữ liệu thử của bài kiểm).',
        kind: 'person',
        name: 'Người Thử Nghiệm',
        address: 'Thôn Thử, xã Thử',
        phone: '0900000000',
        readPrivacyNotice: true,
      }),
    });
  for (const key of ['a-key-of-the-test-1', 'a-key-of-the-test-2'])
    expect((await send(key)).status).toBe(201);
  const env = { DATA_DIR: portal.dataDir };
  const whole = startChild('api/programs/verify-ledger.ts', [], { env });
  expect([await whole.ended, whole.said()]).toEqual([
    0,
    expect.stringMatching(/^KHỚP.*\n  Hồ sơ: 2   Bước: 2 /),
  ]);
  await portal.onDatabase(async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(
      `update case_contents set body = 'khác' where case_id = (select id from cases where serial = 2)`,
    );
  });
  const doctored = startChild('api/programs/verify-ledger.ts', [], { env });
  expect([await doctored.ended, doctored.said()]).toEqual([
    1,
    'KHÔNG KHỚP: Hồ sơ PAKN-2026-000002: nội dung phản ánh không khớp cam kết ở bước 1.\n',
  ]);
});
