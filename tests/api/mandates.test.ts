// Promises of acting in a further role or in somebody's place: between two days, with both names in every event, never two
// hands of one person where two are asked for, and never a case that complains of either.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { whyApart } from '../../api/staff/mandates.ts';
import { Role } from '../../api/staff/roles.ts';
import { post } from '../support/portal/case.ts';
import { classification, openCrew, reply, type Crew } from '../support/portal/crew.ts';
import { forgetJobs, runJobs } from '../support/portal/jobs.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let at: TestPortal;
let crew: Crew;
beforeAll(async () => {
  at = await openTestPortal();
  crew = await openCrew(at);
});
afterAll(() => at.close());
beforeEach(async () => {
  at.clock.set('2026-03-02T08:00:00+07:00');
  const admin = crew.officers.QT;
  for (const { id, userId } of await at.owner
    .selectFrom('staffMandates')
    .select(['id', 'userId'])
    .where('endedAt', 'is', null)
    .execute())
    await post(
      at,
      `/api/staff/accounts/${userId}/steps`,
      { step: 'end-mandate', mandate: id },
      admin.headers,
    );
});

type Who = keyof Crew['officers'];
const idOf = (who: Who) => crew.officers[who].id;
const step = (who: Who, body: object) =>
  post(at, `/api/staff/accounts/${idOf(who)}/steps`, body, crew.officers.QT.headers);
const term = { fromOn: '02/03/2026', untilOn: '06/3/2026', reason: 'Giấy ủy quyền số 01 (dữ liệu thử)' };
const deputise = (principal: Who, deputy: Who, more: object = {}) =>
  step(principal, { step: 'deputise', deputyId: idOf(deputy), ...term, ...more });
const addRole = (who: Who, role: Role, unit: string, more: object = {}) =>
  step(who, { step: 'add-role', role, unit, ...term, untilOn: '', ...more });
const mandatesOf = async (who: Who) => {
  const answer = await crew.officers[who].client.api.staff['own-sessions'].acting.$get();
  return answer.status === 200 ? (await answer.json()).mandates : [];
};
const actAs = (who: Who, mandate: string) =>
  post(at, '/api/staff/own-sessions/acting', { mandate }, crew.officers[who].headers);
const me = async (who: Who) => {
  const answer = await crew.officers[who].client.api.staff.me.$get();
  return answer.status === 200 ? await answer.json() : undefined;
};
async function takeUp(who: Who) {
  const [mandate] = await mandatesOf(who);
  expect(mandate).toBeDefined();
  expect((await actAs(who, mandate?.id ?? '')).status).toBe(200);
}

test('a deputy acts with the rights of the principal, both are named, and it ends by itself', async () => {
  const { number } = await crew.caseIn('accepted');
  await forgetJobs(at.portal);
  expect((await deputise('LD', 'CVP')).status).toBe(200);
  expect(await runJobs(at.portal)).toEqual(['staff-letter done', 'staff-letter done']);
  const before = await me('CVP');
  expect(before).toMatchObject({ role: 'CVP', unit: 'van-phong' });
  await takeUp('CVP');
  expect(await me('CVP')).toMatchObject({
    id: idOf('CVP'),
    role: 'LD',
    unit: 'lanh-dao',
    own: { role: 'CVP', unit: 'van-phong' },
    behalf: { id: idOf('LD') },
  });
  expect((await crew.take('CVP', number, 'assign', { handlerId: idOf('XL') })).status).toBe(200);
  const { id } = await at.owner
    .selectFrom('cases')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const event = await at.owner
    .selectFrom('caseEvents')
    .select(['step', 'actorId', 'actorRole', 'data'])
    .where('caseId', '=', id)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  expect(event).toMatchObject({ step: 'assign', actorId: idOf('CVP'), actorRole: 'LD' });
  expect(JSON.parse(event.data ?? '')).toMatchObject({ behalf: idOf('LD') });
  const { body } = await crew.seen('TN', number);
  expect(body['events'].at(-1)).toMatchObject({
    actor: crew.officers.CVP.me.name,
    behalf: crew.officers.LD.me.name,
  });
  at.clock.set('2026-03-06T23:59:59+07:00');
  expect(await me('CVP')).toMatchObject({ role: 'LD' });
  at.clock.set('2026-03-07T00:00:01+07:00');
  const after = await me('CVP');
  expect([after?.role, after && 'behalf' in after]).toEqual(['CVP', false]);
  expect(await mandatesOf('CVP')).toEqual([]);
  at.clock.set('2026-03-02T08:00:00+07:00');
  expect((await actAs('CVP', '')).status).toBe(200);
  expect(await me('CVP')).toMatchObject({ role: 'CVP' });
});

