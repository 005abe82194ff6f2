// What a network may ask is bounded before any work is done, on one tally for all processes.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Allowance } from '../../api/allowances/budgets.ts';
import { charge, tidyAllowances } from '../../api/allowances/service.ts';
import { openDatabase, type Db } from '../../api/db/open.ts';
import { freshKey, submission } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let second: Db;
beforeAll(async () => {
  test = await openTestPortal({ env: { SUBMISSIONS_PER_10_MINUTES: '3', UPLOADS_PER_10_MINUTES: '2' } });
  second = openDatabase(test.databaseUrl, 2);
});
afterAll(async () => {
  await second.destroy();
  await test.close();
});

const from =
  (clientAddress: string) =>
  async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await test.app.request(
      path,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': freshKey(), ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
      { clientAddress },
    );
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      text: await answer.text(),
    };
  };
const statusesOf = async (times: number, ask: () => Promise<{ status: number }>) => {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await ask()).status);
  return statuses;
};
const countCases = async () => (await test.portal.db.selectFrom('cases').select('id').execute()).length;

describe('a submission', () => {
  it('is counted valid or not, readable or not, and refused with the time to wait', async () => {
    const send = from('198.51.100.1');
    expect((await send('/api/cases', {})).status).toBe(422);
    expect((await send('/api/cases', '{"body":')).status).toBe(400);
    expect((await send('/api/cases', submission)).status).toBe(201);
    const cases = await countCases();
    const refused = await send('/api/cases', submission);
    expect(refused.status).toBe(429);
    // A third of ten minutes is free again after 200 seconds.
    expect(Number(refused.retryAfter)).toBeGreaterThan(150);
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(200);
    expect(JSON.parse(refused.text)).toMatchObject({
      code: 'too-many',
      detail: 'Hãy thử lại sau 4 phút, hoặc gọi đường dây nóng.',
    });
    expect(await countCases()).toBe(cases);
    expect((await from('198.51.100.2')('/api/cases', {})).status).toBe(422);
  });

  it('is counted over the whole /64 of a line, and over the /48 it belongs to', async () => {
    let host = 0;
    const inOneLine = () => from(`2001:db8:1:1::${(host += 1).toString(16)}`)('/api/cases', {});
    expect(await statusesOf(5, inOneLine)).toEqual([422, 422, 422, 429, 429]);
    let line = 1;
    const inOneSite = () => from(`2001:db8:1:${(line += 1).toString(16)}::1`)('/api/cases', {});
    // Twelve of the /48, three of which are used.
    expect(await statusesOf(11, inOneSite)).toEqual([...Array<number>(9).fill(422), 429, 429]);
    expect((await from('2001:db8:2:1::1')('/api/cases', {})).status).toBe(422);
  });

  it('in IPv6 clothes is counted as the IPv4 address that it is', async () => {
    expect(await statusesOf(3, () => from('198.51.100.3')('/api/cases', {}))).toEqual([422, 422, 422]);
    for (const same of [
      '::ffff:198.51.100.3',
      '::ffff:c633:6403',
      '64:ff9b::198.51.100.3',
      '2002:c633:6403::9',
    ])
      expect([same, (await from(same)('/api/cases', {})).status]).toEqual([same, 429]);
  });
});

describe('a look-up code', () => {
  it('that opens nothing is counted, whatever it is tried on; one that opens its case never is', async () => {
    const { number, secret } = JSON.parse((await from('198.51.100.4')('/api/cases', submission)).text) as {
      number: string;
      secret: string;
    };
    const right = () => from('198.51.100.5')('/api/cases/lookup', { number, secret });
    expect(await statusesOf(8, right)).toEqual(Array(8).fill(200));
    const wrong = { number, secret: '2222-2222-2222-2222-2222' };
    const tried = async (path: string, more = {}) =>
      (await from('198.51.100.6')(path, { ...wrong, ...more })).status;
    expect([404, 422]).toContain(await tried('/api/cases/lookup'));
    expect([404, 422]).toContain(await tried('/api/cases/receipt'));
    expect([404, 422]).toContain(await tried('/api/cases/steps', { step: 'withdraw' }));
    for (const path of ['/lookup', '/receipt', '/proof', '/rate', '/steps', '/attachment'])
      expect([path, await tried(`/api/cases${path}`)]).toEqual([path, 429]);
  });
});

describe('a budget', () => {
  const few: Allowance = { what: 'test', most: 4, withinSeconds: 600 };
  const taken = (db: Db, address: string, allowance = few) =>
    charge({ db, keys: test.portal.keys }, allowance, address).then(
      () => true,
      () => false,
    );

  it('is one for all processes, however many ask at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => taken(at % 2 ? second : test.portal.db, '198.51.100.7')),
    );
    expect(answers.filter(Boolean)).toHaveLength(4);
  });

  it('slides: a quarter of it is free again after a quarter of the window', async () => {
    const keys = { ...test.portal.keys };
    const own = openDatabase(test.databaseUrl, 1);
    const ask = () =>
      charge({ db: own, keys }, { ...few, what: 'sliding' }, '198.51.100.8').then(
        () => true,
        () => false,
      );
    expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual([true, true, true, true]);
    await sql`update allowances set full_at = full_at - interval '151 seconds'`.execute(test.owner);
    expect([await ask(), await ask()]).toEqual([true, false]);
    await own.destroy();
  });

  it('keeps no address, and nothing of who has been quiet since', async () => {
    await taken(test.portal.db, '198.51.100.9');
    const rows = await test.portal.db.selectFrom('allowances').selectAll().execute();
    expect(Object.keys(rows[0] ?? {})).toEqual(['key', 'fullAt']);
    expect(rows.every(({ key }) => key.length === 16)).toBe(true);
    await sql`update allowances set full_at = full_at - interval '1 hour'`.execute(test.owner);
    await tidyAllowances(test.portal);
    expect(await test.portal.db.selectFrom('allowances').selectAll().execute()).toEqual([]);
  });

  it('is counted in the process while the database is away: neither open to all nor closed', async () => {
    const away = openDatabase('postgres://nobody@127.0.0.1:1/nowhere', 1);
    const answers: boolean[] = [];
    for (let time = 0; time < 6; time += 1) answers.push(await taken(away, '198.51.100.10'));
    expect(answers).toEqual([true, true, true, true, false, false]);
    expect(await taken(away, '198.51.100.11')).toBe(true);
    await away.destroy();
  });
});
