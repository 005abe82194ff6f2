// The calendar edited by the administrator: shown first, applied exactly, told in every case whose dates move.
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { currentCalendar } from '../../api/calendar/current-service.ts';
import { isWorkingDay } from '../../api/calendar/working-days.ts';
import {
  apply,
  bridge,
  changeEvents,
  dates,
  days,
  openCalendar,
  preview,
  previewAndApply,
  reason,
  type OpenedCalendar,
} from '../support/portal/calendar.ts';
import { post, submit } from '../support/portal/case.ts';
import { openCrew } from '../support/portal/crew.ts';
import { catchUp } from '../support/portal/figures.ts';
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

describe('a day off announced late', () => {
  it('is shown with its effect first, and nothing is written by that', async () => {
    const at = await open();
    const { number } = await submit(at.test);
    const { status, body } = await preview(at, bridge);
    expect(status).toBe(200);
    expect(body).toEqual({
      previewToken: expect.any(String),
      counts: { open: 1, changed: 1, later: 1, earlier: 0, stageOnly: 0 },
      cases: [
        {
          number,
          dueBefore: '2026-12-14',
          dueAfter: '2026-12-15',
          stageBefore: '2026-11-25',
          stageAfter: '2026-11-26',
        },
      ],
    });
    expect(await dates(at, number)).toMatchObject({ dueOn: '2026-12-14', version: 1 });
    expect(await days(at)).toEqual([]);
    expect(await changeEvents(at)).toEqual([]);
  });

  it('moves 14/12 to 15/12 in open cases, with the reason in an event of each', async () => {
    const at = await open();
    const one = await submit(at.test);
    const other = await submit(at.test);
    const { shown, applied } = await previewAndApply(at, bridge);
    expect(applied).toEqual({ version: 1, counts: shown['counts'] });
    for (const { number } of [one, other]) {
      expect(await dates(at, number)).toEqual({
        dueOn: '2026-12-15',
        stageDueOn: '2026-11-26',
        transferDueOn: '2026-12-01',
        status: 'submitted',
        version: 2,
      });
      const [event, ...more] = await changeEvents(at, number);
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        actorRole: 'QT',
        fromStatus: 'submitted',
        toStatus: 'submitted',
        dueBefore: '2026-12-14',
        dueAfter: '2026-12-15',
        text: reason,
      });
      expect(JSON.parse(event?.data ?? '')).toEqual({
        days: ['2026-11-23 off (Thông báo thử nghiệm số 1)'],
        stageBefore: '2026-11-25',
        stageAfter: '2026-11-26',
        transferBefore: '2026-11-30',
        transferAfter: '2026-12-01',
      });
    }
  });

  it('is told to the sender, and counts for whoever comes after', async () => {
    const at = await open();
    const earlier = await submit(at.test);
    await previewAndApply(at, bridge);
    expect((await submit(at.test)).due.on).toBe('2026-12-15');
    const { number, secret } = earlier;
    const { body } = await post(at.test, '/api/cases/lookup', { number, secret });
    expect(body).toMatchObject({ due: { on: '2026-12-15', certain: true } });
    expect((body['timeline'] as { text: string }[]).at(-1)?.text).toBe(
      'Lịch làm việc thay đổi; hạn được tính lại.',
    );
    const public_ = await at.test.client.api.calendar.days.$get({ query: { year: '2026' } });
    expect(await public_.json()).toMatchObject({
      days: expect.arrayContaining([
        {
          date: '2026-11-23',
          weekday: 'Thứ Hai',
          kind: 'off',
          reason: bridge.reason,
          certainty: 'decided',
          source: bridge.decision,
        },
      ]),
    });
  });

  it('leaves closed cases and answered ones their date', async () => {
    const at = await open();
    const crew = await openCrew(at.test);
    const closed = await crew.caseIn('published');
    const answered = await crew.caseIn('answered');
    const before = [await dates(at, closed.number), await dates(at, answered.number)];
    expect(before[1]).toMatchObject({ dueOn: '2026-12-14', stageDueOn: '2026-11-25' });
    await previewAndApply(at, bridge);
    expect(await dates(at, closed.number)).toEqual(before[0]);
    expect(await changeEvents(at, closed.number)).toEqual([]);
    // Whether the answer was in time is settled; the day to publish it moves.
    expect(await dates(at, answered.number)).toMatchObject({ dueOn: '2026-12-14', stageDueOn: '2026-11-26' });
  });

  it('leaves a day that a higher authority has set', async () => {
    const at = await open();
    const { number } = await submit(at.test);
    await at.test.portal.db
      .updateTable('cases')
      .set({
        dueOn: '2026-12-01',
        dueBasis: JSON.stringify({
          rule: 'external',
          from: '2026-11-20',
          workingDays: 15,
          fixedOn: '2026-12-01',
        }),
      })
      .where('number', '=', number)
      .execute();
    const { shown } = await previewAndApply(at, bridge);
    expect(shown['counts']).toMatchObject({ changed: 1, later: 0, stageOnly: 1 });
    expect(await dates(at, number)).toMatchObject({ dueOn: '2026-12-01', stageDueOn: '2026-11-26' });
  });

  it('inside a pause that has ended moves nothing, because the pause is a day shorter too', async () => {
    const at = await open();
    const crew = await openCrew(at.test);
    const { number, secret } = await submit(at.test);
    const asked = await crew.take('TN', number, 'ask-supplement', {
      question: 'Đề nghị nêu rõ tên thủ tục và ngày nộp hồ sơ (dữ liệu thử).',
    });
    expect(asked.status).toBe(200);
    at.test.clock.set('2026-11-26T09:00:00+07:00');
    const supplied = await post(at.test, '/api/cases/steps', {
      number,
      secret,
      step: 'supply',
      text: 'Thủ tục thử nghiệm, nộp ngày 02/11/2026 (dữ liệu thử).',
    });
    expect([200, 204]).toContain(supplied.status);
    // Asked on 20/11, supplied on 26/11: 23, 25 and 26 are given back, so 14/12 became 17/12.
    expect(await dates(at, number)).toMatchObject({ dueOn: '2026-12-17', status: 'submitted' });
    // What is split off after it has waited as long.
    const split = await crew.take('TN', number, 'split', {
      contentCode: '5.2',
      body: 'Phần khác của phản ánh, kiến nghị (dữ liệu thử).',
    });
    const part = (split.body['split'] as { number: string }).number;
    // And what is split off that, on a later day.
    at.test.clock.set('2026-11-27T09:00:00+07:00');
    const again = await crew.take('TN', part, 'split', {
      contentCode: '5.2',
      body: 'Phần thứ ba của phản ánh, kiến nghị (dữ liệu thử).',
    });
    const third = (again.body['split'] as { number: string }).number;
    const all = [number, part, third];
    for (const one of all)
      expect(await dates(at, one)).toMatchObject({ dueOn: '2026-12-17', transferDueOn: '2026-12-03' });
    const counted = async () => {
      await catchUp(at.test);
      const { rows } = await sql<{ fact: string }>`
        select concat_ws(' ', f.clock_on, f.legal_due_on, f.paused_before + f.paused_days) as fact
        from case_facts f join cases c on c.id = f.case_id order by c.serial`.execute(at.test.portal.db);
      return rows.map(({ fact }) => fact);
    };
    expect(await counted()).toEqual(all.map(() => '2026-11-20 2026-12-17 3'));
    await previewAndApply(at, bridge);
    for (const one of all)
      expect(await dates(at, one)).toMatchObject({ dueOn: '2026-12-17', transferDueOn: '2026-12-03' });
    expect(await counted()).toEqual(all.map(() => '2026-11-20 2026-12-17 2'));
  });
});

