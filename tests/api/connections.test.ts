// Connections after a fault: none is used again that is not at rest, and what was perhaps written is never denied.
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/portal/app.ts';
import { loadCalendar } from '../../api/calendar/current-service.ts';
import { forAnswers, type Patience } from '../../api/db/connection.ts';
import { isDatabaseAway, openDatabase, type Db } from '../../api/db/open.ts';
import { newBoss } from '../../api/jobs/tools/boss.ts';
import { freshKey, submission } from '../support/portal/case.ts';
import { openProxy } from '../support/stand-ins/database-proxy.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let at: TestPortal;
const opened: Db[] = [];
beforeAll(async () => {
  at = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.destroy()));
});
afterAll(() => at.close());

function openAlone(patience: Partial<Patience> = {}, url = at.databaseUrl, prepares = true): Db {
  const dataKeys = () => at.portal.dataKeys;
  const db = openDatabase(url, 1, { patience: { ...forAnswers, ...patience }, prepares, dataKeys });
  opened.push(db);
  return db;
}
const run = (db: Db, text: string) => sql.raw(text).execute(db);
/** A plain text of several statements, as pg-boss sends it. */
const runTogether = (db: Db, text: string) =>
  db.executeQuery({
    sql: text,
    parameters: [],
    query: { kind: 'RawNode' },
    queryId: { queryId: 'together' },
  } as never);
const stateOf = async (db: Db) => {
  const { rows } = await sql<{ pid: number; alone: boolean }>`
    select pg_backend_pid() as pid, now() = statement_timestamp() as alone`.execute(db);
  return rows[0] ?? { pid: 0, alone: false };
};

