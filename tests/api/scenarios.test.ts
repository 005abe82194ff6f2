// The law, case by case: each scenario runs with the clock set, from the door to the end, against literal dates.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireSupplements } from '../../api/cases/steps/expiry-service.ts';
import { followLedger } from '../../api/figures/follow-service.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { freshKey, post, submission, submit } from '../support/portal/case.ts';
import { classification, openCrew, publication, reply, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal();
  crew = await openCrew(test);
});
afterAll(() => test.close());

type Key = { number: string; secret: string };
const at = (local: string) => test.clock.set(`${local}:00+07:00`);
const lookUp = async ({ number, secret }: Key) =>
  (await post(test, '/api/cases/lookup', { number, secret })).body as Record<string, any>;
const rowOf = (number: string) =>
  test.portal.db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
const eventsOf = async (number: string) =>
  await test.portal.db
    .selectFrom('caseEvents')
    .innerJoin('cases', 'cases.id', 'caseEvents.caseId')
    .select(['step', 'toStatus', 'actorRole', 'dueBefore', 'dueAfter', 'caseEvents.data'])
    .where('number', '=', number)
    .orderBy('seq')
    .execute();
async function ok(...call: Parameters<Crew['take']>) {
  const { status, body } = await crew.take(...call);
  expect([call[0], call[2], status, body['detail'] ?? null, body.errors ?? null]).toEqual([
    call[0],
    call[2],
    200,
    null,
    null,
  ]);
  return body as Record<string, any>;
}
const own = (key: Key, step: string, fields: object = {}) =>
  post(test, '/api/cases/steps', { number: key.number, secret: key.secret, step, ...fields });

describe('a case about a rule, answered in time', () => {
  it('is received on Friday 20/11, due 14/12, answered 10/12, published 14/12', async () => {
    at('2026-11-20T16:40');
    const receipt = await submit(test);
    expect(receipt.due.on).toBe('2026-12-14');
    at('2026-11-25T08:00');
    await ok('TN', receipt.number, 'classify', classification);
    await ok('TN', receipt.number, 'accept');
    await ok('CVP', receipt.number, 'assign', { handlerId: crew.officers.XL.id });
    at('2026-12-08T08:00');
    await ok('XL', receipt.number, 'draft-reply', reply);
    await ok('TP', receipt.number, 'submit-reply');
    at('2026-12-10T09:00');
    await ok('LD', receipt.number, 'approve', { letterNumber: '12/SKHCN-VP' });
    expect((await rowOf(receipt.number)).stageDueOn).toBe('2026-12-14');
    at('2026-12-14T10:00');
    await ok('BT', receipt.number, 'publish', publication);
    expect(await rowOf(receipt.number)).toMatchObject({
      status: 'published',
      dueOn: '2026-12-14',
      letterNumber: '12/SKHCN-VP',
      letterOn: '2026-12-10',
    });
    expect(await lookUp(receipt)).toMatchObject({
      status: 'answered',
      letterNumber: '12/SKHCN-VP',
      published: true,
    });
    const answer = (await (await test.request(`/api/answers/${receipt.number}`)).json()) as object;
    expect(answer).toMatchObject({ receivedOn: '2026-11-20', answeredOn: '2026-12-10', workingDays: 13 });
  });
});

