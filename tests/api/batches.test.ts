// Promises of many at once: the same as so many single steps, by the same rules; one event each; what was chosen is looked at
// before; pressed twice it is done once; what can be undone is, before any letter has gone.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepFor, type PlanBatch } from '../../api/batches/acts.ts';
import { continueBatch } from '../../api/batches/run-service.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { post } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { runJobs } from '../support/portal/jobs.ts';
import type { Who } from '../support/portal/officers.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let at: TestPortal;
let crew: Crew;
const start = '2026-03-02T08:00:00+07:00';
beforeAll(async () => {
  at = await openTestPortal({ now: start });
  crew = await openCrew(at);
});
afterAll(() => at.close());

const headersOf = (who: Who) => crew.officers[who].headers;
const send = (who: Who, path: string, body: object = {}) =>
  post(at, `/api/staff/batches${path}`, body, headersOf(who));
async function look(who: Who, id: string) {
  const answer = await at.request(`/api/staff/batches/${id}`, { headers: headersOf(who) });
  return { status: answer.status, body: (await answer.json()) as Record<string, any> };
}
async function choose(who: Who, act: string, numbers: string[], more: object = {}) {
  const { status, body } = await send(who, '', { act, numbers, ...more });
  expect([status, body['code'] ?? null]).toEqual([201, null]);
  return body['id'] as string;
}
/** Chosen, looked at and done. */
async function doMany(who: Who, act: string, numbers: string[], said: object) {
  const id = await choose(who, act, numbers);
  const planned = await send(who, `/${id}/plan`, { act, ...said });
  expect(planned.status).toBe(200);
  expect((await send(who, `/${id}/run`, { plan: planned.body['plan'] })).status).toBe(202);
  await runJobs(at.portal, { name: 'batch', evenLater: true });
  return id;
}
const rowOf = (number: string) =>
  at.owner.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
