// Dates and turns: the rule and its SQL twin agree on every case, and lists, pages and letters say what they say.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCalendar } from '../../api/calendar/working-days.ts';
import { isTurnOf as isTurnInSql, waitIsOver } from '../../api/cases/dates/due-repository.ts';
import { isWaitOver, lastWithin, latenessOf } from '../../api/cases/dates/lateness.ts';
import { isTurnOf } from '../../api/cases/dates/turn.ts';
import { Status, type StepName } from '../../api/cases/lifecycle.ts';
import { maySeeCase } from '../../api/cases/visibility.ts';
import { visibleTo } from '../../api/cases/visible-repository.ts';
import { expireSupplements } from '../../api/cases/steps/expiry-service.ts';
import { inView } from '../../api/desk/narrow-repository.ts';
import type { View } from '../../api/desk/view.ts';
import { dateOf, dayNumber } from '../../api/dates/dates.ts';
import { Role } from '../../api/staff/roles.ts';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { withMadeRegister } from '../support/worlds/register-rows.ts';

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:00:00+07:00' });
  crew = await openCrew(test);
});
afterAll(() => test.close());

const first = dayNumber('2026-11-16');
const day = fc.integer({ min: 0, max: 45 }).map((offset) => dateOf(first + offset));
const dayOrNone = fc.option(day, { nil: null });
const id = fc.constantFrom('one', 'two');
const unit = fc.constantFrom('van-phong', 'phong-a');
const oneCase = fc.record({
  status: fc.constantFrom(...Status.options.filter((status) => status !== 'draft')),
  dueOn: day,
  stageDueOn: dayOrNone,
  transferDueOn: dayOrNone,
  reviewDueOn: dayOrNone,
  handlerId: fc.option(id, { nil: null }),
  unit: fc.option(unit, { nil: null }),
  locked: fc.boolean(),
  keeperId: fc.option(id, { nil: null }),
  proposal: fc.option(fc.record({ step: fc.constantFrom<StepName>('reject', 'transfer'), proposedBy: id }), {
    nil: null,
    freq: 2,
  }),
});
const world = fc.record({
  cases: fc.array(oneCase, { minLength: 20, maxLength: 60 }),
  today: day,
  viewer: fc.record({ id, unit, role: fc.constantFrom(...Role.options) }),
  days: fc.uniqueArray(fc.record({ date: day, kind: fc.constantFrom('off' as const, 'work' as const) }), {
    selector: ({ date }) => date,
    maxLength: 12,
  }),
  workingDays: fc.integer({ min: 0, max: 6 }),
});

describe('who may see which case', () => {
  it('is the same in SQL for all cases and officers', async () => {
    const seen = fc.record({
      status: fc.constantFrom(...Status.options),
      handlerId: fc.option(id, { nil: null }),
      unit: fc.option(unit, { nil: null }),
      locked: fc.boolean(),
      keeperId: fc.option(id, { nil: null }),
      subjects: fc.array(fc.record({ unit, staffId: fc.constantFrom('', 'one', 'two') }), { maxLength: 2 }),
      coUnits: fc.uniqueArray(unit, { maxLength: 2 }),
    });
    const viewers = fc.record({ id, unit, role: fc.constantFrom(...Role.options) });
    const all = fc.array(seen, { minLength: 20, maxLength: 60 });
    await withMadeRegister(test.owner, (db, put) =>
      fc.assert(
        fc.asyncProperty(all, viewers, async (cases, viewer) => {
          const officer = { ...viewer, name: '', email: '' };
          await put(cases.map((row) => ({ ...row, dueOn: '2026-12-07' })));
          const { rows: bySql } = await sql<{ sees: boolean }>`
          select coalesce(${visibleTo(officer)}, false) as sees from cases order by serial`.execute(db);
          expect(bySql.map(({ sees }) => sees)).toEqual(cases.map((row) => maySeeCase(officer, row)));
        }),
        { numRuns: 150 },
      ),
    );
  });
});