describe('a case about conduct with a conflict of interest', () => {
  it('is never seen by the person or unit complained of, nor given to them, and needs a finding', async () => {
    at('2026-11-20T08:00');
    const { number } = await submit(test, { contentCode: '5.1' });
    const conduct = {
      contentCode: '5.1',
      summary: 'Chậm trả kết quả, không hẹn lại.',
      subjectId: crew.officers.XL.id,
    };
    await ok('TN', number, 'classify', conduct);
    await ok('TN', number, 'refer-conduct');
    expect((await rowOf(number)).stageDueOn).toBe('2026-11-23');
    for (const handlerId of [crew.officers.XL.id]) {
      const refused = await crew.take('LD', number, 'assign-conduct', { handlerId });
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/handlerId']);
    }
    await ok('LD', number, 'assign-conduct', { handlerId: crew.officers.otherXL.id });
    for (const who of ['XL', 'TP'] as const) expect((await crew.seen(who, number)).status).toBe(404);
    expect((await crew.seen('otherTP', number)).body['sender']).toBeNull();
    const draft = { ...reply, outcome: 'correct-conduct', verification: 'partly-true' };
    await ok('otherXL', number, 'draft-reply', draft);
    await ok('otherTP', number, 'submit-reply');
    await ok('LD', number, 'approve');
    await ok('LD', number, 'close-private', { reason: 'Liên quan nhân sự cụ thể.' });
  });

  it('hides a person complained of even from intake, when that is whom it names', async () => {
    const { number } = await submit(test, { contentCode: '5.1' });
    const { body } = await crew.seen('TN', number);
    await post(
      test,
      `/api/staff/cases/${number}/steps`,
      {
        step: 'classify',
        version: body['version'],
        contentCode: '5.1',
        summary: 'Công chức tiếp nhận gây phiền hà.',
        subjectId: crew.officers.TN.id,
      },
      crew.officers.TN.headers,
    );
    expect((await crew.seen('TN', number)).status).toBe(404);
    expect((await crew.seen('CVP', number)).status).toBe(200);
  });
});

describe('a supplement', () => {
  it('pauses the clock: asked 25/11, supplied 30/11, three working days are given back, due 17/12', async () => {
    at('2026-11-20T08:00');
    const receipt = await submit(test);
    at('2026-11-25T09:00');
    await ok('TN', receipt.number, 'ask-supplement', { question: 'Xin cho biết số biên nhận hồ sơ.' });
    expect(await rowOf(receipt.number)).toMatchObject({
      status: 'need_info',
      pausedOn: '2026-11-25',
      stageDueOn: '2026-12-09',
    });
    expect(await lookUp(receipt)).toMatchObject({ status: 'awaiting-supplement', pausedOn: '2026-11-25' });
    at('2026-11-30T10:00');
    expect((await own(receipt, 'supply', { text: 'Số biên nhận thử 0001.' })).status).toBe(200);
    expect(await rowOf(receipt.number)).toMatchObject({
      status: 'submitted',
      dueOn: '2026-12-17',
      pausedOn: null,
    });
    const supplied = (await eventsOf(receipt.number)).at(-1);
    expect(supplied).toMatchObject({
      step: 'supply',
      dueBefore: '2026-12-14',
      dueAfter: '2026-12-17',
      actorRole: 'CD',
    });
  });

  it('returns to the handler who asked', async () => {
    at('2026-11-20T08:00');
    const receipt = await crew.caseIn('assigned');
    await ok('XL', receipt.number, 'ask-supplement', { question: 'Xin gửi bản chụp biểu mẫu.' });
    await own(receipt, 'supply', { text: 'Đã gửi bản chụp (thử).' });
    expect(await rowOf(receipt.number)).toMatchObject({ status: 'assigned', dueOn: '2026-12-14' });
  });

  it('that never comes ends the case on the day after its tenth working day, not before', async () => {
    at('2026-11-20T08:00');
    const receipt = await submit(test);
    await ok('TN', receipt.number, 'ask-supplement', { question: 'Xin cho biết số biên nhận hồ sơ.' });
    expect((await rowOf(receipt.number)).stageDueOn).toBe('2026-12-07');
    at('2026-12-07T23:50');
    await expireSupplements(test.portal);
    expect((await rowOf(receipt.number)).status).toBe('need_info');
    at('2026-12-08T00:10');
    await expireSupplements(test.portal);
    await expireSupplements(test.portal);
    expect((await eventsOf(receipt.number)).map(({ step }) => step)).toEqual([
      'submit',
      'ask-supplement',
      'expire-supplement',
    ]);
    expect(await lookUp(receipt)).toMatchObject({ status: 'lapsed' });
  });

  it('comes before a refusal that it could have avoided', async () => {
    at('2026-11-20T08:00');
    const { number } = await submit(test);
    const unclear = { contentCode: '5.2', ground: 'unclear', reason: 'Chưa rõ phản ánh về việc gì.' };
    const refused = await crew.take('TN', number, 'reject', unclear);
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/ground']);
  });
});

