// The end of keeping: after the term the person is gone from the case, and the case still counts.
import { decrypted } from '../../api/db/encrypted.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyRetention } from '../../api/cases/privacy/retention-service.ts';
import type { Statistics } from '../../api/figures/schema.ts';
import type { RetentionView } from '../../api/retention/schema.ts';
import { rebuildFigures } from '../support/portal/figures.ts';
import { post, submission } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:00:00+07:00' });
  crew = await openCrew(test);
});
afterAll(() => test.close());

describe('a case that ended on 20/11/2026', () => {
  it('keeps its sender for 730 days, then loses name, words and content, while its events stay', async () => {
    const receipt = await crew.caseIn('published');
    const open = await crew.caseIn('assigned');
    test.clock.set('2028-11-19T08:00:00+07:00');
    expect(await applyRetention(test.portal)).toBe(0);
    test.clock.set('2028-11-21T08:00:00+07:00');
    expect(await applyRetention(test.portal)).toBe(1);
    expect(await applyRetention(test.portal)).toBe(0);
    const { db } = test.portal;
    const senders = await db
      .selectFrom('caseSenders')
      .innerJoin('cases', 'cases.id', 'caseId')
      .select(['number', decrypted('case_senders.name').as('name')])
      .execute();
    expect(senders).toEqual([{ number: open.number, name: submission.name }]);
    const { body } = await post(test, '/api/cases/lookup', {
      number: receipt.number,
      secret: receipt.secret,
    });
    expect(body).toMatchObject({ number: receipt.number, status: 'answered' });
    const seen = await crew.seen('TN', receipt.number);
    expect([seen.status, seen.body['sender'], seen.body['events'].at(-1)]).toMatchObject([
      200,
      null,
      { step: 'erase', actorRole: 'HT' },
    ]);
  });
});