describe('the rule of dates and turns', () => {
  it('is the same in SQL for all cases, states, dates, calendars and officers', async () => {
    await withMadeRegister(test.owner, (db, put) =>
      fc.assert(
        fc.asyncProperty(world, async ({ cases, today, viewer, days, workingDays }) => {
          const calendar = buildCalendar(
            days.map((listed) => ({
              ...listed,
              reason: 'thử',
              source: 'thử',
              certainty: 'decided' as const,
            })),
          );
          const until = lastWithin(calendar, today, 0);
          const within = lastWithin(calendar, today, workingDays);
          const officer = { ...viewer, name: '', email: '' };
          const numbered = cases.map((row, index) => ({ ...row, serial: index }));
          await put(numbered);
          const view = (name: View) =>
            sql`coalesce(${inView(name, officer, { today, until, soon: within, month: { from: '2026-11-01', to: '2026-11-30' } })}, false)`;
          const { rows: bySql } = await sql<Record<string, unknown>>`
          select serial, nullif(nearest_on, 'infinity')::text as nearest,
            ${isTurnInSql(officer)} as turn, coalesce(${waitIsOver(today)}, false) as waited,
            ${view('waiting')} as waiting, ${view('due-today')} as "dueToday", ${view('overdue')} as overdue,
            ${view('soon')} as soon
          from cases order by serial`.execute(db);
          const byRule = numbered.map((row) => {
            const { nearestOn, daysLeft, lateByLaw, lateByRule } = latenessOf(calendar, today, row);
            const turn = isTurnOf(viewer, row);
            return {
              serial: row.serial,
              nearest: nearestOn,
              turn,
              waited: isWaitOver(row, today),
              waiting: turn,
              dueToday: daysLeft === 0,
              overdue: lateByLaw || lateByRule,
              soon: daysLeft !== null && daysLeft >= 0 && daysLeft <= workingDays,
            };
          });
          expect(bySql).toEqual(byRule);
        }),
        { numRuns: 150 },
      ),
    );
  });
});

const at = (iso: string) => test.clock.set(`${iso}:00+07:00`);
const listed = async (who: keyof Crew['officers'], view: string) => {
  const answer = await test.request(`/api/staff/cases?view=${view}`, { headers: crew.officers[who].headers });
  const { cases } = (await answer.json()) as { cases: { number: string; [key: string]: unknown }[] };
  return cases;
};

describe('a conduct case that waits for the leader on 01/12, its five days over since 30/11', () => {
  it('is late by law, among the overdue ones, on the page and in the list alike', async () => {
    at('2026-11-20T08:00');
    const { number } = await submit(test, { contentCode: '5.1' });
    await crew.take('TN', number, 'classify', {
      contentCode: '5.1',
      summary: 'Chậm trả kết quả (dữ liệu thử).',
    });
    at('2026-11-30T15:00');
    expect((await crew.take('TN', number, 'refer-conduct')).status).toBe(200);
    expect((await crew.seen('LD', number)).body).toMatchObject({
      status: 'conduct_review',
      stageDueOn: '2026-12-01',
      daysLeft: 0,
      lateByLaw: false,
      lateByRule: false,
    });
    at('2026-12-01T08:00');
    const late = {
      status: 'conduct_review',
      daysLeft: -1,
      lateByLaw: true,
      lateByRule: false,
      nearness: 'late',
    };
    expect((await crew.seen('LD', number)).body).toMatchObject(late);
    expect((await listed('LD', 'overdue')).find((one) => one.number === number)).toMatchObject(late);
    expect((await listed('LD', 'due-today')).map((one) => one.number)).not.toContain(number);
    expect((await listed('LD', 'waiting')).map((one) => one.number)).toContain(number);
  });
});

describe('a supplement', () => {
  it('moves the limit of transfer with the other clocks, and a transfer within it is in time', async () => {
    at('2026-11-20T08:00');
    const key = await submit(test);
    at('2026-11-26T08:00');
    await crew.take('TN', key.number, 'ask-supplement', {
      question: 'Xin cho biết tên thủ tục (dữ liệu thử).',
    });
    at('2026-12-03T08:00');
    expect((await crew.seen('TN', key.number)).body).toMatchObject({
      daysLeft: null,
      nearness: null,
      lateByLaw: false,
      lateByRule: false,
    });
    await post(test, '/api/cases/steps', {
      number: key.number,
      secret: key.secret,
      step: 'supply',
      text: 'Thủ tục công bố hợp quy (dữ liệu thử).',
    });
    const row = () =>
      test.portal.db
        .selectFrom('cases')
        .select(['status', 'dueOn', 'transferDueOn'])
        .where('number', '=', key.number)
        .executeTakeFirstOrThrow();
    // Five working days of waiting, 27/11 to 03/12.
    expect(await row()).toEqual({ status: 'submitted', dueOn: '2026-12-21', transferDueOn: '2026-12-07' });
    expect((await crew.seen('TN', key.number)).body).toMatchObject({ lateByLaw: false });
    at('2026-12-07T15:00');
    const letter = {
      contentCode: '5.2',
      agency: 'Sở thử nghiệm khác',
      documentNumber: '01/STN',
      documentOn: '2026-12-07',
    };
    expect((await crew.take('LD', key.number, 'transfer', letter)).status).toBe(200);
    const { data } = await test.portal.db
      .selectFrom('caseEvents')
      .innerJoin('cases', 'cases.id', 'caseEvents.caseId')
      .select('data')
      .where('number', '=', key.number)
      .where('step', '=', 'transfer')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(data ?? '{}')).toMatchObject({ late: false });
  });
});

