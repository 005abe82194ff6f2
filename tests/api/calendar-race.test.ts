// Edits of the calendar while others write dates: whoever comes first, no date of the old calendar stays untold.
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { createApp } from '../../api/portal/app.ts';
import { currentCalendar, watchCalendar } from '../../api/calendar/current-service.ts';
import { isWorkingDay } from '../../api/calendar/working-days.ts';
import { enterCase } from '../../api/cases/intake/entry-service.ts';
import { openDatabase } from '../../api/db/open.ts';
import { assemblePortal } from '../../api/start/open-portal.ts';
import {
  apply,
  bridge,
  changeEvents,
  dates,
  days,
  openCalendar,
  preview,
  previewAndApply,
  type OpenedCalendar,
} from '../support/portal/calendar.ts';
import { freshKey, post, submission, submit } from '../support/portal/case.ts';
import { classification } from '../support/portal/crew.ts';
import { eventually } from '../support/run/eventually.ts';
import { signedInAs } from '../support/portal/staff.ts';

const opened: OpenedCalendar[] = [];
afterEach(async () => {
  for (const { test } of opened.splice(0)) await test.close();
});
const open = async () => {
  const at = await openCalendar();
  opened.push(at);
  return at;
};

const said = { ...submission, phone: '0900000000', consentsToNotices: false, consentsToPublication: false };
const arrival = () =>
  ({ source: 'web', actor: { role: 'CD', id: null }, idempotencyKey: freshKey() }) as const;

it('a submission in flight is waited for, and found', async () => {
  const at = await open();
  const { db } = at.test.portal;
  const token = (await preview(at, bridge)).body['previewToken'];
  const applying = await db.transaction().execute(async (trx) => {
    await enterCase(trx, at.test.portal, said, arrival());
    const pending = apply(at, token, bridge);
    await eventually('the edit waits', async () => {
      const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(
        db,
      );
      return rows.length > 0;
    });
    return { pending };
  });
  expect((await applying.pending).status).toBe(409);
  expect(await days(at)).toEqual([]);
  await previewAndApply(at, bridge);
  expect(await changeEvents(at)).toHaveLength(1);
});

it('no case ever keeps a date of the old calendar without an event', async () => {
  const at = await open();
  const { db } = at.test.portal;
  for (const kind of ['off', null, 'off', null, 'off'] as const) {
    const change = { ...bridge, kind };
    const token = (await preview(at, change)).body['previewToken'];
    const [applied] = await Promise.all([
      apply(at, token, change),
      ...Array.from({ length: 8 }, async () => await submit(at.test)),
    ]);
    expect([200, 409]).toContain(applied.status);
    if (applied.status === 409) await previewAndApply(at, change);
    const left = await db.selectFrom('cases').select('dueOn').distinct().execute();
    expect(left).toEqual([{ dueOn: kind === 'off' ? '2026-12-15' : '2026-12-14' }]);
  }
  const { rows } = await sql<{ broken: number }>`
    select count(*)::int as broken from case_events later
    join case_events earlier on earlier.case_id = later.case_id and earlier.seq = later.seq - 1
    where later.due_before is distinct from earlier.due_after`.execute(db);
  expect(rows).toEqual([{ broken: 0 }]);
});

it('another process counts anew before it writes, though it has not heard of the edit, and hears of it soon', async () => {
  const at = await open();
  const { number } = await submit(at.test);
  const { headers } = await signedInAs(at.test, 'TN');
  const db = openDatabase(at.test.databaseUrl, 4, { dataKeys: () => at.test.portal.dataKeys });
  try {
    const elsewhere = await assemblePortal({ ...at.test.portal, db });
    await previewAndApply(at, bridge);
    expect(isWorkingDay(currentCalendar(elsewhere), '2026-11-23')).toBe(true);
    expect((await enterCase(db, elsewhere, said, arrival())).due.on).toBe('2026-12-15');

    const stop = watchCalendar(elsewhere, 20);
    await previewAndApply(at, { ...bridge, kind: null });
    await eventually('the other process hears of it', () =>
      isWorkingDay(currentCalendar(elsewhere), '2026-11-23'),
    );
    stop();

    await previewAndApply(at, bridge);
    const there = {
      ...at.test,
      request: (path: string, init?: RequestInit) => createApp(elsewhere).request(path, init),
    };
    const steps = `/api/staff/cases/${number}/steps`;
    const step = async (fields: object) => {
      const { version } = await dates(at, number);
      return (await post(there, steps, { version, ...fields }, headers)).status;
    };
    expect(await step({ step: 'classify', ...classification })).toBe(200);
    expect(await step({ step: 'accept' })).toBe(200);
    // One working day after 20/11: 23/11 and 24/11 are off.
    expect(await dates(at, number)).toMatchObject({ status: 'accepted', stageDueOn: '2026-11-25' });
  } finally {
    await db.destroy();
  }
});
