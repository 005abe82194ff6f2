// Deadlines: seeded with their legal basis, edited by the administrator alone, and promises already made stand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submit } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
});
afterAll(() => test.close());

const list = async (headers: Record<string, string>) =>
  (await (await test.request('/api/staff/deadlines', { headers })).json()) as {
    code: string;
    amount: number;
  }[];
const change = async (headers: Record<string, string>, code: string, body: object) =>
  await test.request(`/api/staff/deadlines/${code}`, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const ten = { amount: 10, legalBasis: 'Quy chế thử nghiệm của bài thử', certainty: 'proposal' };

describe('the deadlines', () => {
  it('start as 2, 5, 15 and 2 working days, each with its basis', async () => {
    const { headers } = await signedInAs(test, 'TN');
    const rows = Object.fromEntries((await list(headers)).map(({ code, amount }) => [code, amount]));
    expect(rows).toMatchObject({ triage: 2, transfer: 5, handle: 15, publish: 2, 'supplement-ask': 5 });
  });

  it('are edited by the administrator alone, and a refusal writes nothing', async () => {
    const { headers } = await signedInAs(test, 'CVP');
    const before = await list(headers);
    expect((await change(headers, 'handle', ten)).status).toBe(403);
    expect(await list(headers)).toEqual(before);
  });

  it('hold for cases from then on, while earlier ones keep the date that they were promised', async () => {
    const { headers } = await signedInAs(test, 'QT');
    const earlier = await submit(test);
    expect((await change(headers, 'handle', { ...ten, amount: -1 })).status).toBe(422);
    expect((await change(headers, 'handle', { ...ten, legalBasis: '' })).status).toBe(422);
    expect((await change(headers, 'handle', ten)).status).toBe(200);
    expect((await submit(test)).due.on).toBe('2026-12-07');
    const row = await test.portal.db
      .selectFrom('cases')
      .select('dueOn')
      .where('number', '=', earlier.number)
      .executeTakeFirstOrThrow();
    expect(row.dueOn).toBe('2026-12-14');
  });

  it('tell before sending what the receipt will promise, each stage with its law', async () => {
    const told = async (query = '') => {
      const answer = await test.request(`/api/cases/promise${query}`);
      return { status: answer.status, body: (await answer.json()) as Promised };
    };
    type Promised = { sentOn: string; due: { on: string }; stages: { code: string; on: string }[] };
    const { due } = await submit(test);
    const today = await told();
    expect([today.status, today.body.sentOn, today.body.due]).toEqual([200, '2026-11-20', due]);
    // 01/01 is a day off; 25/12 is not. 28/12/2026 is a Monday.
    await change((await signedInAs(test, 'QT')).headers, 'handle', { ...ten, amount: 15 });
    const { body } = await told('?sentOn=2026-12-28');
    expect(body.stages.map(({ code, on }) => [code, on])).toEqual([
      ['triage', '2026-12-30'],
      ['transfer', '2027-01-05'],
      ['handle', '2027-01-19'],
      ['publish', '2027-01-21'],
    ]);
    expect((await told('?sentOn=2026-02-31')).status).toBe(422);
    expect((await told('?sentOn=1999-12-31')).status).toBe(422);
  });
});
