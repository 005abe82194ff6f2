// Who was merged into another's case gets a letter of their own: never the one that was written to the other.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, publication, reply, type Crew } from '../support/portal/crew.ts';
import { openMailbox } from '../support/stand-ins/mailbox.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { runJobs } from '../support/portal/jobs.ts';

let test: TestPortal;
let crew: Crew;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
beforeAll(async () => {
  mailbox = await openMailbox();
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00', env: { SMTP_URL: mailbox.url } });
  crew = await openCrew(test);
});
afterAll(async () => {
  await test.close();
  await mailbox.close();
});

const main = {
  name: 'Lò Thị Thử Một',
  address: '12 đường Thử Nghiệm, phường Thử, tỉnh Quảng Ngãi',
  phone: '0905 123 456',
  email: 'lo.thu.mot@thu.example',
  consentsToNotices: true,
};
const other = {
  name: 'Người Thử Hai',
  phone: '0905 999 888',
  email: 'nguoi.thu.hai@thu.example',
  consentsToNotices: true,
};
const body =
  'Kính gửi bà Lò Thị Thử Một, 12 đường Thử Nghiệm, điện thoại 0905.123.456: biểu mẫu sẽ được sửa (dữ liệu thử).';
const own = 'Biểu mẫu sẽ được sửa, không yêu cầu bản giấy nữa (dữ liệu thử của bài kiểm).';
const personal = ['Thử Một', '0905.123.456', '0905 123 456', 'lo.thu.mot', 'Thử Nghiệm, '];

/** Two cases, the second merged into the first, whose reply names its sender and waits to be approved. */
async function waiting() {
  const [first, second] = [await submit(test, main), await submit(test, other)];
  const must = async (...call: Parameters<Crew['take']>) =>
    expect([call[2], (await crew.take(...call)).status]).toEqual([call[2], 200]);
  await must('TN', second.number, 'merge', {
    contentCode: '5.2',
    into: first.number,
    reason: 'Cùng một việc.',
  });
  await must('TN', first.number, 'classify', { contentCode: '5.2', summary: 'Biểu mẫu yêu cầu bản giấy.' });
  await must('TN', first.number, 'accept');
  await must('CVP', first.number, 'assign', { handlerId: crew.officers.XL.id });
  await must('XL', first.number, 'draft-reply', { ...reply, body });
  await must('TP', first.number, 'submit-reply');
  return { first, second };
}
const seenBy = async ({ number, secret }: { number: string; secret: string }) =>
  (await post(test, '/api/cases/lookup', { number, secret })).body;

it('is not approved while the letter to the others names the sender, and nothing is written', async () => {
  const { first, second } = await waiting();
  const refused = await crew.take('LD', first.number, 'approve', { confirmedMasked: true });
  expect([refused.status, refused.body['detail']]).toEqual([
    422,
    'Trả lời này còn gửi cho 1 người gửi hồ sơ gộp và có dữ liệu cá nhân. Viết bản riêng cho họ, che đi, hoặc xác nhận nếu không phải.',
  ]);
  expect(refused.body.errors?.map(({ pointer }) => pointer)).toContain('/mergedBody');
  const still = await crew.take('LD', first.number, 'approve', {
    mergedBody: `${own} ĐT 0905-123-456.`,
    confirmedMasked: true,
  });
  expect(still.body.errors?.[0]?.pointer).toBe('/mergedBody');
  expect((await seenBy(first))['answeredAt']).toBeNull();
  expect((await seenBy(second))['reply']).toBeNull();
});

it('goes to each with the words for them: page, letter by mail, and the officer’s view', async () => {
  const { first, second } = await waiting();
  expect((await crew.take('LD', first.number, 'approve', { mergedBody: own })).status).toBe(200);
  await runJobs(test.portal, { name: 'notice' });
  expect((await seenBy(first))['reply']).toMatchObject({ body });
  const seen = await seenBy(second);
  expect(seen['reply']).toEqual({ body: own, outcome: 'recommend' });
  const letters = mailbox.letters.filter(({ to }) => to.includes(other.email));
  expect(letters.some(({ text }) => text.includes(own))).toBe(true);
  const { body: desk } = await crew.seen('TN', second.number);
  for (const word of personal)
    for (const text of [
      JSON.stringify(seen),
      JSON.stringify(desk),
      ...letters.map((one) => one.text + one.headers),
    ])
      expect([word, text.includes(word)]).toEqual([word, false]);
  // What is published of the common case may name nobody of those merged either.
  const refused = await crew.take('BT', first.number, 'publish', {
    ...publication,
    answer: `${publication.answer} Điện thoại 0905 999 888.`,
    confirmedMasked: true,
  });
  expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['/answer']);
});

it('is the reply itself where that holds nobody’s data', async () => {
  const [first, second] = [await crew.caseIn('submitted'), await submit(test, other)];
  const steps = [
    ['TN', 'classify', { contentCode: '5.2', summary: 'Biểu mẫu yêu cầu bản giấy.' }],
    ['TN', 'accept', {}],
    ['CVP', 'assign', { handlerId: crew.officers.XL.id }],
    ['XL', 'draft-reply', reply],
    ['TP', 'submit-reply', {}],
    ['LD', 'approve', {}],
  ] as const;
  expect(
    (
      await crew.take('TN', second.number, 'merge', {
        contentCode: '5.2',
        into: first.number,
        reason: 'Cùng một việc.',
      })
    ).status,
  ).toBe(200);
  for (const [who, step, fields] of steps)
    expect([step, (await crew.take(who, first.number, step, fields)).status]).toEqual([step, 200]);
  expect((await seenBy(second))['reply']).toEqual({ body: reply.body, outcome: 'recommend' });
});

it('answered before there were letters of their own: what is published, never the letter to the other', async () => {
  const { first, second } = await waiting();
  expect((await crew.take('LD', first.number, 'approve', { mergedBody: own })).status).toBe(200);
  await test.owner.transaction().execute(async (trx) => {
    const { sql } = await import('kysely');
    await sql`set local session_replication_role = replica`.execute(trx);
    const id = sql`(select id from cases where number = ${second.number})`;
    await sql`delete from case_replies where case_id = ${id}`.execute(trx);
    await sql`update case_events set data = '{}' where case_id = ${id} and step = 'answer-merged'`.execute(
      trx,
    );
  });
  expect((await seenBy(second))['reply']).toBeNull();
  expect((await crew.take('BT', first.number, 'publish', publication)).status).toBe(200);
  expect((await seenBy(second))['reply']).toEqual({ body: publication.answer, outcome: 'recommend' });
});
