// The report calendar: due days by the calendar in force, who marks, that nothing is overwritten, the private calendar.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Feed, ObligationYear, OccurrenceView } from '../../api/obligations/views.ts';
import { post } from '../support/portal/case.ts';
import { plan, runJobs } from '../support/portal/jobs.ts';
import { openMailbox } from '../support/stand-ins/mailbox.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

type Officer = Awaited<ReturnType<typeof signedInAs>>;
// Friday 20/11/2026; Tuesday 24/11 is a holiday.
const friday = '2026-11-20T08:00:00+07:00';

let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let portal: TestPortal;
let chief: Officer;
let intake: Officer;
beforeAll(async () => {
  mailbox = await openMailbox();
  portal = await openTestPortal({
    now: friday,
    env: { SMTP_URL: mailbox.url, PUBLIC_ORIGIN: 'https://coquan.example' },
  });
  chief = await signedInAs(portal, 'CVP', 'van-phong', 'chanh-van-phong');
  intake = await signedInAs(portal, 'TN', 'van-phong', 'tiep-nhan');
});
beforeEach(() => portal.clock.set(friday));
afterAll(async () => {
  await portal.close();
  await mailbox.close();
});

const list = async (query = '', { headers }: Officer = chief) => {
  const response = await portal.request(`/api/staff/obligations${query}`, { headers });
  expect(response.status).toBe(200);
  return (await response.json()) as ObligationYear;
};
const one = async (obligation: string, period: string, query = '') => {
  const found = (await list(query)).occurrences.find(
    (view) => view.obligation === obligation && view.period === period,
  );
  if (!found) throw new Error(`no ${obligation} ${period}`);
  return found;
};
const mark = (body: object, headers: Record<string, string> = chief.headers) =>
  post(portal, '/api/staff/obligations', body, headers);
const rows = () => portal.portal.db.selectFrom('obligationMarks').selectAll().orderBy('id').execute();
const about = (obligation: string, period: string, after: number | null = null, year = 2026) => ({
  obligation,
  year,
  period,
  after,
});

describe('the list of a year', () => {
  test('has each occurrence with its day, the days left and where the rule comes from', async () => {
    const { year, trackedFrom, feedMadeAt, occurrences } = await list();
    expect([year, trackedFrom, feedMadeAt]).toEqual([2026, '2026-11-20', null]);
    expect(occurrences).toHaveLength(29);
    const yearly = await one('cchc-phong-don-vi', 'year');
    expect(yearly).toMatchObject({
      periodWords: 'năm 2026',
      state: 'due',
      dueOn: '2026-11-23',
      daysLeft: 1,
      rule: { on: '2026-11-23', certain: true },
      source: { certainty: 'own-plan', document: '1891-kh-skhcn-2021' },
    });
    expect(await one('cchc-phong-don-vi', 'q1')).toMatchObject({ state: 'untracked', daysLeft: null });
    expect(await one('truyen-thong-kstthc', 'year')).toMatchObject({
      state: 'no-due',
      dueOn: null,
      rule: null,
      undated: 'không ghi ngày',
    });
  });

  test('is in the order of days, the undated last', async () => {
    const days = (await list()).occurrences.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual(days.toSorted());
  });

  test('names only documents that have a page in the library', async () => {
    const { documents } = portal.portal.content;
    for (const { source } of (await list()).occurrences)
      if (source.document) expect(documents.has(source.document), source.document).toBe(true);
    // Another province's plan has none; its words stand here all the same.
    expect((await one('truyen-thong-kstthc-nam', 'year')).source).toMatchObject({
      certainty: 'other-province',
      document: null,
      words: 'Gửi Văn phòng UBND tỉnh trước ngày 15/12/2024',
    });
  });

  test('of the new year begins with what is still overdue from the old one', async () => {
    portal.clock.set('2027-01-04T08:00:00+07:00');
    const { year, occurrences } = await list();
    expect(year).toBe(2027);
    expect(occurrences[0]).toMatchObject({ year: 2026, obligation: 'cchc-phong-don-vi', state: 'late' });
    expect(occurrences.filter((view) => view.year === 2026).every(({ state }) => state === 'late')).toBe(
      true,
    );
    expect((await list('?year=2028')).occurrences.every((view) => view.year === 2028)).toBe(true);
  });

  test('is for the chief of office and intake; only the chief marks', async () => {
    expect((await list('', intake)).occurrences).toHaveLength(29);
    const { headers } = await signedInAs(portal, 'XL');
    expect((await portal.request('/api/staff/obligations', { headers })).status).toBe(403);
    expect((await portal.request('/api/staff/obligations')).status).toBe(401);
    const before = await rows();
    const done = {
      ...about('muc-do-hai-long', 'year'),
      status: 'done',
      on: '2026-11-20',
      evidence: '12/BC-SKHCN',
    };
    expect((await mark(done, intake.headers)).status).toBe(403);
    expect((await mark(done, { cookie: chief.cookie })).status).toBe(403);
    expect(await rows()).toEqual(before);
  });

  test.each(['?year=1999', '?year=2099', '?year=abc', '?year=20266'])('refuses %s', async (query) => {
    const { headers } = chief;
    expect((await portal.request(`/api/staff/obligations${query}`, { headers })).status).toBe(422);
  });
});