describe('a refusal', () => {
  it('is prepared by intake and signed by the chief of office, by 25/11', async () => {
    at('2026-11-20T08:00');
    const receipt = await submit(test);
    expect((await rowOf(receipt.number)).stageDueOn).toBe('2026-11-25');
    const spam = {
      contentCode: '5.2',
      ground: 'spam',
      reason: 'Nội dung quảng cáo, không phải phản ánh, kiến nghị.',
    };
    expect(await ok('TN', receipt.number, 'reject', spam)).toMatchObject({
      proposed: true,
      status: 'submitted',
    });
    expect((await crew.seen('CVP', receipt.number)).body['proposal']).toMatchObject({
      step: 'reject',
      input: spam,
    });
    expect((await lookUp(receipt))['status']).toBe('accepted');
    await ok('CVP', receipt.number, 'reject', spam);
    expect(await lookUp(receipt)).toMatchObject({ status: 'not-accepted' });
    const last = (await eventsOf(receipt.number)).at(-1);
    expect(JSON.parse(last?.data ?? '{}')).toEqual({ ground: 'spam', proposedBy: crew.officers.TN.id });
    await ok('CVP', receipt.number, 'reopen-rejected', { reason: 'Người gửi giải thích lại.' });
    expect((await rowOf(receipt.number)).status).toBe('submitted');
  });

  it('that the chief of office declines leaves the case where it was', async () => {
    const { number } = await submit(test);
    await ok('TN', number, 'reject', {
      contentCode: '5.2',
      ground: 'question',
      reason: 'Là câu hỏi về thủ tục.',
    });
    expect(
      (
        await crew.take('TN', number, 'reject', {
          contentCode: '5.2',
          ground: 'spam',
          reason: 'Đề xuất thứ hai.',
        })
      ).status,
    ).toBe(409);
    await ok('CVP', number, 'decline-proposal', { reason: 'Có phản ánh vướng mắc cụ thể, hãy tiếp nhận.' });
    expect((await crew.seen('TN', number)).body).toMatchObject({ status: 'submitted', proposal: null });
  });
});

describe('a transfer', () => {
  const letter = {
    contentCode: '5.2',
    agency: 'Sở thử nghiệm khác',
    documentNumber: '01/SKHCN-VP',
    documentOn: '2026-11-30',
  };

  it.each([
    ['on the fifth working day is in time', '2026-11-30T15:00', false],
    ['on the sixth is written as late, and still done', '2026-12-01T08:00', true],
  ])('%s', async (_what, when, late) => {
    at('2026-11-20T08:00');
    const receipt = await submit(test);
    expect((await rowOf(receipt.number)).transferDueOn).toBe('2026-11-30');
    await ok('TN', receipt.number, 'transfer', letter);
    at(when);
    expect((await crew.seen('LD', receipt.number)).body).toMatchObject({ lateByLaw: late, lateByRule: true });
    await ok('LD', receipt.number, 'transfer', letter);
    const last = (await eventsOf(receipt.number)).at(-1);
    expect([last?.step, JSON.parse(last?.data ?? '{}').late]).toEqual(['transfer', late]);
    expect(await lookUp(receipt)).toMatchObject({
      status: 'transferred',
      outside: { agency: 'Sở thử nghiệm khác', number: '01/SKHCN-VP', on: '2026-11-30' },
    });
  });

  it('that comes back starts the clock anew from that day', async () => {
    at('2026-11-20T08:00');
    const { number } = await submit(test);
    await ok('LD', number, 'transfer', letter);
    at('2026-12-01T08:00');
    await ok('TN', number, 'return-transfer', { reason: 'Cơ quan nhận xác định không thuộc thẩm quyền.' });
    expect(await rowOf(number)).toMatchObject({
      status: 'submitted',
      clockStartedOn: '2026-12-01',
      dueOn: '2026-12-22',
      transferDueOn: '2026-12-08',
    });
  });

  it('ends with the result of the other agency, told to the sender', async () => {
    at('2026-11-20T08:00');
    const receipt = await submit(test);
    await ok('CVP', receipt.number, 'transfer', letter);
    await ok('TN', receipt.number, 'record-outside-result', {
      documentNumber: '55/STN',
      documentOn: '2026-11-20',
      result: 'Cơ quan đó đã trả lời bằng văn bản số 55/STN.',
    });
    const found = await lookUp(receipt);
    expect(found['timeline'].at(-1)).toMatchObject({
      status: 'answered',
      words: 'Cơ quan đó đã trả lời bằng văn bản số 55/STN.',
    });
  });
});