describe('a connection given back', () => {
  test.each([
    ['in an aborted transaction', 'begin; select 1 / 0; commit'],
    ['in an open transaction', 'begin; select 1'],
    ['in an open transaction with a write', `begin; create temporary table left_open (n int)`],
    ['after a statement that took too long', 'select pg_sleep(60)'],
    ['after several that took too long', 'begin; select 1; select pg_sleep(60); commit'],
  ])('%s is not used again', async (_how, text) => {
    const db = openAlone({ statement: 150 });
    await runTogether(db, text).catch(() => {});
    for (const _ of [1, 2, 3]) expect((await stateOf(db)).alone).toBe(true);
    // A transaction of its own can be had, and ends.
    await db.transaction().execute((trx) => sql`select 1`.execute(trx));
  });

  test('at rest is used again, after an error too', async () => {
    const db = openAlone();
    const { pid } = await stateOf(db);
    await expect(run(db, 'select 1 / 0')).rejects.toThrow('division by zero');
    await expect(db.transaction().execute((trx) => sql`select 1 / 0`.execute(trx))).rejects.toThrow(
      'division by zero',
    );
    expect((await stateOf(db)).pid).toBe(pid);
  });

  test('while its answer is overdue is closed at once, and nobody waits behind it', async () => {
    const proxy = await openProxy(at.databaseUrl);
    const db = openAlone({ client: 300 }, proxy.url);
    await stateOf(db);
    const silent = proxy.fail('overdue', 'silence');
    const transaction = db.transaction().execute((trx) => sql`select 'overdue'`.execute(trx));
    await expect(transaction).rejects.toThrow(/Query read timeout|Connection terminated/);
    await silent;
    expect((await stateOf(db)).alone).toBe(true);
    await db.destroy();
    await proxy.close();
  });

  test('by the queue after a failed upkeep harms no request', async () => {
    await sql`create function fail_upkeep() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`.execute(
      at.owner,
    );
    await sql`create trigger fail_upkeep before update on jobs.queue for each statement execute function fail_upkeep()`.execute(
      at.owner,
    );
    const boss = newBoss(at.portal.db, { working: false });
    await boss.start();
    const failed: unknown[] = [];
    for (let tries = 0; tries < 10; tries += 1)
      await boss.supervise().catch((error: unknown) => failed.push(error));
    await sql`drop trigger fail_upkeep on jobs.queue`.execute(at.owner);
    await boss.stop({ graceful: false, close: false });
    expect(failed.length).toBeGreaterThan(0);
    const answers = Array.from({ length: 40 }, () => at.request('/api/answers'));
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('how long things may take', () => {
  test('is told to the database, which gives up before this side does', async () => {
    const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings
      where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`.execute(
      at.portal.db,
    );
    expect(rows.map(({ setting }) => Number(setting))).toEqual([15_000, 10_000, 20_000]);
    expect(forAnswers.client).toBe(30_000);
  });

  test('is set by each transaction where a pooler may change the connection', async () => {
    const db = openAlone({ statement: 12_345 }, at.databaseUrl, false);
    const shown = await db
      .transaction()
      .execute((trx) =>
        sql<{ timeout: string }>`select current_setting('statement_timeout') as timeout`.execute(trx),
      );
    expect(shown.rows).toEqual([{ timeout: '12345ms' }]);
  });
});

describe('statements are prepared', () => {
  const prepared = async (db: Db) => {
    for (const _ of [1, 2]) await sql`select ${1}::int as one`.execute(db);
    const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements`.execute(db);
    return rows.map(({ name }) => name);
  };

  test('under a name made of their text, the same on every connection', async () => {
    const names = await prepared(openAlone());
    expect(names).toEqual(['m5931f08e32e319479bf6335803f62849']);
    expect(await prepared(openAlone())).toEqual(names);
  });

  test('and lost by a pooler that keeps none, a request is told that nothing was written', async () => {
    const db = openAlone();
    await sql`select ${1}::int as one`.execute(db);
    await run(db, 'deallocate all');
    const failure = await sql`select ${1}::int as one`.execute(db).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: '26000' });
    expect(isDatabaseAway(failure)).toBe(true);
  });

  test('under none where a pooler keeps none', async () => {
    expect(await prepared(openAlone({}, at.databaseUrl, false))).toEqual([]);
  });
});

describe('a request whose database fails', () => {
  const unknown = {
    status: 503,
    code: 'outcome-unknown',
    title: 'Chưa rõ đã ghi nhận hay chưa',
  };
  async function behindProxy() {
    const proxy = await openProxy(at.databaseUrl);
    const db = openAlone({ client: 2_000 }, proxy.url);
    const portal = { ...at.portal, db };
    await loadCalendar(portal);
    const app = createApp(portal);
    const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
      const response = await app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      return {
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        body: (response.status === 204 ? {} : await response.json()) as Record<string, unknown>,
      };
    };
    return { proxy, post, close: async () => (await db.destroy(), await proxy.close()) };
  }
  const countCases = async () =>
    Number((await sql<{ n: number }>`select count(*) as n from cases`.execute(at.portal.db)).rows[0]?.n);

  test.each(['cut', 'silence'] as const)(
    'at the answer (%s) is not told that nothing was written; sent again it is the same case',
    async (then) => {
      const { proxy, post, close } = await behindProxy();
      const [before, key] = [await countCases(), { 'idempotency-key': freshKey() }];
      const written = proxy.fail('insert into "cases"', then);
      const first = await post('/api/cases', submission, key);
      await written;
      expect(first).toMatchObject({ status: 503, retryAfter: '30', body: unknown });
      expect(first.body['detail']).toContain('không ghi thêm lần thứ hai');
      expect(await countCases()).toBe(before + 1);
      const second = await post('/api/cases', submission, key);
      expect(second.status).toBe(201);
      expect(await countCases()).toBe(before + 1);
      await close();
    },
  );

  test('at the commit of a transaction is told the same', async () => {
    const { proxy, post, close } = await behindProxy();
    const written = proxy.fail('commit', 'cut');
    const answer = await post('/api/subscriptions', { email: 'nguoi.thu@example.vn', fields: [] });
    await written;
    expect(answer).toMatchObject({ status: 503, body: unknown });
    expect(answer.body['detail']).toContain('mở lại trang này');
    await close();
  });

  test('before anything could be committed is told that nothing was', async () => {
    const { proxy, post, close } = await behindProxy();
    const before = await countCases();
    const key = { 'idempotency-key': freshKey() };
    await proxy.close();
    const answer = await post('/api/cases', submission, key);
    expect(answer).toMatchObject({ status: 503, retryAfter: '30', body: { code: 'database-away' } });
    expect(answer.body['detail']).toContain('Chưa có gì được ghi');
    expect(await countCases()).toBe(before);
    await close().catch(() => {});
  });
});