describe('taking an entry back', () => {
  it('returns to the published calendar, moves the cases back, and keeps the history', async () => {
    const at = await open();
    const { number } = await submit(at.test);
    await previewAndApply(at, bridge);
    await previewAndApply(at, { ...bridge, kind: null, reason: 'Thông báo đã bị thu hồi' });
    expect(await dates(at, number)).toMatchObject({
      dueOn: '2026-12-14',
      stageDueOn: '2026-11-25',
      transferDueOn: '2026-11-30',
    });
    expect(await days(at)).toEqual([]);
    const year = await at.test.request('/api/staff/calendar?year=2026', { headers: at.headers });
    const { changes, days: listed } = (await year.json()) as Record<string, Record<string, unknown>[]>;
    expect(changes?.map(({ date, kindBefore, kind }) => [date, kindBefore, kind])).toEqual([
      ['2026-11-23', 'off', null],
      ['2026-11-23', null, 'off'],
    ]);
    expect(listed?.some(({ date }) => date === '2026-11-23')).toBe(false);
    const { owner, portal } = at.test;
    await expect(portal.db.deleteFrom('calendarChanges').execute()).rejects.toThrow('permission denied');
    await expect(owner.deleteFrom('calendarChanges').execute()).rejects.toThrow('never changed');
  });

  it('brings a published day off back that had been made a working day', async () => {
    const at = await open();
    await previewAndApply(at, {
      ...bridge,
      date: '2026-11-24',
      kind: 'work',
      reason: 'Làm việc bình thường',
    });
    expect(isWorkingDay(currentCalendar(at.test.portal), '2026-11-24')).toBe(true);
    await previewAndApply(at, { ...bridge, date: '2026-11-24', kind: null });
    expect(isWorkingDay(currentCalendar(at.test.portal), '2026-11-24')).toBe(false);
  });

  it('is refused where nothing was entered', async () => {
    const at = await open();
    const { status, body } = await preview(at, { ...bridge, kind: null });
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      {
        pointer: '/changes/0/kind',
        detail: 'Ngày này không có mục do cán bộ nhập, nên không có gì để bỏ.',
      },
    ]);
  });
});

