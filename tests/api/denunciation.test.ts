// A tố cáo among the letters: signs at intake, the lock from every open state, and mistakes taken back, on literal dates.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isClosed, Status } from '../../api/cases/lifecycle.ts';
import { judgeOldCases } from '../../api/cases/intake/signal-service.ts';
import { post, submit } from '../support/portal/case.ts';
import { classification, openCrew, publication, reply, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

let test: TestPortal;
let crew: Crew;
let keeper: Awaited<ReturnType<typeof signedInAs>>;
beforeAll(async () => {
  test = await openTestPortal();
  crew = await openCrew(test);
  keeper = await signedInAs(test, 'CVP', 'van-phong');
});
afterAll(() => test.close());

type Who = keyof Crew['officers'];
const at = (local: string) => test.clock.set(`${local}:00+07:00`);
const rowOf = (number: string) =>
  test.portal.db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
const stepsOf = async (number: string) =>
  (
    await test.portal.db
      .selectFrom('caseEvents')
      .innerJoin('cases', 'cases.id', 'caseEvents.caseId')
      .select('step')
      .where('number', '=', number)
      .orderBy('seq')
      .execute()
  ).map(({ step }) => step);
const get = async (who: Who, path: string) => {
  const answer = await test.request(path, { headers: crew.officers[who].headers });
  return { status: answer.status, text: await answer.text() };
};
/** Takes a step on the version that stands, whether or not the officer sees the case. */
async function take(who: Who, number: string, step: string, fields: Record<string, unknown> = {}) {
  const { version } = await rowOf(number);
  const path = `/api/staff/cases/${number}/steps`;
  return await post(test, path, { step, version, ...fields }, crew.officers[who].headers);
}
async function ok(...call: Parameters<typeof take>) {
  const { status, body } = await take(...call);
  expect([call[2], status, body['detail'] ?? null, body.errors ?? null]).toEqual([call[2], 200, null, null]);
  return body as Record<string, any>;
}
const named = 'Ông Nguyễn Văn Thử ở phòng một cửa nhận tiền của tôi rồi mới cấp giấy (dữ liệu thử).';
const lists = ['waiting', 'open'].map((view) => `/api/staff/cases?view=${view}`);

describe('a letter with signs of a tố cáo', () => {
  it('stands in every list by its number and why alone, and every look at it is logged', async () => {
    at('2026-11-20T08:00');
    const { number } = await submit(test, { body: named, procedure: '1.014445' });
    const { cases } = JSON.parse((await get('TN', lists[0] ?? '')).text) as { cases: any[] };
    expect(cases.find((one) => one.number === number)).toMatchObject({
      summary: 'Cần xem: có dấu hiệu tố cáo',
      contentCode: null,
      procedure: null,
      track: null,
      signal: 'denunciation',
    });
    const register = '/api/staff/reports/preview?form=so-tiep-nhan&from=2026-11-20&to=2026-11-20';
    for (const path of [...lists, register]) expect((await get('TN', path)).text).not.toContain('Văn Thử');
    expect((await get('TN', register)).text).toContain('Cần xem: có dấu hiệu tố cáo');
    for (let look = 0; look < 2; look += 1) await crew.seen('TN', number);
    const { single } = JSON.parse((await get('LD', `/api/staff/cases/${number}/reads`)).text);
    expect(single).toHaveLength(2);
  });

  it('is explained to the officer with the words found and the law behind', async () => {
    const { number } = await submit(test, { body: `${named} Tôi làm đơn tố  cáo.` });
    const { body } = await crew.seen('TN', number);
    expect(body['signals'].map(({ kind, words }: any) => [kind, words])).toEqual([
      ['denunciation', ['tố cáo']],
      ['denunciation', ['nhận tiền']],
    ]);
    expect(body['signals'][0].source).toBe('Khoản 1 Điều 2, Điều 8, Điều 22 Luật Tố cáo số 25/2018/QH14');
    expect(body['steps']).toEqual(expect.arrayContaining(['lock', 'dismiss-signal', 'guide-out', 'split']));
    expect(body['steps']).not.toContain('transfer');
  });

  it('is in the lists again once an officer has dismissed the signs with a reason', async () => {
    const { number } = await submit(test, { body: named });
    expect((await take('XL', number, 'dismiss-signal', { reason: 'Không phải tố cáo.' })).status).toBe(404);
    await ok('TN', number, 'dismiss-signal', { reason: 'Người gửi chỉ kể lại việc của người khác.' });
    expect((await get('TN', lists[0] ?? '')).text).toContain('Ông Nguyễn Văn Thử ở phòng một cửa');
    expect((await take('TN', number, 'dismiss-signal', { reason: 'Lần thứ hai.' })).status).toBe(409);
    expect(await stepsOf(number)).toEqual(['submit', 'dismiss-signal']);
  });

  it('shows them again when later words of the sender have them', async () => {
    at('2026-11-20T08:00');
    const key = await submit(test);
    expect((await rowOf(key.number)).signal).toBe('none');
    await post(test, '/api/cases/steps', {
      number: key.number,
      secret: key.secret,
      step: 'remark',
      text: 'Nay tôi tố cáo người đã nhận hồ sơ (dữ liệu thử).',
    });
    expect((await rowOf(key.number)).signal).toBe('denunciation');
    const { cases } = JSON.parse((await get('TN', lists[0] ?? '')).text) as { cases: any[] };
    expect(cases.find(({ number }) => number === key.number).summary).toBe('Cần xem: có dấu hiệu tố cáo');
  });

  it('from before anybody looked is looked through at the next start', async () => {
    const [{ number }, other] = [await submit(test, { body: named }), await submit(test)];
    await test.owner.updateTable('cases').set({ signal: null }).execute();
    await judgeOldCases(test.portal);
    await judgeOldCases(test.portal);
    expect([(await rowOf(number)).signal, (await rowOf(other.number)).signal]).toEqual([
      'denunciation',
      'none',
    ]);
  });
});

describe('the lock', () => {
  const open = ['submitted', 'accepted', 'assigned', 'reply_draft', 'approving', 'answered'] as const;

  it.each(open)('closes a case in %s to all but its keeper and the leaders', async (status) => {
    at('2026-11-20T08:00');
    const body = 'Chuyện của cô Bí Mật ở quầy số ba, kể đầy đủ ở đây (dữ liệu thử).';
    const key = await crew.caseIn(status, { body });
    await ok('TN', key.number, 'lock', { keeperId: keeper.id, reason: 'Nội dung là tố cáo.' });
    for (const who of ['TN', 'CVP', 'XL', 'TP', 'BT'] as const) {
      expect((await crew.seen(who, key.number)).status).toBe(404);
      for (const path of lists) expect((await get(who, path)).text).not.toContain(key.number);
    }
    const kept = await test.request(`/api/staff/cases/${key.number}`, { headers: keeper.headers });
    expect(kept.status).toBe(200);
    expect((await get('LD', lists[1] ?? '')).text).not.toContain('Bí Mật');
    for (const [who, step, fields] of [
      ['LD', 'approve', {}],
      ['LD', 'extend', { days: 3, reason: 'Cần thêm thời gian.' }],
      ['LD', 'close-private', { reason: 'Không công khai.' }],
    ] as const)
      expect((await take(who, key.number, step, fields)).status).toBe(409);
    expect((await take('TN', key.number, 'note', { note: 'Ghi chú thử.' })).status).toBe(404);
    expect((await rowOf(key.number)).status).toBe(status);
    await ok('LD', key.number, 'guide-out', {
      kind: 'denunciation',
      guidance: 'Xin gửi đơn theo Luật Tố cáo.',
    });
    expect(await rowOf(key.number)).toMatchObject({
      status: 'guided_out',
      locked: true,
      keeperId: keeper.id,
    });
  });

  it('is offered in every open state, and so are guiding out and splitting', async () => {
    const { allowedSteps } = await import('../../api/cases/steps/table.ts');
    for (const status of Status.options.filter((one) => one !== 'draft' && !isClosed(one)))
      expect(allowedSteps(status, 'LD')).toEqual(expect.arrayContaining(['guide-out', 'lock', 'split']));
  });

  it('ends what waits for a signature, and a wait for the sender', async () => {
    at('2026-11-20T08:00');
    const asked = await submit(test);
    await ok('TN', asked.number, 'ask-supplement', { question: 'Xin cho biết số biên nhận hồ sơ.' });
    at('2026-11-25T08:00');
    await ok('TN', asked.number, 'guide-out', {
      kind: 'denunciation',
      guidance: 'Xin gửi đơn theo Luật Tố cáo.',
      keeperId: keeper.id,
    });
    // Two working days (24/11 is off) of the wait are given back, should the leader take it up again.
    expect(await rowOf(asked.number)).toMatchObject({ pausedOn: null, dueOn: '2026-12-16' });
    const proposed = await submit(test);
    const spam = { contentCode: '5.6', ground: 'spam', reason: 'Nội dung quảng cáo.' };
    await ok('TN', proposed.number, 'reject', spam);
    await ok('CVP', proposed.number, 'lock', { reason: 'Nội dung là tố cáo.' });
    expect(await test.portal.db.selectFrom('caseProposals').selectAll().execute()).toEqual([]);
  });

  it('is never given to whom the letter complains of', async () => {
    const { number } = await submit(test, { contentCode: '5.1' });
    await ok('TN', number, 'classify', {
      contentCode: '5.1',
      summary: 'Chậm trả kết quả, không hẹn lại.',
      subjectId: crew.officers.XL.id,
    });
    const refused = await take('TN', number, 'lock', { keeperId: crew.officers.XL.id, reason: 'Là tố cáo.' });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/keeperId']);
  });

  it('is never given to an officer of the unit that is complained of as a whole', async () => {
    const { number } = await submit(test, { contentCode: '5.1' });
    await ok('TN', number, 'classify', {
      contentCode: '5.1',
      summary: 'Chậm trả kết quả, không hẹn lại.',
      subjectUnit: crew.officers.otherXL.me.unit,
    });
    const refused = await take('TN', number, 'lock', {
      keeperId: crew.officers.otherXL.id,
      reason: 'Là tố cáo.',
    });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/keeperId']);
  });

  it('is opened by a leader alone, with a reason; a letter guided out by mistake has its first clock again', async () => {
    at('2026-11-20T08:00');
    const { number } = await crew.caseIn('accepted');
    await ok('TN', number, 'lock', { keeperId: keeper.id, reason: 'Nội dung là tố cáo.' });
    const byKeeper = await post(
      test,
      `/api/staff/cases/${number}/steps`,
      { step: 'unlock', version: (await rowOf(number)).version, reason: 'Không phải.' },
      keeper.headers,
    );
    expect(byKeeper.status).toBe(403);
    expect((await take('LD', number, 'unlock')).status).toBe(422);
    await ok('LD', number, 'unlock', { reason: 'Đã xem: là phản ánh về chậm trễ.' });
    expect(await rowOf(number)).toMatchObject({ status: 'accepted', locked: false, restricted: false });
    at('2026-12-02T08:00');
    await ok('TN', number, 'guide-out', { kind: 'complaint', guidance: 'Xin gửi theo Luật Khiếu nại.' });
    expect((await rowOf(number)).closedAt).not.toBeNull();
    at('2026-12-04T08:00');
    await ok('LD', number, 'unlock', { reason: 'Đã xem lại: là phản ánh về quy định.' });
    expect(await rowOf(number)).toMatchObject({
      status: 'submitted',
      locked: false,
      keeperId: null,
      track: null,
      closedAt: null,
      dueOn: '2026-12-14',
      stageDueOn: '2026-11-25',
      transferDueOn: '2026-11-30',
    });
  });
});

describe('a part of a letter', () => {
  it('is taken out of a case that is being handled; whom the letter complains of sees neither', async () => {
    at('2026-11-20T08:00');
    const { number } = await submit(test, { contentCode: '5.1' });
    await ok('TN', number, 'classify', {
      contentCode: '5.1',
      summary: 'Chậm trả kết quả, không hẹn lại.',
      subjectId: crew.officers.XL.id,
    });
    await ok('TN', number, 'refer-conduct');
    await ok('LD', number, 'assign-conduct', { handlerId: crew.officers.otherXL.id });
    const { split } = await ok('otherXL', number, 'split', {
      contentCode: '5.2',
      body: 'Phần nói về biểu mẫu của thủ tục (dữ liệu thử).',
    });
    for (const one of [number, split.number]) expect((await crew.seen('XL', one)).status).toBe(404);
    expect(await rowOf(split.number)).toMatchObject({ restricted: true, dueOn: '2026-12-14' });
  });
});

describe('a mistake of intake', () => {
  it('taken back leaves the clocks of the receipt, also after an extension', async () => {
    at('2026-11-20T08:00');
    const { number } = await crew.caseIn('assigned');
    await ok('LD', number, 'extend', { days: 5, reason: 'Cần ý kiến chuyên môn.' });
    expect((await rowOf(number)).dueOn).toBe('2026-12-21');
    at('2026-11-26T08:00');
    expect((await take('TN', number, 'take-back', { reason: 'Nhầm.' })).status).toBe(403);
    await ok('CVP', number, 'take-back', { reason: 'Không thuộc thẩm quyền của Sở.' });
    expect(await rowOf(number)).toMatchObject({
      status: 'submitted',
      track: null,
      handlerId: null,
      unit: null,
      extendedOn: null,
      dueOn: '2026-12-14',
      stageDueOn: '2026-11-25',
      transferDueOn: '2026-11-30',
    });
    await ok('TN', number, 'classify', classification);
    await ok('TN', number, 'accept');
    expect(await rowOf(number)).toMatchObject({ stageDueOn: '2026-11-27', dueOn: '2026-12-14' });
  });

  it('with a pause in it keeps the days that were given back', async () => {
    at('2026-11-20T08:00');
    const key = await submit(test);
    await ok('TN', key.number, 'ask-supplement', { question: 'Xin cho biết số biên nhận hồ sơ.' });
    at('2026-11-25T08:00');
    await post(test, '/api/cases/steps', {
      number: key.number,
      secret: key.secret,
      step: 'supply',
      text: 'Số biên nhận thử 0001.',
    });
    await ok('TN', key.number, 'classify', classification);
    await ok('TN', key.number, 'accept');
    await ok('TN', key.number, 'take-back', { reason: 'Phân loại nhầm.' });
    expect(await rowOf(key.number)).toMatchObject({ dueOn: '2026-12-16', stageDueOn: '2026-11-27' });
  });
});

describe('a letter in a common case', () => {
  const letter = { agency: 'Sở thử nghiệm khác', documentNumber: '01/SKHCN-VP', documentOn: '2026-11-30' };
  const lookUp = async ({ number, secret }: { number: string; secret: string }) =>
    (await post(test, '/api/cases/lookup', { number, secret })).body as Record<string, any>;

  it('goes where that one goes: transferred with it, sent back with it, and told of the result', async () => {
    at('2026-11-20T08:00');
    const main = await crew.caseIn('assigned');
    at('2026-11-23T08:00');
    const second = await submit(test, { name: 'Người Thử Hai' });
    const into = { contentCode: '5.2', into: main.number, reason: 'Cùng phản ánh một biểu mẫu.' };
    await ok('TN', second.number, 'merge', into);
    at('2026-12-01T08:00');
    await ok('CVP', main.number, 'transfer', letter);
    expect(await lookUp(second)).toMatchObject({
      status: 'transferred',
      outside: { agency: 'Sở thử nghiệm khác', number: '01/SKHCN-VP', on: '2026-11-30' },
    });
    const events = await test.portal.db
      .selectFrom('caseEvents')
      .innerJoin('cases', 'cases.id', 'caseEvents.caseId')
      .select(['number', 'step', 'caseEvents.data'])
      .where('step', 'in', ['transfer', 'follow-transfer'])
      .where('number', 'in', [main.number, second.number])
      .orderBy('number')
      .execute();
    // The sixth working day of the one is the fifth of the other: each is counted from its own receipt.
    expect(events.map(({ step, data }) => [step, JSON.parse(data ?? '{}').late])).toEqual([
      ['transfer', true],
      ['follow-transfer', false],
    ]);
    at('2026-12-03T08:00');
    await ok('TN', main.number, 'return-transfer', { reason: 'Cơ quan nhận chuyển trả.' });
    expect(await rowOf(second.number)).toMatchObject({ status: 'merged', outsideAgency: null });
    await ok('CVP', main.number, 'transfer', letter);
    await ok('TN', main.number, 'record-outside-result', {
      documentNumber: '55/STN',
      documentOn: '2026-12-03',
      result: 'Kính gửi Ông Thử, điện thoại 0900 000 000: đã giải quyết.',
    });
    const found = await lookUp(second);
    expect(found).toMatchObject({ status: 'answered', outside: { number: '55/STN', on: '2026-12-03' } });
    // Words to the one sender are no other's to read.
    expect(JSON.stringify(found)).not.toContain('0900 000 000');
    expect(await stepsOf(second.number)).toEqual([
      'submit',
      'classify',
      'merge',
      'follow-transfer',
      'follow-return',
      'follow-transfer',
      'follow-result',
    ]);
  });

  it('cannot be put, by whom it complains of, into a case that they may not see', async () => {
    at('2026-11-20T08:00');
    const about = await submit(test, { contentCode: '5.1' });
    await ok('TN', about.number, 'classify', {
      contentCode: '5.1',
      summary: 'Công chức tiếp nhận gây phiền hà.',
      subjectId: crew.officers.TN.id,
    });
    const own = await submit(test);
    const into = { contentCode: '5.2', into: about.number, reason: 'Thử xem có hồ sơ này không.' };
    const refused = await take('TN', own.number, 'merge', into);
    const none = await take('TN', own.number, 'merge', { ...into, into: 'PAKN-2026-999999' });
    expect([refused.status, refused.body.errors]).toEqual([422, none.body.errors]);
  });
});

describe('a refusal, transfer or merge', () => {
  const letter = { agency: 'Sở thử nghiệm khác', documentNumber: '01/SKHCN-VP', documentOn: '2026-11-20' };
  it('of what nobody has classified asks for it, and records it in the same form', async () => {
    at('2026-11-20T08:00');
    const { number } = await submit(test);
    for (const [step, fields] of [
      ['transfer', letter],
      ['reject', { ground: 'spam', reason: 'Nội dung quảng cáo.' }],
      ['merge', { into: number, reason: 'Trùng nội dung.' }],
    ] as const) {
      const refused = await take('CVP', number, step, fields);
      const byIntake = step === 'merge' ? await take('TN', number, step, fields) : refused;
      expect([byIntake.status, byIntake.body.errors?.[0]?.pointer]).toEqual([422, '/contentCode']);
    }
    expect(await stepsOf(number)).toEqual(['submit']);
    await ok('CVP', number, 'transfer', { ...letter, contentCode: '5.1' });
    expect(await stepsOf(number)).toEqual(['submit', 'classify', 'transfer']);
    expect(await rowOf(number)).toMatchObject({ track: 'conduct', contentCode: '5.1', restricted: true });
  });
});

describe('what a sender sees', () => {
  it('is "Đã nhận và vào sổ" before classification, "Đã tiếp nhận" after it, and a withdrawal as such', async () => {
    at('2026-11-20T08:00');
    const key = await submit(test);
    const seen = async () => {
      const { body } = await post(test, '/api/cases/lookup', { number: key.number, secret: key.secret });
      return [body['status'], (body['timeline'] as any[]).map(({ status }) => status)];
    };
    expect(await seen()).toEqual(['received', ['received']]);
    await ok('TN', key.number, 'classify', classification);
    await ok('TN', key.number, 'classify', { ...classification, contentCode: '5.3' });
    expect(await seen()).toEqual(['accepted', ['received', 'accepted']]);
    await ok('TN', key.number, 'accept');
    expect(await seen()).toEqual(['handling', ['received', 'accepted', 'handling']]);
    await post(test, '/api/cases/steps', { number: key.number, secret: key.secret, step: 'withdraw' });
    expect(await seen()).toEqual(['withdrawn', ['received', 'accepted', 'handling', 'withdrawn']]);
  });
});

it('a case that was locked while its answer waited for publication is not published', async () => {
  at('2026-11-20T08:00');
  const { number } = await crew.caseIn('answered');
  await ok('LD', number, 'lock', { reason: 'Nội dung là tố cáo.' });
  expect((await take('BT', number, 'publish', publication)).status).toBe(404);
  expect((await take('XL', number, 'draft-reply', reply)).status).toBe(404);
});
