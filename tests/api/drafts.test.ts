// A letter that is being written: kept for two hours for who has its key, unreadable to anybody else, gone at once when dropped.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { purgeUploads } from '../../api/attachments/purge-service.ts';
import { purgeDrafts } from '../../api/drafts/service.ts';
import { post } from '../support/portal/case.ts';
import { pdf } from '../support/worlds/files.ts';
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

const writer = 'w'.repeat(43);
const elsewhere = 'e'.repeat(43);
const hand = (key: string) => post(portal, '/api/drafts/hand-over', { key });
const take = (code: string, key: string) => post(portal, '/api/drafts/take-over', { code, key });
const upload = async () => {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(pdf)], 'giay-to.pdf'));
  const answer = await portal.request('/api/uploads', { method: 'POST', body });
  return ((await answer.json()) as { token: string }).token;
};
const files = async (token: string) => {
  const { body } = await post(portal, '/api/uploads/pending', { tokens: [token] });
  return (body['uploads'] as unknown[]).length;
};
const at = (instant: string) => portal.clock.set(`2026-11-${instant}+07:00`);

test('a letter moves to another device with its files, within seven days, and is then there alone', async () => {
  at('20T08:00:00');
  const token = await upload();
  const values = { body: 'Viết ở máy thứ nhất.', uploads: token };
  await keep({ key: writer, draft: { values, errors: [] } });
  const handed = await hand(writer);
  expect(handed.status).toBe(200);
  const { code, until } = handed.body as unknown as { code: string; until: string };
  expect(code).toMatch(/^(?:[2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/);
  expect(until).toBe('2026-11-27T01:00:00.000Z');
  expect((await hand(writer)).body).toEqual({ code, until });
  expect((await open(writer)).body).toEqual({ values, errors: [], handed: { code, until } });
  // What is written afterwards goes along, and stays sealed.
  await keep({ key: writer, draft: { values: { ...values, body: 'Viết thêm một câu.' }, errors: [] } });
  const table = JSON.stringify(await rows());
  for (const text of [code, writer, 'Viết thêm', token]) expect(table).not.toContain(text);

  at('27T07:59:59');
  await purgeDrafts(portal.portal);
  await purgeUploads(portal.portal);
  expect((await take(` ${code.toLowerCase().replaceAll('-', ' ')}`, elsewhere)).status).toBe(204);
  const opened = await open(elsewhere);
  expect(opened.body).toEqual({ values: { ...values, body: 'Viết thêm một câu.' }, errors: [] });
  expect([(await open(writer)).status, await files(token)]).toEqual([404, 1]);
  // Once more from the same device, whose answer was lost; from a third one it is gone.
  expect((await take(code, elsewhere)).status).toBe(204);
  expect((await take(code, other)).status).toBe(404);
  expect(await rows()).toHaveLength(1);
  at('28T08:00:00');
  await purgeUploads(portal.portal);
  await purgeDrafts(portal.portal);
  expect([await files(token), await rows()]).toEqual([0, []]);
});

test('after seven days it is gone, with its files', async () => {
  at('20T08:00:00');
  const token = await upload();
  await keep({ key: writer, draft: { values: { body: 'Một câu.', uploads: token }, errors: [] } });
  const { code } = (await hand(writer)).body as unknown as { code: string };
  at('27T08:00:00');
  expect([(await take(code, elsewhere)).status, await files(token)]).toEqual([404, 0]);
  await purgeDrafts(portal.portal);
  expect(await rows()).toEqual([]);
});

test('of two devices that ask at the same moment one gets it', async () => {
  at('20T08:00:00');
  await keep({ key: writer, draft });
  const { code } = (await hand(writer)).body as unknown as { code: string };
  const answers = await Promise.all([take(code, elsewhere), take(code, other)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
  expect(await rows()).toHaveLength(1);
  for (const key of [elsewhere, other]) await post(portal, '/api/drafts/drop', { key });
});

test('a code asked for several times at once is one; what is written while it is taken stands on one device', async () => {
  at('20T08:00:00');
  await keep({ key: writer, draft });
  const handed = await Promise.all([hand(writer), hand(writer), hand(writer)]);
  const code = String(handed[0]?.body['code']);
  expect([new Set(handed.map(({ body }) => body['code'])).size, (await rows()).length]).toEqual([1, 2]);
  const newest = { values: { body: 'Viết thêm trong lúc máy kia mở.' }, errors: [] };
  await Promise.all([keep({ key: writer, draft: newest }), take(code, elsewhere)]);
  const bodies = [];
  for (const key of [writer, elsewhere]) bodies.push((await open(key)).body['values']);
  expect(bodies).toContainEqual(newest.values);
  for (const key of [writer, elsewhere]) await post(portal, '/api/drafts/drop', { key });
  expect(await rows()).toEqual([]);
});

test('files that are chosen after the code was made wait along too', async () => {
  at('20T08:00:00');
  await keep({ key: writer, draft });
  const { code } = (await hand(writer)).body as unknown as { code: string };
  const token = await upload();
  await keep({ key: writer, draft: { values: { uploads: token }, errors: [] } });
  at('27T07:59:59');
  await purgeUploads(portal.portal);
  expect([(await take(code, elsewhere)).status, await files(token)]).toEqual([204, 1]);
  await post(portal, '/api/drafts/drop', { key: elsewhere });
});

test('another letter that is being written on the second device goes only where that is said', async () => {
  at('20T08:00:00');
  await keep({ key: writer, draft });
  await keep({ key: elsewhere, draft: { values: { body: 'Việc khác.' }, errors: [] } });
  const { code } = (await hand(writer)).body as unknown as { code: string };
  const refused = await take(code, elsewhere);
  expect([refused.status, refused.body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/replaces']]);
  expect((await open(elsewhere)).body['values']).toEqual({ body: 'Việc khác.' });
  expect((await post(portal, '/api/drafts/take-over', { code, key: elsewhere, replaces: true })).status).toBe(
    204,
  );
  expect((await open(elsewhere)).body).toEqual(draft);
  await post(portal, '/api/drafts/drop', { key: elsewhere });
  expect(await rows()).toEqual([]);
});

test.each([
  ['the writer calls it back', 200, () => post(portal, '/api/drafts/call-back', { key: writer })],
  ['the writer drops the letter, or sends it', 404, () => post(portal, '/api/drafts/drop', { key: writer })],
  [
    'somebody with the code clears it',
    200,
    (code: string) => post(portal, '/api/drafts/forget-handed', { code }),
  ],
])('the code opens nothing any more when %s', async (_, status, end) => {
  at('20T08:00:00');
  await keep({ key: writer, draft });
  const { code } = (await hand(writer)).body as unknown as { code: string };
  expect((await end(code)).status).toBe(204);
  expect((await take(code, elsewhere)).status).toBe(404);
  const opened = await open(writer);
  expect([opened.status, opened.body['handed']]).toEqual([status, undefined]);
  await post(portal, '/api/drafts/drop', { key: writer });
  expect(await rows()).toEqual([]);
});

test('who clears a letter that no device has any more clears its files at once', async () => {
  at('20T08:00:00');
  const token = await upload();
  await keep({ key: writer, draft: { values: { uploads: token }, errors: [] } });
  const { code } = (await hand(writer)).body as unknown as { code: string };
  at('20T11:00:00');
  await purgeDrafts(portal.portal);
  expect((await post(portal, '/api/drafts/forget-handed', { code })).status).toBe(204);
  expect([await files(token), await rows()]).toEqual([0, []]);
});

test('what is no code is refused, wrong codes are counted, and nothing is written', async () => {
  expect((await hand(other)).status).toBe(404);
  expect((await take('', elsewhere)).status).toBe(422);
  const wrong = await take('ABCD-EFGH-JKLM-NPQR-STUV', elsewhere);
  expect([wrong.status, wrong.body['code']]).toEqual([404, 'not-found']);
  expect(await rows()).toEqual([]);
  const few = await openTestPortal({ now: start, env: { SUBMISSIONS_PER_10_MINUTES: '2' } });
  try {
    const tries = [];
    for (let index = 0; index < 3; index += 1)
      tries.push((await post(few, '/api/drafts/take-over', { code: 'ABCD', key: elsewhere })).status);
    expect(tries).toEqual([404, 404, 429]);
  } finally {
    await few.close();
  }
});