describe('kinds of days', () => {
  it('a half day off stays a working day, moves nothing, and says so', async () => {
    const at = await open();
    const { number } = await submit(at.test);
    const half = { ...bridge, kind: 'half', reason: 'Mất điện buổi chiều' };
    const { shown } = await previewAndApply(at, half);
    expect(shown['counts']).toMatchObject({ open: 1, changed: 0 });
    expect(await dates(at, number)).toMatchObject({ dueOn: '2026-12-14', version: 1 });
    const due = await at.test.client.api.calendar.due.$post({ json: { from: '2026-11-20', workingDays: 1 } });
    expect(await due.json()).toMatchObject({
      on: '2026-11-23',
      explanation: [
        {},
        {},
        {
          date: '2026-11-23',
          counted: 1,
          reason: 'Nghỉ nửa ngày, vẫn là ngày làm việc (Mất điện buổi chiều)',
        },
      ],
    });
  });

  it('a make-up Saturday makes a date earlier', async () => {
    const at = await open();
    const { number } = await submit(at.test);
    const saturday = { ...bridge, date: '2026-11-28', kind: 'work', reason: 'Làm bù ngày 23/11' };
    const { shown } = await previewAndApply(at, saturday);
    expect(shown['counts']).toMatchObject({ changed: 1, earlier: 1 });
    expect(await dates(at, number)).toMatchObject({ dueOn: '2026-12-11' });
  });

  it('a swap of both moves nothing but the stage', async () => {
    const at = await open();
    const { number } = await submit(at.test);
    await previewAndApply(at, bridge, { ...bridge, date: '2026-11-28', kind: 'work', reason: 'Làm bù' });
    expect(await dates(at, number)).toMatchObject({ dueOn: '2026-12-14', stageDueOn: '2026-11-26' });
  });

  it('what cannot be is refused at its field', async () => {
    const at = await open();
    const wrong = [
      [{ ...bridge, date: '2026-02-30' }, '/changes/0/date'],
      [{ ...bridge, date: '1999-12-31' }, '/changes/0/date'],
      [{ ...bridge, date: '2026-11-28', kind: 'half' }, '/changes/0/kind'],
      [{ ...bridge, kind: 'holiday' }, '/changes/0/kind'],
      [{ ...bridge, reason: ' ' }, '/changes/0/reason'],
      [{ ...bridge, decision: '' }, '/changes/0/decision'],
      [{ ...bridge, by: 'x' }, '/changes/0/by'],
    ] as const;
    for (const [change, pointer] of wrong) {
      const { status, body } = await preview(at, change);
      expect(status).toBe(422);
      expect(body.errors?.map((error) => error.pointer)).toEqual([pointer]);
    }
    expect((await preview(at)).status).toBe(422);
    expect((await preview(at, bridge, { ...bridge, kind: 'half' })).status).toBe(422);
  });
});

