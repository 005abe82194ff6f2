// A letter that is being written: kept for two hours for who has its key, unreadable to anybody else, gone at once when dropped.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { purgeDrafts } from '../../api/drafts/service.ts';
import { post } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

const start = '2026-11-20T08:00:00+07:00';
const key = 'k'.repeat(43);
const other = 'o'.repeat(43);
const draft = {
  values: { body: 'Một câu đang viết dở (dữ liệu thử).', phone: '0900 000 000' },
  errors: [{ field: 'name', text: 'Nhập họ và tên.' }],
};

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal({ now: start });
});
afterAll(() => portal.close());

const keep = (body: object) => post(portal, '/api/drafts', body);
const open = (key: string) => post(portal, '/api/drafts/open', { key });
const rows = () => portal.portal.db.selectFrom('drafts').selectAll().execute();

test('opens by its key alone, in its last wording; the table holds neither words nor key', async () => {
  expect((await keep({ key, draft: { values: { body: 'trước' }, errors: [] } })).status).toBe(204);
  expect((await keep({ key, draft })).status).toBe(204);
  const opened = await open(key);
  expect([opened.status, opened.body]).toEqual([200, draft]);
  expect((await open(other)).status).toBe(404);
  const [row, ...more] = await rows();
  expect([Object.keys(row ?? {}), more]).toEqual([['keyHash', 'sealed', 'expiresAt'], []]);
  expect(row?.expiresAt.toISOString()).toBe('2026-11-20T03:00:00.000Z');
  for (const text of [key, 'đang viết dở', '0900 000 000'])
    expect(`${row?.sealed}${Buffer.from(row?.sealed ?? '', 'base64url').toString()}`).not.toContain(text);
});

test('under the hash of another key it opens to nobody', async () => {
  await keep({ key: other, draft });
  const { db } = portal.portal;
  const [first, second] = await rows();
  await db.updateTable('drafts').set({ sealed: first?.sealed }).execute();
  const states = [(await open(key)).status, (await open(other)).status].toSorted();
  expect(states).toEqual([200, 404]);
  expect(second).toBeDefined();
  expect((await post(portal, '/api/drafts/drop', { key: other })).status).toBe(204);
  expect((await post(portal, '/api/drafts/drop', { key: other })).status).toBe(204);
  expect(await rows()).toHaveLength(1);
});

test('is over after two hours without a change, and then taken away', async () => {
  await keep({ key, draft });
  portal.clock.set('2026-11-20T09:59:59+07:00');
  await purgeDrafts(portal.portal);
  expect((await open(key)).status).toBe(200);
  portal.clock.set('2026-11-20T10:00:00+07:00');
  expect((await open(key)).status).toBe(404);
  await purgeDrafts(portal.portal);
  expect(await rows()).toEqual([]);
});

test('what is no draft is refused, and nothing is written', async () => {
  for (const body of [
    { key: 'ngắn', draft },
    { key, draft: { values: { body: 'x'.repeat(50_001) }, errors: [] } },
    { key, draft: { values: { body: 1 }, errors: [] } },
    { key },
  ])
    expect((await keep(body)).status).toBe(422);
  expect(await rows()).toEqual([]);
});