describe('a case forwarded by Văn phòng UBND tỉnh', () => {
  const forwarded = {
    ...submission,
    readPrivacyNotice: undefined,
    source: 'vp-ubnd',
    originAgency: 'Văn phòng UBND tỉnh (thử)',
    originNumber: '100/VP-KSTT',
    originOn: '2026-11-19',
  };
  const take = (body: object) =>
    post(test, '/api/staff/cases', body, { ...crew.officers.TN.headers, 'idempotency-key': freshKey() });

  it('runs from its transfer, and its own deadline rules', async () => {
    at('2026-11-20T08:00');
    const { status, body } = await take({ ...forwarded, originDueOn: '2026-12-01' });
    expect([status, (body['due'] as { on: string }).on]).toEqual([201, '2026-12-01']);
    expect(await rowOf(String(body['number']))).toMatchObject({
      source: 'vp-ubnd',
      clockStartedOn: '2026-11-19',
      dueOn: '2026-12-01',
      stageDueOn: '2026-11-23',
      originNumber: '100/VP-KSTT',
    });
  });

  it('without a deadline of its own has 15 working days from the transfer', async () => {
    at('2026-11-20T08:00');
    const { body } = await take(forwarded);
    expect((body['due'] as { on: string }).on).toBe('2026-12-11');
  });

  it('is refused without number and day of the transfer, and nothing is written', async () => {
    const before = await test.portal.db.selectFrom('cases').select('id').execute();
    const { status, body } = await take({ ...forwarded, originNumber: '', originOn: '' });
    expect([status, body.errors?.map(({ pointer }) => pointer).sort()]).toEqual([
      422,
      ['/originNumber', '/originOn'],
    ]);
    expect(await test.portal.db.selectFrom('cases').select('id').execute()).toHaveLength(before.length);
  });

  it('sent twice by the same officer is one case; a key opens nothing to others or for anything else', async () => {
    const key = freshKey();
    const send = (who: 'TN' | 'MC', body: object) =>
      post(test, '/api/staff/cases', body, { ...crew.officers[who].headers, 'idempotency-key': key });
    const first = await send('TN', forwarded);
    expect((await send('TN', forwarded)).body).toEqual(first.body);
    const other = await send('TN', { ...forwarded, originNumber: '101/VP-KSTT' });
    expect([other.status, other.body['code']]).toEqual([409, 'key-reused']);
    const { source, originAgency, originNumber, originOn, ...said } = forwarded;
    const citizen = await post(
      test,
      '/api/cases',
      { ...said, readPrivacyNotice: true },
      { 'idempotency-key': key },
    );
    const colleague = await send('MC', { ...said, source: 'phone' });
    expect([citizen.status, colleague.status]).toEqual([201, 201]);
    const secrets = [first, citizen, colleague].map(({ body }) => String(body['secret']));
    expect(new Set(secrets).size).toBe(3);
  });

  it('a telephone call is written down by the one-stop officer, who can do no more with it', async () => {
    at('2026-11-20T08:00');
    const { readPrivacyNotice, ...said } = submission;
    const { status, body } = await post(
      test,
      '/api/staff/cases',
      { ...said, source: 'phone' },
      { ...crew.officers.MC.headers, 'idempotency-key': freshKey() },
    );
    expect([status, (body['due'] as { on: string }).on]).toEqual([201, '2026-12-14']);
    expect((await crew.seen('MC', String(body['number']))).status).toBe(404);
    expect((await eventsOf(String(body['number'])))[0]).toMatchObject({ step: 'submit', actorRole: 'MC' });
  });
});