describe('a mark', () => {
  test('says what was sent when, by whom, with its evidence; sent twice it is written once', async () => {
    const done = {
      ...about('cchc-phong-don-vi', 'year'),
      status: 'done',
      on: '2026-11-20',
      evidence: '45/BC-SKHCN',
    };
    const { status, body } = await mark(done);
    expect(status).toBe(200);
    const view = body as unknown as OccurrenceView;
    expect(Object.keys(view)).toEqual([
      'obligation',
      'year',
      'period',
      'title',
      'periodWords',
      'kind',
      'steps',
      'source',
      'form',
      'note',
      'dueOn',
      'doneOn',
      'postponed',
      'state',
      'rule',
      'undated',
      'daysLeft',
      'marks',
    ]);
    expect(view).toMatchObject({ state: 'done', doneOn: '2026-11-20', daysLeft: null });
    expect(view.marks).toEqual([
      {
        id: view.marks[0]?.id,
        status: 'done',
        on: '2026-11-20',
        evidence: '45/BC-SKHCN',
        reason: '',
        by: 'chanh-van-phong',
        at: '2026-11-20T01:00:00.000Z',
      },
    ]);
    expect((await mark(done)).status).toBe(200);
    expect(await rows()).toHaveLength(1);
  });

  test('is taken back by another row; no role can change or delete one', async () => {
    const [last] = (await one('cchc-phong-don-vi', 'year')).marks;
    const { status } = await mark({
      ...about('cchc-phong-don-vi', 'year', last?.id),
      status: 'undone',
      reason: 'Ghi nhầm kỳ',
    });
    expect(status).toBe(200);
    const { state, marks } = await one('cchc-phong-don-vi', 'year');
    expect(state).toBe('due');
    expect(marks.map((entry) => entry.status)).toEqual(['undone', 'done']);
    await expect(portal.portal.db.deleteFrom('obligationMarks').execute()).rejects.toThrow(
      'permission denied',
    );
    await expect(portal.owner.deleteFrom('obligationMarks').execute()).rejects.toThrow('never changed');
    await expect(portal.owner.updateTable('obligationMarks').set({ reason: '' }).execute()).rejects.toThrow(
      'never changed',
    );
  });

  test('gives another day, also to what has none, and the day counts', async () => {
    const moved = { status: 'postponed', on: '2026-12-10', reason: 'Công văn thử nghiệm số 1 gia hạn' };
    expect((await mark({ ...about('muc-do-hai-long', 'year'), ...moved })).status).toBe(200);
    expect(await one('muc-do-hai-long', 'year')).toMatchObject({
      state: 'due',
      dueOn: '2026-12-10',
      postponed: true,
      daysLeft: 13,
      rule: { on: '2026-12-04' },
    });
    expect((await mark({ ...about('doi-thoai', 'time-1'), ...moved })).status).toBe(200);
    expect(await one('doi-thoai', 'time-1')).toMatchObject({ state: 'due', dueOn: '2026-12-10', rule: null });
  });

  test('of a second dialogue opens a line for a third one', async () => {
    const done = { status: 'done', on: '2026-11-19', evidence: 'Biên bản đối thoại lần 2 (thử)' };
    expect((await mark({ ...about('doi-thoai', 'time-2'), ...done })).status).toBe(200);
    expect(await one('doi-thoai', 'time-3')).toMatchObject({
      state: 'no-due',
      periodWords: 'lần 3 năm 2026',
    });
  });

  test('on a page that is out of date is refused; of two at once one is written', async () => {
    const done = { ...about('ket-qua-kstthc', 'year'), status: 'done', on: '2026-11-20' };
    const both = await Promise.all([
      mark({ ...done, evidence: 'Văn bản một' }),
      mark({ ...done, evidence: 'Văn bản hai' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await one('ket-qua-kstthc', 'year')).marks).toHaveLength(1);
    const before = await rows();
    const { status, body } = await mark({ ...done, evidence: 'Văn bản ba' });
    expect([status, body['code']]).toEqual([409, 'stale']);
    expect(await rows()).toEqual(before);
  });

  test('of what cannot be is refused at its field, and nothing is written', async () => {
    const before = await rows();
    const done = {
      ...about('ke-hoach-cchc', 'year'),
      status: 'done',
      on: '2026-11-20',
      evidence: '1/KH-SKHCN',
    };
    const moved = { ...about('ke-hoach-cchc', 'year'), status: 'postponed', reason: 'Có văn bản mới' };
    const wrong = [
      [{ ...done, on: '2026-11-21' }, '/on'],
      [{ ...done, on: '2024-12-31' }, '/on'],
      [{ ...done, on: '' }, '/on'],
      [{ ...done, evidence: ' ' }, '/evidence'],
      [{ ...done, evidence: undefined }, '/evidence'],
      [{ ...done, evidence: 'x'.repeat(301) }, '/evidence'],
      [{ ...done, period: 'q1' }, '/period'],
      [{ ...done, period: 'week-3' }, '/period'],
      [{ ...done, extra: 1 }, '/extra'],
      [{ ...moved, on: '2026-11-19' }, '/on'],
      [{ ...moved, on: '2026-11-24' }, '/on'],
      [{ ...moved, on: '2028-01-03' }, '/on'],
      [{ ...moved, on: '2026-12-10', reason: '' }, '/reason'],
      [{ ...about('ke-hoach-cchc', 'year'), status: 'not-applicable', reason: 'x' }, '/reason'],
      [{ ...about('ke-hoach-cchc', 'year'), status: 'undone', reason: 'Không có gì' }, '/status'],
      [{ ...done, status: 'maybe' }, '/status'],
    ] as const;
    for (const [body, pointer] of wrong) {
      const refusal = await mark(body);
      expect([refusal.status, refusal.body.errors?.[0]?.pointer], JSON.stringify(body)).toEqual([
        422,
        pointer,
      ]);
    }
    expect((await mark({ ...done, obligation: 'khong-co' })).status).toBe(404);
    expect(await rows()).toEqual(before);
  });
});

describe('the private calendar', () => {
  const make = async ({ headers }: Officer) =>
    (await post(portal, '/api/staff/obligations/feed', {}, headers)).body['key'] as string;
  const read = (key: string) => post(portal, '/api/obligations/feed', { key });

  test('is read by its key alone and holds titles and days only', async () => {
    const key = await make(intake);
    const { status, body } = await read(key);
    expect(status).toBe(200);
    const { events } = body as unknown as Feed;
    expect(events.find(({ uid }) => uid === 'cchc-so-noi-vu-2026-q4')).toEqual({
      uid: 'cchc-so-noi-vu-2026-q4',
      title: 'Báo cáo cải cách hành chính hằng quý (quý IV năm 2026)',
      on: '2026-12-15',
      version: 0,
    });
    // Postponed above: the same event, a later version, another day.
    expect(events.find(({ uid }) => uid === 'muc-do-hai-long-2026-year')).toMatchObject({
      on: '2026-12-10',
      version: 1,
    });
    expect(events.find(({ uid }) => uid === 'ke-hoach-pci-2027-year')?.title).toContain(
      'lịch nghỉ chưa chắc chắn',
    );
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const hidden of ['BC-SKHCN', 'chanh-van-phong', 'Ghi nhầm', 'Công văn'])
      expect(JSON.stringify(body)).not.toContain(hidden);
  });

  test('is kept as a hash; a new key ends the old one, and so does giving it up', async () => {
    const first = await make(chief);
    const second = await make(chief);
    expect(second).toMatch(/^[\w-]{43}$/);
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    expect((await list()).feedMadeAt).toBe('2026-11-20T01:00:00.000Z');
    const stored = await portal.portal.db.selectFrom('obligationFeeds').selectAll().execute();
    expect(stored.map(({ keyHash }) => keyHash.length)).toEqual([32, 32]);
    expect(JSON.stringify(stored)).not.toContain(second);
    const { headers } = chief;
    const gone = await portal.request('/api/staff/obligations/feed', { method: 'DELETE', headers });
    expect(gone.status).toBe(204);
    expect((await read(second)).status).toBe(404);
    expect((await list()).feedMadeAt).toBeNull();
    const told = await portal.portal.db
      .selectFrom('securityEvents')
      .select('kind')
      .where('actorId', '=', chief.id)
      .where('kind', 'in', ['feed-opened', 'feed-closed'])
      .orderBy('id')
      .execute();
    expect(told.slice(-3).map(({ kind }) => kind)).toEqual(['feed-opened', 'feed-opened', 'feed-closed']);
  });

  test('is closed with the account, and to who no longer reads the calendar', async () => {
    const leaving = await signedInAs(portal, 'TN');
    const key = await make(leaving);
    const { db } = portal.portal;
    await db.updateTable('staffUsers').set({ role: 'XL' }).where('id', '=', leaving.id).execute();
    expect((await read(key)).status).toBe(404);
    await db
      .updateTable('staffUsers')
      .set({ role: 'TN', active: false })
      .where('id', '=', leaving.id)
      .execute();
    expect((await read(key)).status).toBe(404);
    expect((await read('')).status).toBe(404);
    const { headers } = await signedInAs(portal, 'BT');
    expect((await post(portal, '/api/staff/obligations/feed', {}, headers)).status).toBe(403);
  });
});

describe('the morning reminder', () => {
  test('tells the chief of office what is owed, once a day, with titles and days only', async () => {
    mailbox.letters.length = 0;
    portal.clock.set('2026-12-08T07:30:00+07:00');
    await plan(portal.portal, 'reminders');
    await runJobs(portal.portal);
    expect(mailbox.letters.map(({ to }) => to)).toEqual([[chief.email]]);
    const [letter] = mailbox.letters;
    expect(letter?.subject).toBe('Nhắc việc 08/12/2026. Số báo cáo, kế hoạch sắp đến hạn hoặc quá hạn là 5');
    expect(letter?.text).toContain(
      [
        '- Báo cáo kết quả thực hiện cải cách hành chính, năm 2026: hạn 23/11/2026, QUÁ HẠN 10 ngày làm việc',
        '- Báo cáo tổng hợp kết quả mức độ hài lòng của người dân, tổ chức, năm 2026: hạn 10/12/2026, còn 02 ngày làm việc',
      ].join('\n'),
    );
    expect(letter?.text).toContain('https://coquan.example/can-bo/nghia-vu\n');
    for (const hidden of ['chanh-van-phong', 'BC-SKHCN', 'Công văn'])
      expect(letter?.text).not.toContain(hidden);

    mailbox.letters.length = 0;
    await plan(portal.portal, 'reminders');
    await runJobs(portal.portal);
    expect(mailbox.letters).toEqual([]);
  });
});
