// What an officer is writing: kept for its writer alone, sealed, bound to case, step and round, and gone with the step or the person.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftsOf, purgeOwnDrafts } from '../../api/cases/drafts/draft-service.ts';
import { erasePersonalData } from '../../api/cases/privacy/erase-service.ts';
import { unsealOwnDraft } from '../../api/officer-drafts/tools/sealing.ts';
import type { OwnDraft } from '../../api/officer-drafts/draft.ts';
import { post } from '../support/portal/case.ts';
import { openCrew, reply, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let portal: TestPortal;
let crew: Crew;
beforeAll(async () => {
  portal = await openTestPortal({ now: '2026-11-20T08:00:00+07:00' });
  crew = await openCrew(portal);
});
afterAll(() => portal.close());

type Who = keyof Crew['officers'];
const words = 'Sở đã xem xét từng điểm và sẽ trả lời như sau (dữ liệu thử, chưa trình).';
const pageOf = (number: string) => `/can-bo/ho-so/${number}`;
const keep = (who: Who, page: string, form: string, change: object = {}) =>
  post(
    portal,
    '/api/staff/drafts',
    { page, form, address: page, values: { body: words }, revision: 0, ...change },
    crew.officers[who].headers,
  );
async function draftsSeen(who: Who, page?: string): Promise<OwnDraft[]> {
  const query = page ? `?page=${encodeURIComponent(page)}` : '';
  const answer = await portal.request(`/api/staff/drafts${query}`, { headers: crew.officers[who].headers });
  return ((await answer.json()) as { drafts: OwnDraft[] }).drafts;
}
const doTo = (who: Who, id: unknown, task: 'drop' | 'take-back') =>
  post(portal, `/api/staff/drafts/${String(id)}/${task}`, {}, crew.officers[who].headers);
const rows = (page: string) =>
  portal.portal.db.selectFrom('officerDrafts').selectAll().where('page', '=', page).execute();
const textsOf = (drafts: OwnDraft[]) => drafts.map(({ values }) => values['body']);

test('is there again for its writer, and for nobody else: neither in their lists nor by its number', async () => {
  const { number } = await crew.caseIn('assigned');
  const kept = await keep('XL', pageOf(number), 'draft-reply');
  expect([kept.status, kept.body['revision'], kept.body['savedAt']]).toEqual([
    200,
    1,
    '2026-11-20T01:00:00.000Z',
  ]);
  const [draft, ...more] = await draftsSeen('XL', pageOf(number));
  expect(more).toEqual([]);
  expect(draft).toMatchObject({
    title: 'Dự thảo trả lời',
    caseNumber: number,
    values: { body: words },
    isOpen: true,
    droppedAt: null,
  });
  for (const who of ['TN', 'CVP', 'LD', 'TP', 'QT', 'otherXL'] as const) {
    expect(await draftsSeen(who)).toEqual([]);
    for (const task of ['drop', 'take-back'] as const)
      expect((await doTo(who, draft?.id, task)).status).toBe(404);
  }
  expect(await draftsSeen('XL', pageOf(number))).toHaveLength(1);
});

test('lies sealed, and a row put under another officer opens to nobody', async () => {
  const { number } = await crew.caseIn('assigned');
  await keep('XL', pageOf(number), 'note', { values: { note: words } });
  const [row] = await rows(pageOf(number));
  if (!row) throw new Error('not kept');
  expect(JSON.stringify(row)).not.toContain('xem xét');
  expect(Buffer.from(row.sealed, 'base64url').toString()).not.toContain('xem xét');
  const { keys } = portal.portal;
  expect(unsealOwnDraft(keys, row, row.sealed)?.values).toEqual({ note: words });
  expect(unsealOwnDraft(keys, { ...row, staffId: crew.officers.LD.id }, row.sealed)).toBeUndefined();
  await portal.owner
    .updateTable('officerDrafts')
    .set({ staffId: crew.officers.LD.id } as object)
    .where('id', '=', row.id)
    .execute();
  expect((await draftsSeen('LD', pageOf(number))).length).toBe(0);
});

test('of two machines neither writes over the other: what came between is set aside and can be taken back', async () => {
  const { number } = await crew.caseIn('assigned');
  const at = pageOf(number);
  const first = (await keep('XL', at, 'draft-reply', { values: { body: 'Ở phòng.' } })).body;
  await keep('XL', at, 'draft-reply', {
    values: { body: 'Ở phòng, viết thêm.' },
    revision: first['revision'],
  });
  await keep('XL', at, 'draft-reply', { values: { body: 'Ở nhà.' }, revision: first['revision'] });
  const drafts = await draftsSeen('XL', at);
  expect(textsOf(drafts.filter(({ droppedAt }) => !droppedAt))).toEqual(['Ở nhà.']);
  const [aside, ...more] = drafts.filter(({ droppedAt }) => droppedAt);
  expect([aside?.values['body'], more]).toEqual(['Ở phòng, viết thêm.', []]);
  expect((await doTo('XL', aside?.id, 'take-back')).status).toBe(204);
  const now = await draftsSeen('XL', at);
  expect(textsOf(now.filter(({ droppedAt }) => !droppedAt))).toEqual(['Ở phòng, viết thêm.']);
  expect(textsOf(now.filter(({ droppedAt }) => droppedAt))).toEqual(['Ở nhà.']);
});

test('kept twice with the same words it is one draft, whoever was first', async () => {
  const { number } = await crew.caseIn('assigned');
  const kept = await Promise.all([1, 2, 3].map(() => keep('XL', pageOf(number), 'draft-reply')));
  expect(kept.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await rows(pageOf(number))).toHaveLength(1);
});

test('thrown away it can be taken back for seven days', async () => {
  const { number } = await crew.caseIn('assigned');
  const { id } = (await keep('XL', pageOf(number), 'draft-reply')).body;
  expect((await doTo('XL', id, 'drop')).status).toBe(204);
  expect((await draftsSeen('XL', pageOf(number)))[0]?.expiresAt).toBe('2026-11-27T01:00:00.000Z');
  expect((await doTo('XL', id, 'take-back')).status).toBe(204);
  expect((await draftsSeen('XL', pageOf(number)))[0]).toMatchObject({
    droppedAt: null,
    values: { body: words },
  });
});

test('goes with the step, not with a refusal; what a colleague writes for the same step stays theirs', async () => {
  const { number } = await crew.caseIn('assigned');
  await keep('XL', pageOf(number), 'draft-reply');
  await keep('XL', pageOf(number), 'note', { values: { note: words } });
  await keep('TP', pageOf(number), 'draft-reply');
  expect((await crew.take('XL', number, 'draft-reply', { ...reply, outcome: 'none-such' })).status).toBe(422);
  expect(await draftsSeen('XL', pageOf(number))).toHaveLength(2);
  expect((await crew.take('XL', number, 'draft-reply', reply)).status).toBe(200);
  expect((await draftsSeen('XL', pageOf(number))).map(({ form }) => form)).toEqual(['note']);
  expect(textsOf(await draftsSeen('TP', pageOf(number)))).toEqual([words]);
});

test("is kept where the case has gone out of its writer's hands, and says that its step is over", async () => {
  const { number } = await crew.caseIn('assigned');
  await crew.seen('XL', number);
  await crew.take('LD', number, 'lock', { reason: 'Nội dung là tố cáo (dữ liệu thử).' });
  expect((await crew.seen('XL', number)).status).toBe(404);
  expect((await keep('XL', pageOf(number), 'draft-reply')).status).toBe(200);
  expect(await draftsSeen('XL', pageOf(number))).toMatchObject([{ values: { body: words }, isOpen: false }]);
  // Who never had it open learns nothing of it, whether it is there or not.
  for (const page of [pageOf(number), pageOf('PAKN-2026-999999')])
    expect((await keep('otherXL', page, 'draft-reply')).status).toBe(404);
});

test('of an earlier round is not filled into the next one', async () => {
  const { number } = await crew.caseIn('submitted');
  await keep('TN', pageOf(number), 'note', { values: { note: words } });
  const refusal = { contentCode: '5.2', ground: 'spam', reason: 'Thư rác (dữ liệu thử).' };
  for (const who of ['TN', 'CVP'] as const)
    expect((await crew.take(who, number, 'reject', refusal)).body).not.toHaveProperty('errors');
  expect(await draftsSeen('TN', pageOf(number))).toMatchObject([{ isOpen: false }]);
  const reopened = await crew.take('CVP', number, 'reopen-rejected', { reason: 'Nhầm (dữ liệu thử).' });
  expect(reopened.status).toBe(200);
  expect(await draftsSeen('TN', pageOf(number))).toMatchObject([{ isOpen: false, values: { note: words } }]);
  await keep('TN', pageOf(number), 'note', { values: { note: 'Vòng hai.' } });
  expect((await draftsSeen('TN', pageOf(number))).filter(({ isOpen }) => isOpen)).toMatchObject([
    { values: { note: 'Vòng hai.' } },
  ]);
});

test('is erased with the personal data of its case, and then no more kept', async () => {
  const { number } = await crew.caseIn('published');
  await keep('LD', pageOf(number), 'archive', { values: { note: 'Người gửi là Người Thử Nghiệm.' } });
  await erasePersonalData(portal.portal, number, { role: 'HT', id: null }, 'Hết thời hạn lưu.');
  expect(await rows(pageOf(number))).toEqual([]);
  const again = await keep('LD', pageOf(number), 'note', { values: { note: 'Người Thử Nghiệm.' } });
  expect([again.status, await rows(pageOf(number))]).toEqual([409, []]);
});

test('too long for its form it is kept whole; too long for anything it is refused in words', async () => {
  const { number } = await crew.caseIn('assigned');
  const long = 'Đoạn dài (dữ liệu thử). '.repeat(5_000);
  expect((await keep('XL', pageOf(number), 'draft-reply', { values: { body: long } })).status).toBe(200);
  expect(textsOf(await draftsSeen('XL', pageOf(number)))).toEqual([long]);
  const huge = await keep('XL', pageOf(number), 'draft-reply', {
    values: { body: 'x'.repeat(200_001) },
    revision: 1,
  });
  expect([huge.status, huge.body.errors?.[0]?.detail]).toEqual([
    422,
    'Nội dung quá dài, không lưu nháp được. Hãy chép ra tệp khác rồi viết ngắn lại.',
  ]);
  for (const bad of [{ page: '/phan-anh/gui' }, { page: '/can-bo/../x' }, { form: 'a b' }, { revision: -1 }])
    expect((await keep('XL', pageOf(number), 'draft-reply', bad)).status).toBe(422);
  expect(textsOf(await draftsSeen('XL', pageOf(number)))).toEqual([long]);
});

test('is over ninety days after its last change; of a closed account it waits for who takes over', async () => {
  await keep('MC', '/can-bo/nhap', 'take-in');
  await keep('otherTP', '/can-bo/nhap', 'take-in');
  await portal.owner
    .updateTable('staffUsers')
    .set({ active: false })
    .where('id', '=', crew.officers.otherTP.id)
    .execute();
  portal.clock.set('2027-02-18T07:59:59+07:00');
  await purgeOwnDrafts(portal.portal);
  expect(await rows('/can-bo/nhap')).toHaveLength(2);
  portal.clock.set('2027-02-18T08:00:00+07:00');
  await purgeOwnDrafts(portal.portal);
  const left = await rows('/can-bo/nhap');
  expect(left.map(({ staffId }) => staffId)).toEqual([crew.officers.otherTP.id]);
  expect(await draftsOf(portal.portal, crew.officers.MC.me as never)).toEqual([]);
});
