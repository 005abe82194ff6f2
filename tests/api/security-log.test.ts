// Promises of the security log: what it holds, what it never holds, who reads it, and that nobody changes it.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiClient } from '../../api/client.ts';
import { verifyLedger, verifyWithin } from '../../api/ledger/verify-service.ts';
import { purgeSecurityLog, verifySecurityLog } from '../../api/staff/security-service.ts';
import { post } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { cookiesOf, openAccount, signedInAs, testPassword, withSession } from '../support/portal/staff.ts';

let test_: TestPortal;
let admin: Awaited<ReturnType<typeof signedInAs>>;
beforeAll(async () => {
  test_ = await openTestPortal();
  admin = await signedInAs(test_, 'QT', 'van-phong', 'admin');
});
afterAll(() => test_.close());

const events = async (kind?: string) => {
  const rows = await test_.owner.selectFrom('securityEvents').selectAll().orderBy('id').execute();
  return rows.filter((row) => kind === undefined || row.kind === kind);
};
const signIn = async (email: string, password: string, clientAddress = '198.51.100.7') =>
  await apiClient((input, init) => test_.app.fetch(new Request(input, init), { clientAddress })).api.auth[
    'sign-in'
  ].email.$post({ json: { email, password } });

describe('the log', () => {
  test('holds log-ins, failures, delays, log-outs, refusals and downloads, without passwords, e-mails and addresses', async () => {
    const email = await openAccount(test_, 'watched', 'TN');
    for (let attempt = 0; attempt < 7; attempt++) await signIn(email, 'sai-hoan-toan-roi', '203.0.113.77');
    await signIn('ai-do@coquan.example', 'sai-hoan-toan-roi');
    const { client, id, headers } = await withSession(test_, cookiesOf(await signIn(email, testPassword)));
    expect((await test_.request('/api/staff/accounts', { headers })).status).toBe(403);
    const file = await test_.request('/api/staff/security-log/nhat-ky-an-ninh.csv', {
      headers: admin.headers,
    });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    await client.api.auth['sign-out'].$post({ json: {} });
    const own = (await events()).filter(({ subjectId, actorId }) => subjectId === id || actorId === id);
    expect(own.map(({ kind }) => kind)).toEqual([
      'account-opened',
      ...Array(5).fill('sign-in-failed'),
      'sign-in',
      'refused',
      'sign-out',
    ]);
    expect(own[0]).toMatchObject({ actorId: null, detail: { to: 'TN, van-phong', by: 'bài thử' } });
    expect(own[5]?.detail).toEqual({ waitSeconds: 15 });
    expect(own[7]?.detail).toEqual({ path: 'GET /api/staff/accounts', code: 'forbidden' });
    // Knocked at twice while it was closed, written down once.
    expect(await events('sign-in-delayed')).toHaveLength(1);
    expect((await events('download')).at(-1)).toMatchObject({
      actorId: admin.id,
      detail: { path: '/api/staff/security-log/nhat-ky-an-ninh.csv' },
    });
    const all = JSON.stringify(await events()) + (await file.text());
    for (const secret of ['sai-hoan-toan-roi', testPassword, 'ai-do', email, '203.0.113', '198.51.100'])
      expect(all).not.toContain(secret);
  });

  test('is read by administrators and leaders, filtered by kind, person and day', async () => {
    const read = async (query: string, headers = admin.headers) => {
      const answer = await test_.request(`/api/staff/security-log?${query}`, { headers });
      return { status: answer.status, body: (await answer.json()) as Record<string, any> };
    };
    const officer = await signedInAs(test_, 'CVP', 'van-phong', 'curious');
    const moved = await signedInAs(test_, 'TN', 'van-phong', 'moved');
    const step = { step: 'change-rights', role: 'MC', unit: 'van-phong' };
    await post(test_, `/api/staff/accounts/${moved.id}/steps`, step, admin.headers);
    expect((await read('', officer.headers)).status).toBe(403);
    const { body } = await read('kind=rights-changed&from=2026-03-02&to=2026-03-02');
    expect(body['events']).toHaveLength(1);
    expect(Object.keys(body['events'][0]).sort()).toEqual(
      ['account', 'actorName', 'actorRole', 'at', 'detail', 'id', 'kind', 'network', 'subjectName'].sort(),
    );
    expect([body['brokenAt'], body['months']]).toEqual([null, 24]);
    expect((await read('kind=rights-changed&to=2026-03-01')).body['events']).toEqual([]);
    expect(
      (await read(`person=${officer.id}`)).body['events'].map(({ kind }: { kind: string }) => kind),
    ).toEqual(['refused', 'sign-in', 'account-opened']);
    expect((await read('from=hom-qua')).status).toBe(422);
  });

  test('cannot be changed or shortened, not even by its owner; what somebody doctors all the same is named', async () => {
    const { db } = test_.portal;
    await expect(sql`update security_events set kind = 'sign-out'`.execute(db)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`delete from security_events`.execute(db)).rejects.toThrow('permission denied');
    await expect(sql`update security_events set kind = 'sign-out'`.execute(test_.owner)).rejects.toThrow(
      'never changed or deleted',
    );
    await expect(
      sql`delete from security_events where at > now() - interval '1 year'`.execute(test_.owner),
    ).rejects.toThrow('kept for a year');
    await expect(sql`update security_head set last_id = 1`.execute(db)).rejects.toThrow('permission denied');
    expect(await verifySecurityLog(test_.portal)).toBeNull();
    const count = (await events()).length;
    expect(await verifyLedger(test_.owner)).toMatchObject({ fits: true, securityEvents: count });
    for (const [doctored, named] of [
      [`update security_events set detail = '{"count": 9}' where id = 6`, 'dòng 6 đã bị sửa'],
      [
        `update security_events e set kind = 'sign-out', hash = security_event_hash(e) where id = 6`,
        'dòng 6 đã bị sửa',
      ],
      [`delete from security_events where id = 6`, 'thiếu dòng 6'],
      [`delete from security_events where id < 3`, 'thiếu dòng 1'],
      [`delete from security_events where id > ${count - 2}`, `thiếu dòng ${count - 1}`],
      [`delete from security_events`, 'thiếu dòng 1'],
      [`delete from security_head`, 'dòng 1 đã bị sửa'],
    ] as const) {
      const finding = test_.owner.transaction().execute(async (trx) => {
        await sql`set local session_replication_role = replica`.execute(trx);
        await sql.raw(doctored).execute(trx);
        throw await verifyWithin(trx, {});
      });
      await expect(finding).rejects.toEqual({ fits: false, finding: `Nhật ký an ninh: ${named}.` });
    }
    expect(await verifySecurityLog(test_.portal)).toBeNull();
  });

  test('forgets what is past SECURITY_LOG_MONTHS, by the role that may not delete, and says so', async () => {
    const own = await openTestPortal({ now: '2024-01-10T08:00:00+07:00' });
    const old = await openAccount(own, 'old', 'TN');
    await own.client.api.auth['sign-in'].email.$post({ json: { email: old, password: 'sai' } });
    own.clock.set('2026-01-09T08:00:00+07:00');
    await purgeSecurityLog(own.portal);
    expect(await own.owner.selectFrom('securityEvents').select('kind').execute()).toHaveLength(2);
    await own.client.api.auth['sign-in'].email.$post({ json: { email: old, password: testPassword } });
    own.clock.set('2026-02-10T08:00:00+07:00');
    await purgeSecurityLog(own.portal);
    const left = await own.owner
      .selectFrom('securityEvents')
      .select(['kind', 'detail'])
      .orderBy('id')
      .execute();
    expect(left).toEqual([
      { kind: 'sign-in', detail: {} },
      { kind: 'purged', detail: { before: '2024-02-10', count: 2 } },
    ]);
    expect(await verifySecurityLog(own.portal)).toBeNull();
    await own.close();
  });
});