describe('an extension', () => {
  it('is given once, within ten working days, with its reason, and the sender sees the new date', async () => {
    at('2026-11-20T08:00');
    const receipt = await crew.caseIn('assigned');
    expect(
      (await crew.take('LD', receipt.number, 'extend', { days: 11, reason: 'Cần lấy ý kiến liên ngành.' }))
        .status,
    ).toBe(422);
    await ok('LD', receipt.number, 'extend', { days: 5, reason: 'Cần lấy ý kiến liên ngành.' });
    expect(await rowOf(receipt.number)).toMatchObject({
      status: 'assigned',
      dueOn: '2026-12-21',
      extendedOn: '2026-11-20',
    });
    expect((await eventsOf(receipt.number)).slice(-2)).toMatchObject([
      { step: 'extend', toStatus: 'extended', dueBefore: '2026-12-14', dueAfter: '2026-12-21' },
      { step: 'resume', toStatus: 'assigned', actorRole: 'HT' },
    ]);
    expect((await lookUp(receipt))['due']).toMatchObject({ on: '2026-12-21' });
    expect(
      (await crew.take('LD', receipt.number, 'extend', { days: 1, reason: 'Lần thứ hai.' })).status,
    ).toBe(409);
  });
});

describe('a letter with two matters', () => {
  it('is split: the phản ánh goes on under its own number and the first clock, the khiếu nại is guided out', async () => {
    at('2026-11-20T08:00');
    const receipt = await submit(test, {
      body: 'Tôi khiếu nại quyết định thử và phản ánh biểu mẫu thừa giấy (dữ liệu thử).',
    });
    at('2026-11-23T08:00');
    const { split } = await ok('TN', receipt.number, 'split', {
      contentCode: '5.2',
      body: 'Phản ánh biểu mẫu thừa giấy (dữ liệu thử).',
    });
    expect(split).toMatchObject({ due: { on: '2026-12-14' } });
    await ok('TN', receipt.number, 'guide-out', {
      kind: 'complaint',
      guidance: 'Gửi đơn khiếu nại đến cơ quan đã ra quyết định.',
    });
    expect(await lookUp(receipt)).toMatchObject({
      status: 'not-accepted',
      links: [{ number: split.number, status: 'received' }],
    });
    expect(await lookUp(split)).toMatchObject({ status: 'received', links: [{ number: receipt.number }] });
  });
});

describe('a part that is split off after its letter has waited for the sender', () => {
  it('has waited with it: the same days are given back to register and figures', async () => {
    at('2026-11-20T08:00');
    const receipt = await submit(test);
    at('2026-11-25T08:00');
    await ok('TN', receipt.number, 'ask-supplement', { question: 'Xin cho biết ngày nộp (dữ liệu thử).' });
    at('2026-11-30T08:00');
    expect((await own(receipt, 'supply', { text: 'Nộp ngày 02/11/2026 (dữ liệu thử).' })).status).toBe(200);
    expect(await rowOf(receipt.number)).toMatchObject({ dueOn: '2026-12-17' });
    const part = { contentCode: '5.2', body: 'Phản ánh biểu mẫu thừa giấy (dữ liệu thử).' };
    const { split } = await ok('TN', receipt.number, 'split', part);
    expect(split).toMatchObject({ due: { on: '2026-12-17' } });
    // 24/11 is a day off: five working days from 20/11 end on 30/11, and three were waited.
    expect(await rowOf(split.number)).toMatchObject({ dueOn: '2026-12-17', transferDueOn: '2026-12-03' });
    await sequenceLedger(test.portal);
    await followLedger(test.portal);
    const facts = await test.portal.db
      .selectFrom('caseFacts')
      .innerJoin('cases', 'cases.id', 'caseFacts.caseId')
      .select(['caseFacts.legalDueOn', 'caseFacts.pausedBefore', 'caseFacts.clockOn'])
      .where('number', '=', split.number)
      .execute();
    expect(facts).toEqual([{ legalDueOn: '2026-12-17', pausedBefore: 3, clockOn: '2026-11-20' }]);
  });
});