test('it is not taken up before its first day, after it was ended, by anybody else, or for a closed account', async () => {
  await deputise('LD', 'CVP', { fromOn: '04/3/2026' });
  expect(await mandatesOf('CVP')).toEqual([]);
  at.clock.set('2026-03-04T00:00:01+07:00');
  const [mandate] = await mandatesOf('CVP');
  const id = mandate?.id ?? '';
  expect((await actAs('TN', id)).body.errors?.[0]?.pointer).toBe('/mandate');
  expect((await actAs('CVP', id)).status).toBe(200);
  expect((await step('LD', { step: 'end-mandate', mandate: id })).status).toBe(200);
  expect((await step('LD', { step: 'end-mandate', mandate: id })).status).toBe(409);
  expect(await me('CVP')).toMatchObject({ role: 'CVP' });
  expect((await actAs('CVP', id)).status).toBe(422);
  await deputise('LD', 'CVP', { fromOn: '04/3/2026' });
  await takeUp('CVP');
  await at.owner.updateTable('staffUsers').set({ active: false }).where('id', '=', idOf('LD')).execute();
  expect(await me('CVP')).toMatchObject({ role: 'CVP' });
  await at.owner.updateTable('staffUsers').set({ active: true }).where('id', '=', idOf('LD')).execute();
});

test('what may not be one person’s is refused at its field', async () => {
  const pointerOf = async (asked: ReturnType<typeof step>) => (await asked).body.errors?.[0]?.pointer;
  expect(await pointerOf(deputise('LD', 'XL'))).toBe('/deputyId');
  expect(await pointerOf(deputise('LD', 'LD'))).toBe('/deputyId');
  expect(await pointerOf(deputise('LD', 'QT'))).toBe('/deputyId');
  expect(await pointerOf(deputise('LD', 'CVP', { untilOn: '' }))).toBe('/untilOn');
  expect(await pointerOf(deputise('LD', 'CVP', { untilOn: '01/3/2026' }))).toBe('/untilOn');
  expect(await pointerOf(deputise('LD', 'CVP', { fromOn: 'hôm nay' }))).toBe('/fromOn');
  expect(await pointerOf(deputise('LD', 'CVP', { reason: '' }))).toBe('/reason');
  expect(await pointerOf(addRole('LD', 'XL', 'lanh-dao'))).toBe('/role');
  expect(await pointerOf(addRole('TN', 'QT', 'van-phong'))).toBe('/role');
  expect(await pointerOf(addRole('TN', 'TN', 'van-phong'))).toBe('/role');
  expect(await pointerOf(addRole('TN', 'MC', 'khong-co'))).toBe('/unit');
  expect((await addRole('TN', 'LD', 'lanh-dao')).status).toBe(200);
  expect(await pointerOf(addRole('TN', 'BT', 'van-phong'))).toBe('/role');
  for (const role of Role.options.filter((one) => one !== 'QT'))
    expect([whyApart('QT', role), whyApart(role, 'QT')]).not.toContain(undefined);
});

