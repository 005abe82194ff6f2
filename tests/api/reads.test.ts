// Who looked at a case: every read by staff is recorded; the sender sees roles and times, the chiefs see names.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test as it } from 'vitest';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  crew = await openCrew(test);
});
afterAll(() => test.close());

const caseOf = async (number: string) =>
  await test.portal.db
    .selectFrom('cases')
    .select(['id', 'restricted', 'locked'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
const readsOf = async (who: keyof Crew['officers'], number: string) => {
  const answer = await test.request(`/api/staff/cases/${number}/reads`, {
    headers: crew.officers[who].headers,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, any> };
};
const rows = async (number: string) => {
  const { id } = await caseOf(number);
  const { db } = test.portal;
  const days = await db
    .selectFrom('caseReads')
    .selectAll()
    .where('caseId', '=', id)
    .orderBy('onDay')
    .execute();
  const single = await db.selectFrom('caseReadLog').selectAll().where('caseId', '=', id).execute();
  return { days, single };
};
const seenBySender = async ({ number, secret }: { number: string; secret: string }) =>
  (await post(test, '/api/cases/lookup', { number, secret })).body['reads'];

it('reads of a day are counted per person, with the first and the last time', async () => {
  const { number } = await submit(test);
  for (const time of ['08:31', '10:00', '23:59']) {
    test.clock.set(`2026-11-20T${time}:00+07:00`);
    expect((await crew.seen('TN', number)).status).toBe(200);
  }
  test.clock.set('2026-11-21T00:01:00+07:00');
  await crew.seen('TN', number);
  test.clock.set('2026-11-20T08:30:00+07:00');
  const { days, single } = await rows(number);
  expect(days.map(({ onDay, firstAt, lastAt, times }) => ({ onDay, firstAt, lastAt, times }))).toEqual([
    {
      onDay: '2026-11-20',
      firstAt: new Date('2026-11-20T01:31:00Z'),
      lastAt: new Date('2026-11-20T16:59:00Z'),
      times: 3,
    },
    {
      onDay: '2026-11-21',
      firstAt: new Date('2026-11-20T17:01:00Z'),
      lastAt: new Date('2026-11-20T17:01:00Z'),
      times: 1,
    },
  ]);
  expect(single).toEqual([]);
});

it('who may not see the case leaves no trace in its log, for they saw nothing', async () => {
  const { number } = await submit(test);
  expect((await crew.seen('QT', number)).status).toBe(404);
  expect((await crew.seen('otherXL', number)).status).toBe(404);
  expect((await rows(number)).days).toEqual([]);
});

it('of a restricted case every single read is a row that nobody can change', async () => {
  const { number } = await submit(test, { contentCode: '5.1' });
  await crew.seen('TN', number);
  await crew.seen('TN', number);
  await crew.seen('LD', number);
  const { days, single } = await rows(number);
  expect(days.map(({ viewerRole, times }) => [viewerRole, times]).sort()).toEqual([
    ['LD', 1],
    ['TN', 2],
  ]);
  expect(single.map(({ viewerRole }) => viewerRole)).toEqual(['TN', 'TN', 'LD']);
  await expect(test.portal.db.deleteFrom('caseReadLog').execute()).rejects.toThrow('permission denied');
  await expect(test.owner.deleteFrom('caseReadLog').execute()).rejects.toThrow('never changed');
});

it('the sender sees roles and times, and no name', async () => {
  const receipt = await submit(test);
  expect(await seenBySender(receipt)).toEqual([]);
  await crew.seen('TN', receipt.number);
  test.clock.set('2026-11-20T09:15:00+07:00');
  await crew.seen('CVP', receipt.number);
  await crew.seen('CVP', receipt.number);
  test.clock.set('2026-11-20T08:30:00+07:00');
  const seen = await seenBySender(receipt);
  expect(seen).toEqual([
    {
      role: 'TN',
      roleName: 'Công chức tiếp nhận',
      firstAt: '2026-11-20T01:30:00.000Z',
      lastAt: '2026-11-20T01:30:00.000Z',
      times: 1,
    },
    {
      role: 'CVP',
      roleName: 'Chánh Văn phòng',
      firstAt: '2026-11-20T02:15:00.000Z',
      lastAt: '2026-11-20T02:15:00.000Z',
      times: 2,
    },
  ]);
  for (const { me } of Object.values(crew.officers)) expect(JSON.stringify(seen)).not.toContain(me.name);
});

it('the chief of office and leaders see names; others are refused', async () => {
  const { number } = await submit(test);
  await crew.seen('TN', number);
  for (const who of ['CVP', 'LD'] as const) {
    const { status, body } = await readsOf(who, number);
    expect(status).toBe(200);
    expect(body).toEqual({
      days: [
        {
          name: crew.officers.TN.me.name,
          role: 'TN',
          onDay: '2026-11-20',
          firstAt: '2026-11-20T01:30:00.000Z',
          lastAt: '2026-11-20T01:30:00.000Z',
          times: 1,
        },
      ],
      single: [],
    });
  }
  expect((await readsOf('TN', number)).status).toBe(403);
  expect((await readsOf('XL', number)).status).toBe(404);
  expect((await readsOf('QT', number)).status).toBe(404);
  expect((await test.request(`/api/staff/cases/${number}/reads`)).status).toBe(401);
});

it('the reads of a locked case are for its keeper and leaders alone', async () => {
  const { number } = await submit(test);
  await test.portal.db
    .updateTable('cases')
    .set({ locked: true, restricted: true, keeperId: crew.officers.TN.id })
    .where('number', '=', number)
    .execute();
  await crew.seen('TN', number);
  const { status, body } = await readsOf('TN', number);
  expect(status).toBe(200);
  expect(body['single']).toEqual([
    { name: crew.officers.TN.me.name, role: 'TN', at: '2026-11-20T01:30:00.000Z' },
  ]);
  expect((await readsOf('LD', number)).status).toBe(200);
  expect((await readsOf('CVP', number)).status).toBe(404);
});

it('a restricted case is not shown when its reading cannot be recorded; another one is', async () => {
  const [open, restricted] = [await submit(test), await submit(test, { contentCode: '5.1' })];
  await sql`alter table case_reads rename to case_reads_away`.execute(test.owner);
  try {
    expect((await crew.seen('TN', open.number)).status).toBe(200);
    const refused = await crew.seen('TN', restricted.number);
    expect(refused.status).toBe(500);
    expect(JSON.stringify(refused.body)).not.toContain(restricted.number);
  } finally {
    await sql`alter table case_reads_away rename to case_reads`.execute(test.owner);
  }
});

it('looks at lists, searches and tables are counted by the hour and filter, without what was sought', async () => {
  await test.portal.db.deleteFrom('listViews').execute();
  const get = (who: keyof Crew['officers'], path: string) =>
    test.request(`/api/staff${path}`, { headers: crew.officers[who].headers });
  await submit(test);
  for (const time of ['08:31', '08:59', '09:00']) {
    test.clock.set(`2026-11-20T${time}:00+07:00`);
    expect((await get('TN', '/cases?view=all&source=web')).status).toBe(200);
  }
  const started = await post(
    test,
    '/api/staff/cases/searches',
    { sought: 'Người Thử Nghiệm 0900000000' },
    crew.officers.TN.headers,
  );
  expect((await get('TN', `/cases/searches/${String(started.body['key'])}`)).status).toBe(200);
  expect((await get('LD', '/security-log/nhat-ky-an-ninh.csv')).status).toBe(200);
  const answer = await get('LD', '/reads?what=lists');
  expect(answer.status).toBe(200);
  const { reads } = (await answer.json()) as { reads: Record<string, unknown>[] };
  const seen = reads.map(({ at, via, filter, times, role }) => ({ at, via, filter, times, role }));
  const at = (time: string) => new Date(`2026-11-20T${time}:00+07:00`).toISOString();
  const filter = { view: 'all', sort: 'newest', source: 'web' };
  expect(seen).toEqual(
    expect.arrayContaining([
      { at: at('08:59'), via: 'seen-list', filter, times: 2, role: 'TN' },
      { at: at('09:00'), via: 'seen-list', filter, times: 1, role: 'TN' },
      { at: at('09:00'), via: 'seen-search', filter: {}, times: 1, role: 'TN' },
      expect.objectContaining({ via: 'seen-export', role: 'LD' }),
    ]),
  );
  expect(seen).toHaveLength(4);
  const [list] = reads.filter(({ via, times }) => via === 'seen-list' && times === 2);
  expect(list?.['rows']).toBeGreaterThan(0);
  const kept = await sql<{ row: string }>`select to_jsonb(v)::text as row from list_views v`.execute(
    test.portal.db,
  );
  for (const { row } of kept.rows) expect(row).not.toMatch(/Thử|0900/);
  // The chief of office reads of no files.
  const chiefs = (await (await get('CVP', '/reads?what=lists')).json()) as { reads: { via: string }[] };
  expect(chiefs.reads.map(({ via }) => via)).not.toContain('seen-export');
  // Without being asked for they do not stand among the looks at cases.
  const others = (await (await get('CVP', '/reads')).json()) as { reads: { via: string }[] };
  expect(others.reads.filter(({ via }) => via.startsWith('seen-'))).toEqual([]);
  test.clock.set('2026-11-20T08:30:00+07:00');
});
