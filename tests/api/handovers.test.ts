// Promises of handing over: all of a person goes in one step, in whatever state; nobody gets what the rules keep from them;
// nothing is left without somebody whose turn it is; who may not know of a case is told nothing of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { post } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';
import { wordText } from '../support/reading/word.ts';

type Officer = Awaited<ReturnType<typeof signedInAs>>;
let at: TestPortal;
let crew: Crew;
let leaver: Officer;
let receiver: Officer;
let substitute: Officer;
beforeAll(async () => {
  at = await openTestPortal();
  crew = await openCrew(at);
  leaver = await signedInAs(at, 'XL', 'quan-ly-cong-nghe', 'nguoi-di');
  receiver = await signedInAs(at, 'XL', 'quan-ly-cong-nghe', 'nguoi-nhan');
  substitute = await signedInAs(at, 'XL', 'chi-cuc-tdc', 'nguoi-nhan-thay');
});
afterAll(() => at.close());

const reason = 'Chuyển công tác (dữ liệu thử).';
const handOver = (said: object, who: keyof Crew['officers'] = 'QT') =>
  post(at, '/api/staff/handovers', { fromId: leaver.id, reason, ...said }, crew.officers[who].headers);
const read = async (path: string, headers: Record<string, string>) => {
  const answer = await at.request(`/api/staff/handovers${path}`, { headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, any> };
};
const rowOf = (number: string) =>
  at.owner.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
const eventsOf = async (number: string) => {
  const { id } = await rowOf(number);
  return await at.owner
    .selectFrom('caseEvents')
    .select(['step', 'actorRole', 'actorId', 'fromStatus', 'toStatus', 'data'])
    .where('caseId', '=', id)
    .orderBy('seq')
    .execute();
};
/** A case in the hand of the leaver, in a state. */
async function inHand(status: 'assigned' | 'reply_draft' | 'approving' | 'answered') {
  const { number } = await crew.caseIn('assigned');
  await at.owner.updateTable('cases').set({ handlerId: leaver.id }).where('number', '=', number).execute();
  const must = async (...call: Parameters<Crew['take']>) =>
    expect((await crew.take(...call)).status).toBe(200);
  const draft = {
    body: 'Cơ quan đã xem xét và trả lời: biểu mẫu sẽ được sửa (dữ liệu thử).',
    outcome: 'recommend',
    criteria: { necessary: 'flawed' },
  };
  if (status === 'assigned') return number;
  const { version } = await rowOf(number);
  const own = await post(
    at,
    `/api/staff/cases/${number}/steps`,
    { step: 'draft-reply', version, ...draft },
    leaver.headers,
  );
  expect(own.status).toBe(200);
  if (status === 'reply_draft') return number;
  await must('TP', number, 'submit-reply');
  if (status === 'approving') return number;
  await must('LD', number, 'approve');
  return number;
}

test('leaves a register that fits: the event seals who has the case from then on', async () => {
  const { number } = await crew.caseIn('accepted');
  await crew.take('CVP', number, 'assign', { handlerId: leaver.id, units: ['chi-cuc-tdc'] });
  expect((await handOver({ toId: substitute.id })).status).toBe(201);
  const row = await rowOf(number);
  expect([row.handlerId, row.unit]).toEqual([substitute.id, 'chi-cuc-tdc']);
  // The receiver's unit works with nobody but itself.
  const units = await at.owner.selectFrom('caseUnits').select('unit').where('caseId', '=', row.id).execute();
  expect(units).toEqual([]);
  await sequenceLedger(at.portal);
  expect(await verifyLedger(at.owner)).toMatchObject({ fits: true });
});

test('takes along everything in hand in whatever state, as it stands, with one event on each case', async () => {
  const numbers = {
    assigned: await inHand('assigned'),
    reply_draft: await inHand('reply_draft'),
    approving: await inHand('approving'),
    answered: await inHand('answered'),
  };
  const ended = await inHand('answered');
  await crew.take('LD', ended, 'close-private', { reason: 'Không công khai (dữ liệu thử).' });
  const restricted = await inHand('assigned');
  await at.owner.updateTable('cases').set({ restricted: true }).where('number', '=', restricted).execute();

  const states = ['assigned', 'reply_draft', 'approving', 'answered'];
  const seen = await read(`/preview/${leaver.id}`, crew.officers.QT.headers);
  expect(seen.body['cases']).toHaveLength(4);
  expect(seen.body['cases']).toEqual(expect.arrayContaining(states.map((status) => ({ status, count: 1 }))));
  expect(seen.body['numbers']).toEqual([]);
  expect(JSON.stringify(seen.body)).not.toContain('PAKN');
  const led = await read(`/preview/${leaver.id}`, crew.officers.LD.headers);
  expect(led.body['numbers'].toSorted()).toEqual([...Object.values(numbers), restricted].toSorted());
  const ids = seen.body['receivers'].map(({ id }: { id: string }) => id);
  expect(ids).toContain(receiver.id);
  expect(ids).not.toContain(leaver.id);
  expect((await read(`/preview/${leaver.id}`, receiver.headers)).status).toBe(403);

  const before = Object.fromEntries(
    await Promise.all(Object.values(numbers).map(async (number) => [number, await rowOf(number)] as const)),
  );
  const { status, body } = await handOver({ toId: receiver.id });
  expect(status).toBe(201);
  for (const [state, number] of Object.entries(numbers)) {
    const row = await rowOf(number);
    expect([row.status, row.handlerId, row.unit, row.dueOn]).toEqual([
      state,
      receiver.id,
      'quan-ly-cong-nghe',
      before[number]?.dueOn,
    ]);
    const event = (await eventsOf(number)).at(-1);
    expect(event).toMatchObject({ step: 'hand-over', actorRole: 'QT', actorId: crew.officers.QT.id });
    expect([event?.fromStatus, event?.toStatus]).toEqual([state, state]);
    expect(JSON.parse(event?.data ?? '')).toEqual({
      from: leaver.id,
      to: receiver.id,
      handover: body['id'],
      unit: 'quan-ly-cong-nghe',
    });
  }
  expect((await rowOf(restricted)).handlerId).toBe(receiver.id);
  // What is over keeps the name of who did it.
  expect((await rowOf(ended)).handlerId).toBe(leaver.id);
  const open = await at.request(`/api/staff/cases/${numbers.assigned}`, { headers: receiver.headers });
  expect(open.status).toBe(200);
  expect(JSON.stringify(await open.json())).toContain(
    'nguoi-di bàn giao cho nguoi-nhan. Lý do: Chuyển công tác',
  );
  expect((await at.request(`/api/staff/cases/${numbers.assigned}`, { headers: leaver.headers })).status).toBe(
    404,
  );

  const record = await read(`/${body['id']}`, crew.officers.QT.headers);
  expect(record.body).toMatchObject({ reason, closed: false, to: { id: receiver.id }, by: { role: 'QT' } });
  expect(record.body['cases']).toHaveLength(4);
  expect(JSON.stringify(record.body)).not.toContain('PAKN');
  const ofReceiver = await read(`/${body['id']}`, receiver.headers);
  expect(ofReceiver.body['cases'].map(({ number }: { number: string }) => number).toSorted()).toEqual(
    [...Object.values(numbers), restricted].toSorted(),
  );
  expect((await read(`/${body['id']}`, crew.officers.otherXL.headers)).status).toBe(404);
});

test('takes along what was being written: sealed anew, named after its writer, beside what the receiver writes', async () => {
  const [given, aboutReceiver] = [await inHand('assigned'), await inHand('assigned')];
  const { id: caseId } = await rowOf(aboutReceiver);
  await at.owner
    .insertInto('caseSubjects')
    .values({ caseId, unit: 'quan-ly-cong-nghe', staffId: receiver.id })
    .execute();
  const keep = (who: Officer, page: string, form: string, body: string) =>
    post(at, '/api/staff/drafts', { page, form, address: page, values: { body }, revision: 0 }, who.headers);
  const draftsOf = async ({ headers }: Pick<Officer, 'headers'>, page: string) => {
    const answer = await at.request(`/api/staff/drafts?page=${encodeURIComponent(page)}`, { headers });
    return ((await answer.json()) as { drafts: Record<string, any>[] }).drafts;
  };
  const pageOf = (number: string) => `/can-bo/ho-so/${number}`;
  const words = 'Sở đã xem xét từng điểm (dữ liệu thử, chưa trình).';
  await keep(leaver, pageOf(given), 'draft-reply', words);
  await keep(leaver, pageOf(aboutReceiver), 'draft-reply', `${words} Điều người nhận không được đọc.`);
  await keep(leaver, '/can-bo/lich', 'lich', 'Nghỉ bù (dữ liệu thử).');
  const thrownAway = await keep(leaver, pageOf(given), 'note', 'Bỏ đi (dữ liệu thử).');
  await post(at, `/api/staff/drafts/${String(thrownAway.body['id'])}/drop`, {}, leaver.headers);
  const own = 'Lời của chính người nhận (dữ liệu thử).';

  const seen = await read(`/preview/${leaver.id}`, crew.officers.QT.headers);
  expect(seen.body['drafts']).toBe(3);
  expect(JSON.stringify(seen.body)).not.toContain('xem xét');
  const before = await at.owner
    .selectFrom('officerDrafts')
    .selectAll()
    .where('staffId', '=', leaver.id)
    .execute();
  const { status, body } = await handOver({ toId: receiver.id, substituteId: substitute.id });
  expect(status).toBe(201);

  expect(JSON.parse((await eventsOf(given)).at(-1)?.data ?? '')).toMatchObject({
    to: receiver.id,
    drafts: 1,
  });
  await keep(receiver, pageOf(given), 'draft-reply', own);
  const [offered, ...more] = (await draftsOf(receiver, pageOf(given))).filter(
    ({ writer }) => writer !== null,
  );
  expect(more).toEqual([]);
  expect(offered).toMatchObject({ writer: 'nguoi-di', values: { body: words }, revision: 1 });
  expect(offered?.['droppedAt']).not.toBeNull();
  // Nobody else's: not the substitute's, nor its writer's any more; and no row opens that was sealed for another.
  for (const who of [leaver, substitute, crew.officers.LD])
    expect((await draftsOf(who, pageOf(given))).filter(({ droppedAt }) => droppedAt === null)).toEqual([]);
  const after = await at.owner
    .selectFrom('officerDrafts')
    .selectAll()
    .where('staffId', '=', receiver.id)
    .execute();
  expect(after.every(({ sealed }) => before.every((one) => one.sealed !== sealed))).toBe(true);
  // What complains of the receiver went with its case to the substitute.
  expect((await draftsOf(receiver, pageOf(aboutReceiver))).length).toBe(0);
  expect((await draftsOf(substitute, pageOf(aboutReceiver)))[0]).toMatchObject({ writer: 'nguoi-di' });
  expect((await draftsOf(receiver, '/can-bo/lich'))[0]).toMatchObject({
    writer: 'nguoi-di',
    title: 'Lịch làm việc',
  });

  // Taken up it is the receiver's; what stood in its place can be taken back in turn.
  await post(at, `/api/staff/drafts/${String(offered?.['id'])}/take-back`, {}, receiver.headers);
  const standing = await draftsOf(receiver, pageOf(given));
  expect(standing.find(({ droppedAt }) => droppedAt === null)).toMatchObject({ values: { body: words } });
  expect(standing.find(({ droppedAt }) => droppedAt !== null)).toMatchObject({
    values: { body: own },
    writer: null,
  });

  const record = await read(`/${body['id']}`, crew.officers.LD.headers);
  expect(record.body['drafts']).toEqual([
    { to: 'nguoi-nhan', count: 2 },
    { to: 'nguoi-nhan-thay', count: 1 },
  ]);
  const file = await at.request(`/api/staff/handovers/${body['id']}/docx`, { headers: receiver.headers });
  expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const written = wordText(Buffer.from(await file.arrayBuffer()));
  for (const line of [
    'BIÊN BẢN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    reason,
    given,
    'BÊN NHẬN',
    'nguoi-nhan nhận: 2 bản',
  ])
    expect(written).toContain(line);
  expect(written).not.toContain(aboutReceiver);
  expect(
    (await at.request(`/api/staff/handovers/${body['id']}/docx`, { headers: crew.officers.otherXL.headers }))
      .status,
  ).toBe(404);
});

test('gives nobody a case that complains of them or their unit: it goes to the substitute, else waits for who assigns', async () => {
  const [plain, aboutUnit, aboutBoth] = [
    await inHand('assigned'),
    await inHand('assigned'),
    await inHand('assigned'),
  ];
  const complain = async (number: string, subjects: { unit: string; staffId: string }[]) => {
    const { id: caseId } = await rowOf(number);
    await at.owner
      .insertInto('caseSubjects')
      .values(subjects.map((one) => ({ caseId, ...one })))
      .execute();
  };
  await complain(aboutUnit, [{ unit: 'quan-ly-cong-nghe', staffId: receiver.id }]);
  await complain(aboutBoth, [
    { unit: 'quan-ly-cong-nghe', staffId: '' },
    { unit: 'chi-cuc-tdc', staffId: '' },
  ]);
  const { body } = await handOver({ toId: receiver.id, substituteId: substitute.id }, 'CVP');
  expect((await rowOf(plain)).handlerId).toBe(receiver.id);
  expect([(await rowOf(aboutUnit)).handlerId, (await rowOf(aboutUnit)).unit]).toEqual([
    substitute.id,
    'chi-cuc-tdc',
  ]);
  expect((await rowOf(aboutBoth)).handlerId).toBeNull();
  const { cases } = (await read(`/${body['id']}`, crew.officers.CVP.headers)).body;
  expect(cases.find(({ number }: { number: string }) => number === aboutBoth)).toMatchObject({ to: null });
  // It is the turn of who assigns, who gives it to somebody else.
  const mine = await at.request('/api/staff/cases?view=waiting', { headers: crew.officers.CVP.headers });
  expect(JSON.stringify(await mine.json())).toContain(aboutBoth);
  const given = await crew.take('CVP', aboutBoth, 'reassign', { handlerId: crew.officers.otherXL.id });
  expect(given.status).toBe(422);
});

test('brings a locked case back to the leaders, of which nobody else is told', async () => {
  const number = await inHand('assigned');
  await at.owner
    .updateTable('cases')
    .set({ locked: true, restricted: true, handlerId: null, keeperId: leaver.id })
    .where('number', '=', number)
    .execute();
  expect((await read(`/preview/${leaver.id}`, crew.officers.QT.headers)).body['cases']).toEqual([]);
  expect((await read(`/preview/${leaver.id}`, crew.officers.CVP.headers)).body['cases']).toEqual([]);
  const { body } = await handOver({ toId: receiver.id });
  expect((await rowOf(number)).keeperId).toBeNull();
  for (const who of ['QT', 'CVP', 'LD'] as const)
    expect((await read(`/${body['id']}`, crew.officers[who].headers)).body['cases']).toEqual([]);
  expect((await at.request(`/api/staff/cases/${number}`, { headers: receiver.headers })).status).toBe(404);
  expect((await at.request(`/api/staff/cases/${number}`, { headers: crew.officers.LD.headers })).status).toBe(
    200,
  );
});

test('works for a closed account, and closes one in the same step where the administrator wishes', async () => {
  const number = await inHand('assigned');
  expect((await handOver({ toId: receiver.id, close: true }, 'CVP')).body.errors?.[0]?.pointer).toBe(
    '/close',
  );
  expect((await handOver({ toId: receiver.id, close: true })).status).toBe(201);
  expect((await rowOf(number)).handlerId).toBe(receiver.id);
  expect((await at.clientWith({ cookie: leaver.cookie }).api.staff.me.$get()).status).toBe(401);
  await at.owner.updateTable('cases').set({ handlerId: leaver.id }).where('number', '=', number).execute();
  expect((await read(`/preview/${leaver.id}`, crew.officers.QT.headers)).body['person']).toMatchObject({
    isOpen: false,
  });
  expect((await handOver({ toId: receiver.id })).status).toBe(201);
  expect((await rowOf(number)).handlerId).toBe(receiver.id);
  const kinds = await at.owner
    .selectFrom('securityEvents')
    .select('kind')
    .where('subjectId', '=', leaver.id)
    .where('kind', 'in', ['handed-over', 'account-closed'])
    .orderBy('id')
    .execute();
  expect(kinds.map(({ kind }) => kind).slice(-3)).toEqual(['handed-over', 'account-closed', 'handed-over']);
});

test('refuses at its field, and then nothing is written', async () => {
  const number = await inHand('assigned').catch(() => undefined);
  const count = () => at.owner.selectFrom('staffHandovers').select('id').execute();
  const before = (await count()).length;
  const pointerOf = async (said: object) => (await handOver(said)).body.errors?.[0]?.pointer;
  expect(await pointerOf({ toId: '' })).toBe('/toId');
  expect(await pointerOf({ toId: leaver.id })).toBe('/toId');
  expect(await pointerOf({ toId: crew.officers.TN.id })).toBe('/toId');
  expect(await pointerOf({ toId: receiver.id, substituteId: receiver.id })).toBe('/substituteId');
  expect(await pointerOf({ toId: receiver.id, reason: 'x' })).toBe('/reason');
  expect(await pointerOf({ fromId: 'khong-co', toId: receiver.id })).toBe('/fromId');
  expect(await pointerOf({ fromId: '', toId: receiver.id })).toBe('/fromId');
  // The receiver goes away too.
  await at.owner.updateTable('staffUsers').set({ active: false }).where('id', '=', receiver.id).execute();
  expect(await pointerOf({ toId: receiver.id })).toBe('/toId');
  expect((await handOver({ toId: receiver.id }, 'TP')).status).toBe(403);
  expect((await count()).length).toBe(before);
  if (number) expect((await rowOf(number)).handlerId).toBe(leaver.id);
});