describe('what would go on a day', () => {
  const chief = () => crew.officers.CVP.headers;
  const read = async (query: string, headers: Record<string, string>) => {
    const response = await test.request(`/api/staff/retention${query}`, { headers });
    return { status: response.status, body: (await response.json()) as RetentionView };
  };
  const hold = async (body: object, headers = chief()) => {
    const response = await test.request('/api/staff/retention/holds', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      body: response.status === 204 ? null : ((await response.json()) as { errors?: { pointer: string }[] }),
    };
  };
  // What was counted of 2029; what is open today and what the office has not typed in yet go with the day.
  const statistics = async () => {
    const response = await test.request('/api/statistics?from=2029-01&to=2029-12');
    const { total, times, tracks, contents, channels, fields, units } = (await response.json()) as Statistics;
    return { total, times, tracks, contents, channels, fields, units };
  };
  const runs = async () =>
    (
      await test.portal.db
        .selectFrom('securityEvents')
        .select(['kind', 'actorId', 'detail'])
        .where('kind', 'in', ['retention-run', 'hold-made', 'hold-ended'])
        .orderBy('id')
        .execute()
    ).map(({ kind, actorId, detail }) => [kind, actorId, detail]);

  it('is shown before it goes; what is held back stays, and goes once the hold is over', async () => {
    test.clock.set('2029-03-01T08:00:00+07:00');
    const done = await crew.caseIn('published');
    const held = await crew.caseIn('published');
    const rejected = await crew.caseIn('submitted');
    const { number, secret } = rejected;
    const withdrawn = await post(test, '/api/cases/steps', {
      number,
      secret,
      step: 'withdraw',
      text: 'Việc đã xong (dữ liệu thử).',
    });
    expect(withdrawn.status).toBe(200);
    await rebuildFigures(test.portal);
    const figures = await statistics();

    const last = await read('?on=28/02/2031', chief());
    expect(last.body.kinds.map(({ code, days, due, held: kept }) => [code, days, due, kept])).toEqual([
      ['identity-retention', 730, 0, 0],
      ['rejected-retention', 730, 0, 0],
      ['guided-retention', 730, 0, 0],
    ]);
    const on = await read('?on=01/3/2031', chief());
    expect(on.body).toMatchObject({ on: '2031-03-01', standing: 0, holds: [] });
    expect(on.body.kinds.map(({ due }) => due)).toEqual([2, 1, 0]);
    expect(on.body.cases?.map(({ number }) => number).sort()).toEqual(
      [done.number, held.number, rejected.number].sort(),
    );
    // Who opens no case learns how many, not which.
    const admin = await read('?on=2031-03-01', crew.officers.QT.headers);
    expect(admin.body).toMatchObject({ cases: null, holds: null });
    expect(admin.body.kinds.map(({ due }) => due)).toEqual([2, 1, 0]);
    expect((await read('', crew.officers.TN.headers)).status).toBe(403);
    expect((await read('?on=31/02/2031', chief())).status).toBe(422);

    const made = {
      number: held.number.toLowerCase(),
      reason: 'Đang thanh tra (dữ liệu thử).',
      untilOn: '30/4/2031',
    };
    expect(await hold(made)).toEqual({ status: 204, body: null });
    expect((await hold(made, crew.officers.QT.headers)).status).toBe(403);
    for (const [wrong, pointer] of [
      [{ number: 'PAKN-2029-999999' }, '/number'],
      [{ reason: '' }, '/reason'],
      [{ untilOn: '28/02/2029' }, '/untilOn'],
      [{ untilOn: '31/02/2031' }, '/untilOn'],
    ] as const) {
      const { status: refused, body } = await hold({ ...made, ...wrong });
      expect([refused, body?.errors?.map((one) => one.pointer)]).toEqual([422, [pointer]]);
    }
    expect((await read('?on=2031-03-01', chief())).body.kinds.map((one) => [one.due, one.held])).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    // Nobody erases it by hand either.
    const erased = await crew.take('CVP', held.number, 'erase', { reason: 'Theo yêu cầu.' });
    expect([erased.status, erased.body['detail']]).toEqual([
      409,
      'Hồ sơ đang được giữ lại, không hủy đến hết ngày 30/4/2031. Bỏ giữ ở trang Lưu giữ dữ liệu trước khi xóa.',
    ]);

    test.clock.set('2031-03-02T02:30:00+07:00');
    expect(await applyRetention(test.portal)).toBe(2);
    expect(await applyRetention(test.portal)).toBe(0);
    expect((await crew.seen('TN', held.number)).body['sender']).toMatchObject({ name: submission.name });
    expect((await crew.seen('TN', done.number)).body['sender']).toBeNull();
    await rebuildFigures(test.portal);
    expect(await statistics()).toEqual(figures);
    expect(figures.total).toMatchObject({ received: 3, answered: 2, withdrawn: 1 });

    const { body } = await read('', chief());
    expect(body.holds).toMatchObject([
      { number: held.number, reason: 'Đang thanh tra (dữ liệu thử).', untilOn: '2031-04-30' },
    ]);
    const ended = await test.request(`/api/staff/retention/holds/${body.holds?.[0]?.id}`, {
      method: 'DELETE',
      headers: chief(),
    });
    expect(ended.status).toBe(204);
    expect(await applyRetention(test.portal)).toBe(1);
    expect((await crew.seen('TN', held.number)).body['sender']).toBeNull();
    // The words of a hold go with its case.
    expect(await test.portal.db.selectFrom('caseHolds').select('id').execute()).toEqual([]);
    const chiefId = crew.officers.CVP.id;
    expect((await runs()).slice(-5)).toEqual([
      ['hold-made', chiefId, { until: '2031-04-30' }],
      ['retention-run', null, { what: 'answered', count: 1 }],
      ['retention-run', null, { what: 'rejected', count: 1 }],
      ['hold-ended', chiefId, {}],
      ['retention-run', null, { what: 'answered', count: 1 }],
    ]);
  });
});