describe('a tố cáo that came in by the form', () => {
  it('is guided out and locked: for its keeper and the leaders alone, in no list, never answered or published', async () => {
    at('2026-11-20T08:00');
    const receipt = await submit(test, {
      contentCode: '5.1',
      body: 'Tôi tố cáo một việc vi phạm pháp luật (dữ liệu thử).',
    });
    const guide = {
      kind: 'denunciation',
      guidance: 'Tố cáo gửi bằng đơn hoặc trực tiếp tại cơ quan có thẩm quyền.',
    };
    expect((await crew.take('TN', receipt.number, 'guide-out', guide)).status).toBe(422);
    await ok('TN', receipt.number, 'guide-out', { ...guide, keeperId: crew.officers.CVP.id });
    const sees = async (who: keyof typeof crew.officers) => (await crew.seen(who, receipt.number)).status;
    expect([
      await sees('TN'),
      await sees('CVP'),
      await sees('LD'),
      await sees('BT'),
      await sees('QT'),
    ]).toEqual([404, 200, 200, 404, 404]);
    const list = await test.request('/api/staff/cases?view=closed', { headers: crew.officers.TN.headers });
    expect(await list.text()).not.toContain(receipt.number);
    const found = await lookUp(receipt);
    expect(found).toMatchObject({ status: 'not-accepted' });
    expect(found['timeline'].at(-1).words).toBe(
      'Tố cáo gửi bằng đơn hoặc trực tiếp tại cơ quan có thẩm quyền.',
    );
  });
});

describe('two people with one matter', () => {
  it('are merged, and both are answered', async () => {
    at('2026-11-20T08:00');
    const main = await crew.caseIn('assigned');
    const second = await submit(test, { name: 'Người Thử Hai' });
    await ok('TN', second.number, 'merge', {
      contentCode: '5.2',
      into: main.number,
      reason: 'Cùng phản ánh một biểu mẫu.',
    });
    expect(await lookUp(second)).toMatchObject({ status: 'handling', reply: null });
    await ok('XL', main.number, 'draft-reply', reply);
    await ok('TP', main.number, 'submit-reply');
    at('2026-11-27T08:00');
    await ok('LD', main.number, 'approve');
    expect(await lookUp(second)).toMatchObject({
      reply: { body: reply.body },
      answeredAt: '2026-11-27T01:00:00.000Z',
    });
    expect((await eventsOf(second.number)).map(({ step }) => step)).toEqual([
      'submit',
      'classify',
      'merge',
      'answer-merged',
    ]);
  });

  it('are parted again when the common case ends without an answer', async () => {
    at('2026-11-20T08:00');
    const main = await submit(test);
    const second = await submit(test, { name: 'Người Thử Hai' });
    await ok('TN', second.number, 'merge', {
      contentCode: '5.2',
      into: main.number,
      reason: 'Cùng phản ánh một biểu mẫu.',
    });
    at('2026-11-23T08:00');
    expect((await own(main, 'withdraw')).status).toBe(200);
    expect(await rowOf(second.number)).toMatchObject({
      status: 'submitted',
      mergedInto: null,
      closedAt: null,
      dueOn: '2026-12-14',
    });
    expect((await eventsOf(second.number)).map(({ step }) => step)).toEqual([
      'submit',
      'classify',
      'merge',
      'unmerge',
    ]);
  });

  it('cannot be merged into themselves, into a closed case, or into one that is not there', async () => {
    const { number } = await submit(test);
    const closed = await crew.caseIn('published');
    for (const into of [number, closed.number, 'PAKN-2026-999999'])
      expect(
        (await crew.take('TN', number, 'merge', { contentCode: '5.2', into, reason: 'Trùng nội dung.' })).body
          .errors?.[0]?.pointer,
      ).toBe('/into');
  });
});