test('one person is never two hands: neither hands up nor approves the own draft, nor signs the own proposal', async () => {
  expect((await addRole('otherXL', 'TP', 'chi-cuc-tdc')).status).toBe(200);
  const { number } = await crew.caseIn('accepted');
  expect((await crew.take('CVP', number, 'assign', { handlerId: idOf('otherXL') })).status).toBe(200);
  expect((await crew.take('otherXL', number, 'draft-reply', reply)).status).toBe(200);
  await takeUp('otherXL');
  expect(await me('otherXL')).toMatchObject({ role: 'TP', unit: 'chi-cuc-tdc' });
  const refused = await crew.take('otherXL', number, 'submit-reply');
  expect([refused.status, refused.body['detail']]).toEqual([
    403,
    'Người trình phải khác người soạn dự thảo trả lời.',
  ]);
  expect((await crew.seen('otherXL', number)).body['steps']).not.toContain('submit-reply');
  expect((await crew.take('otherTP', number, 'submit-reply')).status).toBe(200);
  await actAs('otherXL', '');

  // The chief of office signs a refusal, but not the one that he himself proposed as intake.
  expect((await addRole('CVP', 'TN', 'van-phong')).status).toBe(200);
  await takeUp('CVP');
  const { number: refusedOne } = await crew.caseIn('submitted');
  expect((await crew.take('CVP', refusedOne, 'classify', classification)).status).toBe(200);
  const said = { ground: 'question', reason: 'Không thuộc phạm vi phản ánh, kiến nghị (dữ liệu thử).' };
  const proposed = await crew.take('CVP', refusedOne, 'reject', said);
  expect([proposed.status, proposed.body['proposed']]).toEqual([200, true]);
  await actAs('CVP', '');
  const signed = await crew.take('CVP', refusedOne, 'reject', said);
  expect([signed.status, signed.body['detail']]).toEqual([403, 'Người duyệt phải khác người đề xuất.']);
});

test('a deputy opens no case that complains of the deputy, of the principal, or of the own unit by the own role', async () => {
  const { number } = await crew.caseIn('assigned');
  const { id: caseId } = await at.owner
    .selectFrom('cases')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  await deputise('LD', 'CVP');
  await takeUp('CVP');
  const isSeen = async () => {
    const one = (await crew.seen('CVP', number)).status === 200;
    const list = await at.request('/api/staff/cases?view=open', { headers: crew.officers.CVP.headers });
    expect(JSON.stringify(await list.json()).includes(number)).toBe(one);
    return one;
  };
  expect(await isSeen()).toBe(true);
  for (const staffId of [idOf('CVP'), idOf('LD')]) {
    await at.owner.insertInto('caseSubjects').values({ caseId, unit: 'van-phong', staffId }).execute();
    expect(await isSeen()).toBe(false);
    await at.owner.deleteFrom('caseSubjects').where('caseId', '=', caseId).execute();
  }
  await actAs('CVP', '');
});

test('a deputy of a handler has the principal’s cases, and no locked one that the principal keeps', async () => {
  const { number } = await crew.caseIn('assigned');
  const see = async () => (await crew.seen('otherXL', number)).status;
  await deputise('XL', 'otherXL');
  expect(await see()).toBe(404);
  await takeUp('otherXL');
  expect(await see()).toBe(200);
  const waiting = await at.request('/api/staff/cases?view=waiting', {
    headers: crew.officers.otherXL.headers,
  });
  expect(JSON.stringify(await waiting.json())).toContain(number);
  expect((await crew.take('otherXL', number, 'draft-reply', reply)).status).toBe(200);
  await at.owner
    .updateTable('cases')
    .set({ locked: true, keeperId: idOf('XL') })
    .where('number', '=', number)
    .execute();
  expect(await see()).toBe(404);
  await actAs('otherXL', '');
});

test('a deputy gives no second word about whom they stand in for', async () => {
  const ask = { step: 'ask-reset', kind: 'password', reason: 'Gọi điện xin đặt lại (dữ liệu thử).' };
  expect((await step('LD', ask)).status).toBe(200);
  const [open] = await at.owner.selectFrom('staffAsks').select('id').where('outcome', 'is', null).execute();
  const decide = () =>
    post(at, `/api/staff/asks/${open?.id}/decision`, { decision: 'confirm' }, crew.officers.CVP.headers);
  await deputise('LD', 'CVP');
  await takeUp('CVP');
  expect((await decide()).status).toBe(409);
  await actAs('CVP', '');
  expect((await decide()).status).toBe(200);
});
