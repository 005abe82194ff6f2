// What an officer may not open does not exist for them: nothing they can see or download tells that a case complains of them.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { View } from '../../api/desk/view.ts';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

type Officer = Awaited<ReturnType<typeof signedInAs>>;
let test: TestPortal;
let crew: Crew;
let others: { TN: Officer; LD: Officer };
const base: string[] = [];
const roles = ['TN', 'CVP', 'LD', 'XL', 'TP', 'BT', 'MC', 'QT'] as const;
type Who = (typeof roles)[number];

beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:00:00+07:00' });
  crew = await openCrew(test);
  const unit = 'van-phong';
  crew.officers.TP = await signedInAs(test, 'TP', unit);
  crew.officers.XL = await signedInAs(test, 'XL', unit);
  others = { TN: await signedInAs(test, 'TN'), LD: await signedInAs(test, 'LD', 'lanh-dao') };
  for (const status of ['submitted', 'accepted', 'assigned', 'answered', 'published'])
    base.push((await crew.caseIn(status)).number);
});
afterAll(() => test.close());

const rowOf = (number: string) =>
  test.portal.db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirstOrThrow();

async function step(by: Officer, number: string, name: string, fields: object = {}) {
  const { version } = await rowOf(number);
  const path = `/api/staff/cases/${number}/steps`;
  const { status, body } = await post(test, path, { step: name, version, ...fields }, by.headers);
  if (status !== 200) throw new Error(`${name} refused: ${JSON.stringify(body)}`);
  return body as Record<string, any>;
}

const period = 'from=2026-11-01&to=2026-11-30';
const forms = ['so-tiep-nhan', 'ii-05a', 'tt-01-2018'];
/** Everything in which a case could show, for one officer. */
async function everything({ headers }: Officer): Promise<Record<string, string>> {
  const paths = [
    ...View.options.map((view) => `/cases?view=${view}`),
    '/cases/counts',
    ...base.flatMap((number) => [`/cases/${number}`, `/cases/${number}/similar`]),
    ...forms.map((form) => `/reports/preview?form=${form}&${period}`),
    ...forms.map((form) => `/reports/drafts/${form}.csv?${period}`),
    ...[1, 4, 6].map(
      (n) => `/reports/preview/cases?form=ii-05a&${period}&behind=${encodeURIComponent(`*/${n}`)}`,
    ),
    '/reports',
    '/jobs/dead',
    '/obligations?year=2026',
    '/surveys',
  ];
  const seen: Record<string, string> = {};
  for (const path of paths) {
    const answer = await test.request(`/api/staff${path}`, { headers });
    seen[path] = `${answer.status} ${(await answer.text()).replaceAll(/"requestId":"[^"]*"/g, '')}`;
  }
  const change = {
    date: '2026-11-27',
    kind: 'off',
    reason: 'Nghỉ thử nghiệm',
    decision: 'QĐ thử 1/2026',
    certainty: 'decided',
  };
  const asked = await post(test, '/api/staff/calendar/preview', { changes: [change] }, headers);
  seen['calendar'] = JSON.stringify([asked.status, asked.body['counts'], asked.body['cases']]);
  return seen;
}