const eventsOf = async (number: string) => {
  const { id } = await rowOf(number);
  const rows = await at.owner
    .selectFrom('caseEvents')
    .select(['step', 'actorId', 'fromStatus', 'toStatus', 'data'])
    .where('caseId', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map(({ step }) => step);
};
const waiting = async (state = 'created') => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from jobs.job where name = 'notice' and state = ${state}`.execute(at.owner);
  return rows[0]?.n;
};
/** Of what officers are to be told. */
const happenedTo = async (number: string) => {
  const { id: caseId } = await rowOf(number);
  const rows = await at.owner
    .selectFrom('officerHappenings')
    .select('occasion')
    .where('caseId', '=', caseId)
    .execute();
  return rows.map(({ occasion }) => occasion);
};
const reason = 'Quảng cáo bán hàng, không phải phản ánh (dữ liệu thử).';
const told = { email: 'a@thu.example', consentsToNotices: true };
const casesIn = async (status: string, n: number, said: object = {}) => {
  const numbers: string[] = [];
  for (let i = 0; i < n; i += 1) numbers.push((await crew.caseIn(status, { ...said })).number);
  return numbers;
};

test('assigns each case by its own step, with one event each, in a register that fits', async () => {
  const accepted = await casesIn('accepted', 2);
  const assigned = await casesIn('assigned', 1);
  const submitted = await casesIn('submitted', 1);
  const numbers = [...accepted, ...assigned, ...submitted];
  const id = await choose('CVP', 'assign', numbers);
  const said = { handlerId: crew.officers.otherXL.id, units: ['van-phong'], note: 'Ưu tiên (dữ liệu thử).' };
  const planned = await send('CVP', `/${id}/plan`, { act: 'assign', ...said });
  expect(planned.body).toEqual({ plan: 1 });
  const shown = (await look('CVP', id)).body;
  expect(shown['items'].map(({ foreseen }: any) => [foreseen.to, foreseen.refused])).toEqual([
    ['assigned', null],
    ['assigned', null],
    ['assigned', null],
    [null, 'Hồ sơ đang ở trạng thái “Mới tiếp nhận, chờ phân loại”.'],
  ]);
  // Looking changes nothing.
  expect(await Promise.all(numbers.map(async (number) => (await rowOf(number)).handlerId))).toEqual([
    null,
    null,
    crew.officers.XL.id,
    null,
  ]);
  expect((await send('CVP', `/${id}/run`, { plan: 1 })).status).toBe(202);
  expect((await send('CVP', `/${id}/run`, { plan: 1 })).status).toBe(202);
  await runJobs(at.portal, { name: 'batch', evenLater: true });
  const done = (await look('CVP', id)).body;
  expect(done['state']).toBe('done');
  expect(done['items'].map(({ state }: any) => state)).toEqual(['done', 'done', 'done', 'refused']);
  expect(await Promise.all(numbers.map(eventsOf))).toEqual([
    ['submit', 'classify', 'accept', 'assign'],
    ['submit', 'classify', 'accept', 'assign'],
    ['submit', 'classify', 'accept', 'assign', 'reassign'],
    ['submit'],
  ]);
  const row = await rowOf(numbers[0]!);
  expect([row.handlerId, row.unit, row.status]).toEqual([
    crew.officers.otherXL.id,
    'chi-cuc-tdc',
    'assigned',
  ]);
  await sequenceLedger(at.portal);
  expect(await verifyLedger(at.owner)).toMatchObject({ fits: true });
});

test('undoes within ten seconds, by an event, before any letter has gone; the register, the timeline and the figures know no more of it', async () => {
  const [number = ''] = await casesIn('submitted', 1, told);
  const { number: other, secret } = await crew.caseIn('submitted', told);
  await runJobs(at.portal, { name: 'notice' });
  const before = await Promise.all([number, other].map(rowOf));
  const id = await doMany('CVP', 'spam', [number, other], { contentCode: '5.2', reason });
  expect((await rowOf(number)).status).toBe('rejected');
  // The letters wait until the time is over.
  expect(await runJobs(at.portal, { name: 'notice' })).toEqual([]);
  expect(await waiting()).toBe(2);
  expect((await look('CVP', id)).body['undoUntil']).toBe('2026-03-02T01:00:10.000Z');
  expect((await send('CVP', `/${id}/undo`)).status).toBe(202);
  expect((await send('CVP', `/${id}/undo`)).status).toBe(202);
  await runJobs(at.portal, { name: 'batch', evenLater: true });
  expect((await look('CVP', id)).body['items'].map(({ state }: any) => state)).toEqual(['undone', 'undone']);
  expect(await waiting()).toBe(0);
  const after = await Promise.all([number, other].map(rowOf));
  // That something has happened to it stays true.
  const free = ({ version: _, happenedAt: __, ...row }: (typeof before)[number]) => row;
  expect(after.map(free)).toEqual(before.map(free));
  expect(await eventsOf(number)).toEqual(['submit', 'classify', 'reject', 'undo']);
  const seen = await post(at, '/api/cases/lookup', { number: other, secret });
  expect((seen.body['timeline'] as { text: string }[]).map(({ text }) => text)).toHaveLength(1);
  await sequenceLedger(at.portal);
  expect(await verifyLedger(at.owner)).toMatchObject({ fits: true });
});

test('no officer is told of what was undone', async () => {
  const [number = ''] = await casesIn('accepted', 1);
  const id = await doMany('CVP', 'assign', [number], {
    handlerId: crew.officers.XL.id,
    units: ['chi-cuc-tdc'],
  });
  expect(await happenedTo(number)).toEqual(['assigned']);
  await send('CVP', `/${id}/undo`);
  await runJobs(at.portal, { name: 'batch', evenLater: true });
  expect(await happenedTo(number)).toEqual([]);
  const row = await rowOf(number);
  expect([row.status, row.handlerId, row.unit]).toEqual(['accepted', null, null]);
  const units = await at.owner.selectFrom('caseUnits').select('unit').where('caseId', '=', row.id).execute();
  expect(units).toEqual([]);
});

test('undoes nothing once the time is over, and says so; the letters then go', async () => {
  const [number = ''] = await casesIn('submitted', 1, told);
  await runJobs(at.portal, { name: 'notice' });
  const id = await doMany('CVP', 'spam', [number], { contentCode: '5.2', reason });
  at.clock.set('2026-03-02T08:00:11+07:00');
  const late = await send('CVP', `/${id}/undo`);
  at.clock.set(start);
  expect([late.status, late.body['detail']]).toEqual([
    409,
    'Đã quá 10 giây: thư báo đã gửi đi, không hoàn tác được nữa. Muốn sửa, hãy làm ở từng hồ sơ.',
  ]);
  expect((await rowOf(number)).status).toBe('rejected');
  expect(await runJobs(at.portal, { name: 'notice', evenLater: true })).toEqual(['notice done']);
  // A letter that has gone cannot be taken back, whatever the clock says.
  expect((await send('CVP', `/${id}/undo`)).status).toBe(202);
  await runJobs(at.portal, { name: 'batch', evenLater: true });
  const [item] = (await look('CVP', id)).body['items'];
  expect([item.state, item.outcome]).toEqual(['kept', 'Thư báo đã gửi đi, không hoàn tác được nữa.']);
  expect((await rowOf(number)).status).toBe('rejected');
});

test('puts back what waited for a signature, and leaves alone what somebody else has changed meanwhile', async () => {
  const numbers = await casesIn('submitted', 2);
  await doMany('TN', 'spam', numbers, { contentCode: '5.2', reason });
  const waits = async (number: string) => (await crew.seen('CVP', number)).body['proposal'];
  const proposed = await waits(numbers[0]!);
  expect(proposed).toMatchObject({ step: 'reject', input: { ground: 'spam', contentCode: '5.2', reason } });
  // The chief of office signs both, then finds that one was none.
  const id = await doMany('CVP', 'spam', numbers, { reason: 'Thư rác, không phải phản ánh (dữ liệu thử).' });
  expect((await look('CVP', id)).body['items'].map(({ state }: any) => state)).toEqual(['done', 'done']);
  expect((await crew.take('CVP', numbers[1]!, 'reopen-rejected', { reason })).status).toBe(200);
  await send('CVP', `/${id}/undo`);
  await runJobs(at.portal, { name: 'batch', evenLater: true });
  const items = (await look('CVP', id)).body['items'];
  expect(items.map(({ state }: any) => state)).toEqual(['undone', 'kept']);
  expect(items[1].outcome).toMatch(/^“Mở lại theo yêu cầu của người gửi”, cvp-.* Không hoàn tác được nữa\.$/);
  expect(await waits(numbers[0]!)).toEqual(proposed);
});

test('takes no case that has changed since it was looked at, and tells which', async () => {
  const numbers = await casesIn('accepted', 2);
  const id = await choose('CVP', 'assign', numbers);
  await send('CVP', `/${id}/plan`, { act: 'assign', handlerId: crew.officers.XL.id });
  await crew.take('TN', numbers[0]!, 'note', { note: 'Người gửi gọi lại (dữ liệu thử).' });
  await send('CVP', `/${id}/run`, { plan: 1 });
  await runJobs(at.portal, { name: 'batch', evenLater: true });
  const items = (await look('CVP', id)).body['items'];
  expect(items.map(({ state }: any) => state)).toEqual(['refused', 'done']);
  expect(items[0].outcome).toMatch(/^Hồ sơ đã thay đổi từ lúc xem trước\. “Ghi chú nội bộ”/);
  expect(await eventsOf(numbers[0]!)).toEqual(['submit', 'classify', 'accept', 'note']);
});

test('another plan than the one that was looked at is not carried out', async () => {
  const [number = ''] = await casesIn('accepted', 1);
  const id = await choose('CVP', 'assign', [number]);
  await send('CVP', `/${id}/plan`, { act: 'assign', handlerId: crew.officers.XL.id });
  await send('CVP', `/${id}/plan`, { act: 'assign', handlerId: crew.officers.otherXL.id });
  const { status, body } = await send('CVP', `/${id}/run`, { plan: 1 });
  expect([status, body['code']]).toEqual([409, 'stale']);
  expect((await rowOf(number)).status).toBe('accepted');
});

test('merges into one case, which is itself left out, and reminds', async () => {
  const numbers = await casesIn('submitted', 3);
  const [main = ''] = numbers;
  const id = await doMany('TN', 'merge', numbers, {
    contentCode: '5.2',
    into: main,
    reason: 'Cùng một việc.',
  });
  const items = (await look('TN', id)).body['items'];
  expect(items.map(({ state }: any) => state)).toEqual(['refused', 'done', 'done']);
  expect(items[0].outcome).toBe('Không có hồ sơ đang mở nào mang mã này để gộp vào.');
  const { id: mainId } = await rowOf(main);
  expect((await rowOf(numbers[1]!)).mergedInto).toBe(mainId);
  await doMany('CVP', 'remind', [main], { note: 'Sắp đến hạn (dữ liệu thử).' });
  expect(await eventsOf(main)).toEqual(['submit', 'remind']);
  expect(await happenedTo(main)).toEqual(['reminded']);
});

test('nobody does with many what they may not do with one, or to what they may not see', async () => {
  const [number = ''] = await casesIn('accepted', 1);
  for (const who of ['XL', 'MC', 'BT', 'QT'] as const)
    expect((await send(who, '', { act: 'remind', numbers: [number] })).status).toBe(403);
  expect((await send('TN', '', { act: 'assign', numbers: [number] })).status).toBe(403);
  // The head of another unit does not know of it.
  const unseen = await send('otherTP', '', { act: 'remind', numbers: [number] });
  expect([unseen.status, unseen.body.errors]).toEqual([
    422,
    [{ pointer: '/numbers', detail: 'Không có hồ sơ nào để làm. Hãy chọn lại ở danh sách.' }],
  ]);
  const id = await choose('CVP', 'assign', [number]);
  expect((await look('LD', id)).status).toBe(404);
  expect((await send('LD', `/${id}/plan`, { act: 'assign', handlerId: crew.officers.XL.id })).status).toBe(
    404,
  );
  // Out of sight between looking and doing.
  await send('CVP', `/${id}/plan`, { act: 'assign', handlerId: crew.officers.XL.id });
  await at.owner
    .insertInto('caseSubjects')
    .values({ caseId: (await rowOf(number)).id, unit: 'van-phong', staffId: crew.officers.CVP.id })
    .execute();
  await send('CVP', `/${id}/run`, { plan: 1 });
  await runJobs(at.portal, { name: 'batch', evenLater: true });
  const [item] = (await look('CVP', id)).body['items'];
  expect([item.line, item.state]).toEqual([null, 'refused']);
  expect((await rowOf(number)).status).toBe('accepted');
});

test('what is wrong with all of them is said at its field', async () => {
  const numbers = await casesIn('submitted', 2);
  const id = await choose('CVP', 'spam', numbers);
  const { status, body } = await send('CVP', `/${id}/plan`, { act: 'spam', reason });
  expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/contentCode']]);
  const short = await send('CVP', `/${id}/plan`, { act: 'spam', contentCode: '5.2', reason: 'x' });
  expect([short.status, short.body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/reason']]);
});

test('all that a list finds, up to the most that one deed takes', async () => {
  const made = await casesIn('submitted', 3, { body: 'Một việc khác hẳn để tìm (dữ liệu thử).' });
  const id = await choose('CVP', 'spam', [], { list: { view: 'open', status: 'submitted' } });
  const numbers = (await look('CVP', id)).body['items'].map(({ number }: any) => number);
  expect(numbers).toEqual(expect.arrayContaining(made));
  const answer = await at.request('/api/staff/batches/found?view=open&status=submitted', {
    headers: headersOf('CVP'),
  });
  expect(await answer.json()).toEqual({ count: numbers.length, isMore: false });
  const key = await post(at, '/api/staff/cases/searches', { sought: made[0] }, headersOf('CVP'));
  const found = await choose('CVP', 'spam', [], { search: key.body['key'] });
  expect((await look('CVP', found)).body['items'].map(({ number }: any) => number)).toEqual([made[0]]);
});

test('a batch is so many single steps: the same for every act and every mix of states', async () => {
  // Into which both are merged, the one by one and the many.
  const { number: common } = await crew.caseIn('accepted');
  const plans = {
    assign: { who: 'CVP', said: { act: 'assign', handlerId: crew.officers.XL.id, units: [] } },
    spam: { who: 'TN', said: { act: 'spam', contentCode: '5.2', reason } },
    sign: { who: 'CVP', said: { act: 'spam', contentCode: '5.3', reason } },
    merge: { who: 'TN', said: { act: 'merge', into: common, contentCode: '5.2', reason } },
    remind: { who: 'TP', said: { act: 'remind', note: 'Xin xem sớm (dữ liệu thử).' } },
  } as const;
  type Name = keyof typeof plans;
  const seen = async (number: string) => {
    const { status, track, contentCode, handlerId, unit, stageDueOn, dueOn, restricted, closedAt } =
      await rowOf(number);
    const row = { status, track, contentCode, handlerId, unit, stageDueOn, dueOn, restricted };
    return { ...row, isClosed: closedAt !== null, steps: await eventsOf(number) };
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Name>('assign', 'spam', 'sign', 'merge', 'remind'),
      fc.array(fc.constantFrom('submitted', 'accepted', 'assigned', 'reply_draft', 'answered'), {
        minLength: 1,
        maxLength: 4,
      }),
      async (name, states) => {
        const { who, said } = plans[name];
        const pairs: [string, string][] = [];
        for (const state of states)
          pairs.push([(await crew.caseIn(state)).number, (await crew.caseIn(state)).number]);
        const singly = [];
        for (const [number] of pairs) {
          const { status, track, version } = await rowOf(number);
          const step = stepFor(said as unknown as PlanBatch, { status, track, version });
          const answer = await post(at, `/api/staff/cases/${number}/steps`, step, headersOf(who));
          const { detail = '', errors = [] } = answer.body as {
            detail?: string;
            errors?: { detail: string }[];
          };
          const words =
            errors.map((one) => one.detail).join(' ') || detail.replace(' Hãy tải lại trang.', '');
          singly.push(answer.status === 200 ? null : words);
        }
        const { act, ...rest } = said;
        const both = pairs.map(([, other]) => other);
        const visible = await send(who, '', { act, numbers: both });
        // Out of the head's sight, all of them.
        if (visible.status === 422) return;
        const id = visible.body['id'] as string;
        const planned = await send(who, `/${id}/plan`, { act, ...rest });
        if (planned.status === 200) {
          await send(who, `/${id}/run`, { plan: 1 });
          await runJobs(at.portal, { name: 'batch', evenLater: true });
          const told = new Map<string, string | null>(
            (await look(who, id)).body['items'].map(({ number, outcome }: any) => [number, outcome]),
          );
          for (const [index, number] of both.entries())
            if (told.has(number)) expect(told.get(number)).toBe(singly[index]);
        }
        for (const [number, other] of pairs) expect(await seen(other)).toEqual(await seen(number));
      },
    ),
    { numRuns: 10 },
  );
});

test('a look at many that takes long goes on behind the request, and nothing is done before it is over', async () => {
  const numbers = [(await crew.caseIn('accepted')).number, (await crew.caseIn('accepted')).number];
  const many = await choose('CVP', 'assign', numbers);
  const said = { act: 'assign', handlerId: crew.officers.XL.id, units: [] };
  expect((await send('CVP', `/${many}/plan`, said)).body).toEqual({ plan: 1 });
  // As it stands when nobody waited for the second one.
  await sql`update case_batches set state = 'planning' where id::text = ${many}`.execute(at.owner);
  await sql`update case_batch_items set foreseen = null where batch_id::text = ${many} and place = 1`.execute(
    at.owner,
  );
  const under = (await look('CVP', many)).body;
  expect([under['state'], under['items'].map(({ foreseen }: any) => foreseen !== null)]).toEqual([
    'planning',
    [true, false],
  ]);
  // Nothing is done that was not looked at.
  expect((await send('CVP', `/${many}/run`, { plan: 1 })).status).toBe(409);
  expect((await rowOf(numbers[0] ?? '')).status).toBe('accepted');
  await continueBatch(at.portal, { batchId: many });
  const after = (await look('CVP', many)).body;
  expect([after['state'], after['plan'], after['items'].map(({ foreseen }: any) => foreseen?.to)]).toEqual([
    'planned',
    1,
    ['assigned', 'assigned'],
  ]);
  expect((await send('CVP', `/${many}/run`, { plan: 1 })).status).toBe(202);
  await runJobs(at.portal, { name: 'batch', evenLater: true });
  for (const number of numbers) expect((await rowOf(number)).status).toBe('assigned');
});

test('each case is done in a transaction of its own, so that no lock is held for long', async () => {
  const numbers = await casesIn('accepted', 12);
  const batch = await doMany('CVP', 'assign', numbers, { handlerId: crew.officers.XL.id });
  const { body } = await look('CVP', batch);
  expect(body['items'].map(({ state }: any) => state)).toEqual(numbers.map(() => 'done'));
  const { rows } = await sql<{ n: number }>`
    select count(distinct xmin::text)::int as n from case_events where step = 'assign' and case_id in (
      select case_id from case_batch_items where batch_id = ${batch}::uuid)`.execute(at.owner);
  expect(rows[0]?.n).toBe(12);
});