describe('a wait for the sender that ended without an answer', () => {
  it('is no pause of the case when it is taken up again, and gives no days back a second time', async () => {
    at('2026-11-20T08:00');
    const { number, secret } = await submit(test);
    at('2026-11-26T08:00');
    await crew.take('TN', number, 'ask-supplement', { question: 'Xin cho biết tên thủ tục (dữ liệu thử).' });
    at('2026-12-11T08:00');
    expect(await expireSupplements(test.portal)).toBeGreaterThan(0);
    const own = async () => (await post(test, '/api/cases/lookup', { number, secret })).body;
    expect(await own()).toMatchObject({ status: 'lapsed', pausedOn: null });
    const reopened = await crew.take('CVP', number, 'reopen-rejected', {
      reason: 'Người gửi giải thích lại.',
    });
    expect(reopened.status).toBe(200);
    expect((await crew.seen('TN', number)).body).toMatchObject({ status: 'submitted', pausedOn: null });
    at('2026-12-14T08:00');
    const guidance = 'Xin gửi đơn đến cơ quan có thẩm quyền (dữ liệu thử).';
    expect((await crew.take('TN', number, 'guide-out', { kind: 'other', guidance })).status).toBe(200);
    expect((await crew.seen('TN', number)).body).toMatchObject({
      dueOn: '2026-12-14',
      transferDueOn: '2026-11-30',
    });
  });
});

describe('the first question to a sender', () => {
  const question = { question: 'Xin cho biết tên thủ tục (dữ liệu thử).' };
  const asked = async (number: string) =>
    (
      await test.portal.db
        .selectFrom('caseEvents')
        .innerJoin('cases', 'cases.id', 'caseEvents.caseId')
        .select('data')
        .where('number', '=', number)
        .where('step', '=', 'ask-supplement')
        .orderBy('seq')
        .execute()
    ).map(({ data }) => (data === null ? null : JSON.parse(data)));

  it.each([
    ['on the fifth working day is in time', '2026-11-30T15:00', false],
    ['on the sixth is put, and written as late', '2026-12-01T08:00', true],
  ])('%s', async (_, when, late) => {
    at('2026-11-20T08:00');
    const { number, secret } = await submit(test);
    expect((await crew.seen('TN', number)).body['askDueOn']).toBe('2026-11-30');
    at(when);
    expect((await crew.take('TN', number, 'ask-supplement', question)).status).toBe(200);
    expect((await crew.seen('TN', number)).body['askDueOn']).toBeNull();
    await post(test, '/api/cases/steps', {
      number,
      secret,
      step: 'supply',
      text: 'Thủ tục công bố hợp quy (thử).',
    });
    // Another question is not the first one.
    expect((await crew.take('TN', number, 'ask-supplement', question)).status).toBe(200);
    expect(await asked(number)).toEqual([{ late }, null]);
  });
});

describe('what waits for me', () => {
  it('is another’s once prepared, and never what one only helps with', async () => {
    at('2026-11-20T08:00');
    const numbers = async (who: keyof Crew['officers']) =>
      (await listed(who, 'waiting')).map(({ number }) => number);
    const { number } = await crew.caseIn('accepted');
    await crew.take('CVP', number, 'assign', { handlerId: crew.officers.XL.id, units: ['chi-cuc-tdc'] });
    expect(await numbers('XL')).toContain(number);
    expect((await listed('otherXL', 'open')).map((one) => one.number)).toContain(number);
    expect(await numbers('otherXL')).not.toContain(number);
    const letter = {
      contentCode: '5.2',
      agency: 'Sở thử nghiệm khác',
      documentNumber: '01/STN',
      documentOn: '2026-11-20',
    };
    const other = await submit(test);
    expect(await numbers('TN')).toContain(other.number);
    await crew.take('TN', other.number, 'transfer', letter);
    expect(await numbers('TN')).not.toContain(other.number);
    expect(await numbers('LD')).toContain(other.number);
    const counts = async (who: keyof Crew['officers']) =>
      (await (
        await test.request('/api/staff/cases/counts', { headers: crew.officers[who].headers })
      ).json()) as {
        waiting: number;
      };
    for (const who of ['TN', 'CVP', 'LD', 'XL'] as const)
      expect([who, (await counts(who)).waiting]).toEqual([who, (await numbers(who)).length]);
  });
});
