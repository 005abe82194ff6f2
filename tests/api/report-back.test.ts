// Promises of reporting back: a case that a higher authority sent on is owed a report once it has ended, on every list that
// asks for it, until the day it was made is written down; answered anew it is owed again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { owesReport } from '../../api/cases/dates/report.ts';
import { Status } from '../../api/cases/lifecycle.ts';
import { freshKey, post, submission } from '../support/portal/case.ts';
import { classification, openCrew, reply, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { localDate } from '../../api/dates/dates.ts';

let at: TestPortal;
let crew: Crew;
beforeAll(async () => {
  at = await openTestPortal();
  crew = await openCrew(at);
});
afterAll(() => at.close());

const forwarded = async (said: object = {}) => {
  const { status, body } = await post(
    at,
    '/api/staff/cases',
    {
      ...submission,
      readPrivacyNotice: undefined,
      source: 'vp-ubnd',
      originNumber: '88/VP-KSTT',
      originOn: today(),
      originDueOn: '2027-01-05',
      ...said,
    },
    { ...crew.officers.TN.headers, 'idempotency-key': freshKey() },
  );
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body['number']);
};
const today = () => localDate(at.portal.now());
const must = async (...call: Parameters<Crew['take']>) =>
  expect([call[2], (await crew.take(...call)).status]).toEqual([call[2], 200]);
async function answered(number: string) {
  await must('TN', number, 'classify', classification);
  await must('TN', number, 'accept');
  await must('CVP', number, 'assign', { handlerId: crew.officers.XL.id });
  await must('XL', number, 'draft-reply', reply);
  await must('TP', number, 'submit-reply');
  await must('LD', number, 'approve');
}
const listed = async (number: string) => {
  const answer = await at.request('/api/staff/cases?view=to-report', { headers: crew.officers.TN.headers });
  const { cases } = (await answer.json()) as { cases: { number: string; reportDueOn: string | null }[] };
  return cases.find((one) => one.number === number);
};

test.each([
  [{ originOn: '1999-12-31', originDueOn: undefined }, '/originOn'],
  [{ originDueOn: '2999-01-05' }, '/originDueOn'],
])('a day that no letter can carry, %j, is refused at its field', async (said, pointer) => {
  await expect(forwarded(said)).rejects.toThrow(`"pointer":"${pointer}"`);
});

test('what was sent on to us is owed a report from its end on, by the day that the authority has set', async () => {
  const number = await forwarded();
  expect(await listed(number)).toBeUndefined();
  expect((await crew.seen('TN', number)).body['steps']).not.toContain('report-back');
  await answered(number);
  expect(await listed(number)).toMatchObject({ reportDueOn: '2027-01-05' });
  expect((await crew.seen('TN', number)).body).toMatchObject({ reportDueOn: '2027-01-05' });
  await must('TN', number, 'report-back', { reportedOn: today(), reportNumber: '15/SKHCN-VP' });
  expect(await listed(number)).toBeUndefined();
  expect((await crew.seen('CVP', number)).body).toMatchObject({
    reportedOn: today(),
    reportNumber: '15/SKHCN-VP',
    reportDueOn: null,
  });
});

test('its day is neither ahead of today nor before it came; a case of our own owes nobody', async () => {
  const number = await forwarded();
  await answered(number);
  const refused = async (reportedOn: string) =>
    (await crew.take('TN', number, 'report-back', { reportedOn })).body;
  expect(await refused('2999-01-01')).toMatchObject({ errors: [{ pointer: '/reportedOn' }] });
  expect(await refused('2020-01-01')).toMatchObject({ errors: [{ pointer: '/reportedOn' }] });
  expect(await listed(number)).toBeDefined();
  const { number: own } = await crew.caseIn('answered');
  expect(await listed(own)).toBeUndefined();
  expect((await crew.take('TN', own, 'report-back', { reportedOn: today() })).status).toBe(409);
  expect((await crew.take('XL', number, 'report-back', { reportedOn: today() })).status).toBe(403);
});

test('the letter back says their number, and what became of the case', async () => {
  const number = await forwarded();
  await answered(number);
  const path = `/api/staff/cases/${number}/letters/report`;
  const answer = await at.request(path, { headers: crew.officers.TN.headers });
  const { letter, seen } = (await answer.json()) as { letter: Record<string, any>; seen: string };
  const words = letter['body'].map(({ text }: { text: string }) => text).join('\n');
  expect(letter['to']).toEqual([at.portal.content.department.statutoryReceiver]);
  expect(letter['copies'][0]).toBe('Như trên (b/c);');
  expect(words).toContain('Văn bản số 88/VP-KSTT ngày');
  expect(words).toContain(reply.body);
  const form = {
    template: 'bao-cao-ket-qua',
    seen,
    numbering: 'next',
    capacity: 'GIÁM ĐỐC',
    signer: 'Người Ký Thử',
  };
  expect((await post(at, path, form, crew.officers.TN.headers)).status).toBe(201);
});

test('the database reckons what is owed as the rule does, for every state and source', async () => {
  const number = await forwarded();
  const read = () =>
    at.owner
      .selectFrom('cases')
      .select(['source', 'status', 'answeredAt', 'erasedAt', 'reportedOn', 'reportOwed', 'closedAt'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
  for (const status of Status.options.filter((one) => one !== 'draft'))
    for (const source of ['web', 'vp-ubnd', 'dvcqg'] as const)
      for (const reportedOn of [null, '2026-11-20', '2026-11-21'])
        for (const answeredAt of [null, new Date('2026-11-20T17:30:00Z')]) {
          const closedAt =
            owesReport({ source: 'vp-ubnd', status, answeredAt: null, erasedAt: null, reportedOn: null }) &&
            status !== 'answered'
              ? new Date()
              : null;
          await at.owner
            .updateTable('cases')
            .set({ status, source, reportedOn, answeredAt, closedAt })
            .where('number', '=', number)
            .execute();
          const row = await read();
          expect([status, source, reportedOn, answeredAt, row.reportOwed]).toEqual([
            status,
            source,
            reportedOn,
            answeredAt,
            owesReport(row),
          ]);
        }
});
