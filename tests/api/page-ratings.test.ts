// Rating the information of pages: counted by page and day, covered, private, forgotten in time, read by the editors.
import { decrypted } from '../../api/db/encrypted.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageRatings } from '../../api/page-ratings/schema.ts';
import { forgetOldComments } from '../../api/page-ratings/service.ts';
import { post } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

type Officer = Awaited<ReturnType<typeof signedInAs>>;
const today = '2026-11-20T08:00:00+07:00';

let portal: TestPortal;
let editor: Officer;
beforeAll(async () => {
  portal = await openTestPortal({ now: today, env: { SUBMISSIONS_PER_10_MINUTES: '40' } });
  editor = await signedInAs(portal, 'BT');
});
afterAll(() => portal.close());

const rate = (body: object) => post(portal, '/api/page-ratings', body);
const read = async (query = '', { headers }: Officer = editor) => {
  const response = await portal.request(`/api/staff/page-ratings${query}`, { headers });
  return { status: response.status, body: (await response.json()) as PageRatings };
};
const stored = async () => {
  const { db } = portal.portal;
  return {
    counts: await db.selectFrom('pageRatings').selectAll().orderBy('page').orderBy('helpful').execute(),
    comments: await db
      .selectFrom('pageRatingComments')
      .selectAll()
      .select(decrypted('page_rating_comments.comment').as('comment'))
      .execute(),
  };
};

test('a word on a page is counted under its day; the sentence is covered before anybody sees it', async () => {
  portal.clock.set('2026-10-10T08:00:00+07:00');
  expect((await rate({ page: '/thu-tuc/1.014445', helpful: 'yes' })).status).toBe(204);
  portal.clock.set(today);
  expect((await rate({ page: '/thu-tuc/1.014445.html', helpful: 'no' })).status).toBe(204);
  const comment = 'Phí ghi sai, gọi Trần Văn Thử 0905 123 456 để biết thêm.';
  expect((await rate({ page: '/thu-tuc/1.014445', helpful: 'no', comment })).status).toBe(204);
  const { counts, comments } = await stored();
  expect(counts).toEqual([
    { page: '/thu-tuc/1.014445', onDay: '2026-11-20', helpful: false, count: 2 },
    { page: '/thu-tuc/1.014445', onDay: '2026-10-10', helpful: true, count: 1 },
  ]);
  expect(comments).toEqual([
    {
      id: expect.any(String),
      page: '/thu-tuc/1.014445',
      onDay: '2026-11-20',
      helpful: false,
      comment: 'Phí ghi sai, gọi [đã che] [đã che] để biết thêm.',
      handledAt: null,
      handledBy: null,
    },
  ]);
});

test('editors read pages with their trend and sentences, and mark them; nobody else does', async () => {
  const { status, body } = await read();
  expect(status).toBe(200);
  expect(body.pages).toEqual([
    {
      page: '/thu-tuc/1.014445',
      yes: 1,
      no: 2,
      recent: { yes: 0, no: 2 },
      before: { yes: 1, no: 0 },
      waiting: 1,
    },
  ]);
  expect(body.keptDays).toBe(365);
  const [comment] = body.comments;
  const mark = (handled: boolean, { headers }: Officer) =>
    portal.request(`/api/staff/page-ratings/comments/${comment?.id}`, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ handled }),
    });
  const [leader, intake] = [await signedInAs(portal, 'LD'), await signedInAs(portal, 'TN')];
  expect((await mark(true, leader)).status).toBe(403);
  expect((await read('', intake)).status).toBe(403);
  expect((await portal.request('/api/staff/page-ratings')).status).toBe(401);
  expect((await read()).body.comments[0]?.handledAt).toBeNull();
  expect((await mark(true, editor)).status).toBe(204);
  expect((await read('?handled=no')).body.comments).toEqual([]);
  expect((await read('?handled=yes', leader)).body.comments).toMatchObject([{ handledBy: editor.me.name }]);
  expect((await mark(false, editor)).status).toBe(204);
  expect((await read('?page=%2Fthu-tuc%2F1.014445&handled=no')).body.comments).toHaveLength(1);
});

test('bad input is refused by its field, and nothing is written', async () => {
  const before = await stored();
  for (const [body, pointer, detail] of [
    [{ page: '/phan-anh/gui', helpful: 'yes' }, '/page', 'Trang này không có mục đánh giá.'],
    [{ page: 'javascript:alert(1)', helpful: 'yes' }, '/page', 'Trang này không có mục đánh giá.'],
    [{ page: '/', helpful: 'x' }, '/helpful', 'Chọn “Có” hoặc “Không”.'],
    [{ page: '/' }, '/helpful', 'Chọn “Có” hoặc “Không”.'],
    [
      { page: '/', helpful: 'no', comment: 'a'.repeat(501) },
      '/comment',
      'Ý kiến dài quá 500 ký tự. Hãy viết gọn lại.',
    ],
  ] as const) {
    const refused = await rate(body);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ errors: [{ pointer, detail }] });
  }
  expect(await stored()).toEqual(before);
});

test('sentences are forgotten after their term; the counts stay', async () => {
  portal.clock.set('2027-11-20T08:00:00+07:00');
  expect(await forgetOldComments(portal.portal)).toBe(0);
  portal.clock.set('2027-11-21T08:00:00+07:00');
  expect(await forgetOldComments(portal.portal)).toBe(1);
  expect((await stored()).comments).toEqual([]);
  expect((await stored()).counts).toHaveLength(2);
  portal.clock.set(today);
});

test('one network cannot rate without end', async () => {
  const statuses = new Set<number>();
  for (let turn = 0; turn < 45; turn += 1)
    statuses.add((await rate({ page: '/so-lieu', helpful: 'yes' })).status);
  expect(statuses).toEqual(new Set([204, 429]));
});