describe('what was previewed is what is applied', () => {
  it('a case that came after the preview makes it stale, and nothing is written', async () => {
    const at = await open();
    const first = await submit(at.test);
    const shown = await preview(at, bridge);
    await submit(at.test);
    const refused = await apply(at, shown.body['previewToken'], bridge);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'stale' });
    expect(await dates(at, first.number)).toMatchObject({ dueOn: '2026-12-14', version: 1 });
    expect(await days(at)).toEqual([]);
    expect(isWorkingDay(currentCalendar(at.test.portal), '2026-11-23')).toBe(true);
    // Looking once more is enough.
    await previewAndApply(at, bridge);
    expect(await changeEvents(at)).toHaveLength(2);
  });

  it('another edit, other changes or a made-up token are refused', async () => {
    const at = await open();
    await submit(at.test);
    const token = (await preview(at, bridge)).body['previewToken'];
    expect((await apply(at, token, { ...bridge, decision: 'Thông báo thử nghiệm số 2' })).status).toBe(409);
    expect((await apply(at, 'x'.repeat(43), bridge)).status).toBe(409);
    await previewAndApply(at, { ...bridge, date: '2027-06-01' });
    expect((await apply(at, token, bridge)).status).toBe(409);
    expect(await changeEvents(at)).toEqual([]);
    expect(await days(at)).toEqual([{ date: '2027-06-01', kind: 'off' }]);
  });

  it('applying twice at once is applied once', async () => {
    const at = await open();
    await submit(at.test);
    const token = (await preview(at, bridge)).body['previewToken'];
    const statuses = (await Promise.all([apply(at, token, bridge), apply(at, token, bridge)])).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 409]);
    expect(await changeEvents(at)).toHaveLength(1);
  });
});

describe('who may', () => {
  it('only the administrator previews and edits; all staff read; nobody else', async () => {
    const at = await open();
    await submit(at.test);
    const token = (await preview(at, bridge)).body['previewToken'];
    for (const role of ['TN', 'XL', 'TP', 'LD', 'CVP', 'BT', 'MC'] as const) {
      const other = { test: at.test, headers: (await signedInAs(at.test, role)).headers };
      expect((await preview(other, bridge)).status).toBe(403);
      expect((await apply(other, token, bridge)).status).toBe(403);
      const read = await at.test.request('/api/staff/calendar?year=2026', { headers: other.headers });
      expect(read.status).toBe(200);
    }
    expect((await at.test.request('/api/staff/calendar?year=2026')).status).toBe(401);
    expect((await preview({ ...at, headers: {} as never }, bridge)).status).toBe(401);
    const withoutToken = { test: at.test, headers: { cookie: at.headers.cookie } as never };
    expect((await apply(withoutToken, token, bridge)).status).toBe(403);
    expect(await days(at)).toEqual([]);
  });

  it('a restricted case moves too, and is neither counted nor named', async () => {
    const at = await open();
    const { number } = await submit(at.test, { contentCode: '5.1' });
    const { body } = await preview(at, bridge);
    expect(body).toMatchObject({ counts: { changed: 0 }, cases: [] });
    expect(JSON.stringify(body)).not.toContain(number);
  });

  it('staff see of each day where it comes from', async () => {
    const at = await open();
    await previewAndApply(at, bridge);
    const answer = await at.test.request('/api/staff/calendar?year=2026', { headers: at.headers });
    const { days: listed } = (await answer.json()) as { days: Record<string, unknown>[] };
    expect(listed.filter(({ entered }) => entered)).toEqual([
      {
        date: '2026-11-23',
        weekday: 'Thứ Hai',
        kind: 'off',
        reason: bridge.reason,
        source: bridge.decision,
        certainty: 'decided',
        entered: true,
      },
    ]);
    expect(listed).toHaveLength(17);
  });
});