describe('a sender who does not agree', () => {
  it('goes on with the case: back to intake with a new clock, the old reply kept', async () => {
    at('2026-11-20T08:00');
    const receipt = await crew.caseIn('published');
    at('2026-12-01T08:00');
    expect(
      (await own(receipt, 'continue', { text: 'Biểu mẫu mới vẫn yêu cầu bản giấy như cũ (dữ liệu thử).' }))
        .status,
    ).toBe(200);
    expect(await rowOf(receipt.number)).toMatchObject({
      status: 'submitted',
      dueOn: '2026-12-22',
      closedAt: null,
      answeredAt: null,
    });
    expect((await eventsOf(receipt.number)).slice(-2).map(({ step, toStatus }) => [step, toStatus])).toEqual([
      ['continue', 'reopened'],
      ['restart-clock', 'submitted'],
    ]);
    expect((await test.request(`/api/answers/${receipt.number}`)).status).toBe(200);
  });

  it('publishes again after the second answer, in place of the first', async () => {
    at('2026-11-20T08:00');
    const receipt = await crew.caseIn('published');
    await own(receipt, 'continue', { text: 'Biểu mẫu mới vẫn yêu cầu bản giấy như cũ (dữ liệu thử).' });
    await ok('TN', receipt.number, 'classify', classification);
    await ok('TN', receipt.number, 'accept');
    await ok('CVP', receipt.number, 'assign', { handlerId: crew.officers.XL.id });
    await ok('XL', receipt.number, 'draft-reply', { ...reply, body: `${reply.body} Lần hai.` });
    await ok('TP', receipt.number, 'submit-reply');
    await ok('LD', receipt.number, 'approve');
    await ok('BT', receipt.number, 'publish', { ...publication, answer: `${publication.answer} Lần hai.` });
    expect(await (await test.request(`/api/answers/${receipt.number}`)).json()).toMatchObject({
      answer: `${publication.answer} Lần hai.`,
    });
  });
});

describe('not enough ground yet', () => {
  it('is proposed by the handler, signed by a leader, answered in the interim and reviewed after a quarter', async () => {
    at('2026-11-20T08:00');
    const receipt = await crew.caseIn('assigned');
    const interim = { interim: 'Cơ quan tiếp tục tập hợp ý kiến và sẽ trả lời sau (dữ liệu thử).' };
    expect(await ok('XL', receipt.number, 'collect', interim)).toMatchObject({ proposed: true });
    await ok('LD', receipt.number, 'collect', interim);
    expect(await rowOf(receipt.number)).toMatchObject({ status: 'collecting', reviewDueOn: '2027-02-19' });
    expect((await lookUp(receipt))['timeline'].at(-1)).toMatchObject({
      status: 'handling',
      words: interim.interim,
    });
    await ok('XL', receipt.number, 'resume');
    expect((await rowOf(receipt.number)).status).toBe('assigned');
  });
});

describe('open cases alike', () => {
  it('are shown to intake with the reason, never locked ones, never to who may not see them', async () => {
    at('2026-11-20T08:00');
    const fresh = await openTestPortal({ now: '2026-11-20T08:00:00+07:00' });
    const freshCrew = await openCrew(fresh);
    const [one, other, locked] = [await submit(fresh), await submit(fresh), await submit(fresh)];
    await freshCrew.take('TN', locked.number, 'guide-out', {
      kind: 'complaint',
      guidance: 'Gửi đơn đến cơ quan đã ra quyết định.',
    });
    const ask = async (who: 'TN' | 'XL') =>
      await fresh.request(`/api/staff/cases/${one.number}/similar`, {
        headers: freshCrew.officers[who].headers,
      });
    const { cases } = (await (await ask('TN')).json()) as { cases: { number: string; why: string[] }[] };
    expect(cases.map(({ number }) => number)).toEqual([other.number]);
    expect(cases[0]?.why[0]).toBe('cùng loại nội dung');
    expect((await ask('XL')).status).toBe(404);
    await fresh.close();
  });
});

describe('a person who asks to be forgotten', () => {
  it('is erased by the chief of office alone, from a closed case, once, and the case takes no further step', async () => {
    at('2026-11-20T08:00');
    const open = await crew.caseIn('assigned');
    const receipt = await crew.caseIn('published');
    const request = { reason: 'Theo yêu cầu xóa dữ liệu của người gửi.' };
    expect((await crew.take('CVP', open.number, 'erase', request)).status).toBe(409);
    expect((await crew.take('TN', receipt.number, 'erase', request)).status).toBe(403);
    await ok('CVP', receipt.number, 'erase', request);
    const { body } = await crew.seen('CVP', receipt.number);
    expect(body).toMatchObject({ sender: null, steps: [], status: 'published' });
    expect(JSON.stringify(body)).not.toContain(submission.name);
    expect((await crew.take('CVP', receipt.number, 'erase', request)).status).toBe(409);
    expect(
      (await own(receipt, 'continue', { text: 'Muốn tiếp tục phản ánh việc này (dữ liệu thử).' })).status,
    ).toBe(409);
  });
});