/** How far a case goes that complains of somebody. */
const ways = [
  'classified',
  'referred',
  'assigned',
  'locked',
  'guided',
  'merged',
  'split',
  'transferred',
] as const;
async function complaintOf(who: Who, asUnit: boolean, way: (typeof ways)[number]): Promise<string> {
  const officer = crew.officers[who];
  const { number } = await submit(test, {
    contentCode: '5.1',
    body: `Người ở quầy ${who} chậm trả kết quả (dữ liệu thử).`,
  });
  await step(others.TN, number, 'classify', {
    contentCode: '5.1',
    summary: 'Chậm trả kết quả, không hẹn lại.',
    ...(asUnit ? { subjectUnit: officer.me.unit } : { subjectId: officer.id }),
  });
  const paper = { agency: 'Sở thử nghiệm khác', documentNumber: '01/SKHCN-VP', documentOn: '2026-11-20' };
  if (way === 'referred' || way === 'assigned') await step(others.TN, number, 'refer-conduct');
  if (way === 'assigned')
    await step(others.LD, number, 'assign-conduct', { handlerId: crew.officers.otherXL.id });
  if (way === 'locked') await step(others.TN, number, 'lock', { reason: 'Nội dung là tố cáo.' });
  if (way === 'guided')
    await step(others.TN, number, 'guide-out', {
      kind: 'complaint',
      guidance: 'Xin gửi theo Luật Khiếu nại.',
    });
  if (way === 'split')
    await step(others.TN, number, 'split', {
      contentCode: '5.2',
      body: 'Phần thứ hai của thư (dữ liệu thử).',
    });
  if (way === 'transferred') await step(others.LD, number, 'transfer', paper);
  if (way === 'merged') {
    const main = await submit(test, { contentCode: '5.1' });
    await step(others.TN, main.number, 'classify', {
      contentCode: '5.1',
      summary: 'Chậm trả kết quả, không hẹn lại.',
      subjectId: officer.id,
      ...(asUnit && { subjectId: undefined, subjectUnit: officer.me.unit }),
    });
    await step(others.TN, number, 'merge', { into: main.number, reason: 'Cùng một việc.' });
  }
  return number;
}

describe('a case that complains of an officer', () => {
  it('changes nothing in what they can see or download, however far it goes', async () => {
    const cases = fc.record({ who: fc.constantFrom(...roles), way: fc.constantFrom(...ways) });
    const run = async (who: Who, way: (typeof ways)[number], asUnit: boolean) => {
      const officer = crew.officers[who];
      const before = await everything(officer);
      const number = await complaintOf(who, asUnit, way);
      const after = await everything(officer);
      expect(after).toEqual(before);
      expect(JSON.stringify(after)).not.toContain(number);
      for (const path of ['', '/reads', '/similar'])
        expect(
          (await test.request(`/api/staff/cases/${number}${path}`, { headers: officer.headers })).status,
        ).toBe(404);
    };
    // The head of a unit by way of the unit, and whoever works in it.
    await run('TP', 'assigned', true);
    await run('XL', 'merged', true);
    for (const who of ['LD', 'CVP', 'TN'] as const) await run(who, 'referred', false);
    await fc.assert(
      fc.asyncProperty(cases, ({ who, way }) => run(who, way, false)),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('is counted in what is issued officially, and no list behind that names a restricted case to anybody', async () => {
    test.clock.set('2026-12-15T08:00:00+07:00');
    await complaintOf('CVP', false, 'classified');
    const { CVP } = crew.officers;
    const asked = { form: 'ii-05a', from: '2026-11-01', to: '2026-12-14' };
    const query = new URLSearchParams(asked);
    const draft = await test.request(`/api/staff/reports/preview?${query}`, { headers: CVP.headers });
    const { seen } = (await draft.json()) as { seen: string };
    const issued = await post(test, '/api/staff/reports/issued', { ...asked, seen }, CVP.headers);
    expect(issued.status).toBe(201);
    const report = await test.portal.db
      .selectFrom('issuedReports')
      .select('report')
      .where('id', '=', Number(issued.body['id']))
      .executeTakeFirstOrThrow();
    const frozen = (report.report as any).cases.map(({ number }: { number: string }) => number) as string[];
    const restricted = await test.portal.db
      .selectFrom('cases')
      .select('number')
      .where('restricted', '=', true)
      .execute();
    expect(frozen.some((number) => restricted.some((one) => one.number === number))).toBe(true);
    for (const { headers } of [CVP, crew.officers.LD, others.LD]) {
      const keys = Object.keys((report.report as any).lists);
      for (const behind of keys) {
        const path = `/api/staff/reports/issued/${issued.body['id']}/cases?behind=${encodeURIComponent(behind)}`;
        const text = await (await test.request(path, { headers })).text();
        for (const { number } of restricted) expect(text).not.toContain(number);
      }
    }
  });
});
