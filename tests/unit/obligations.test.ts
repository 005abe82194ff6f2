// The report calendar without I/O: due days, what marks come to, the content, the lines of a morning.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { readCalendar } from '../../api/calendar/load.ts';
import { dateOf, dayNumber } from '../../api/dates/dates.ts';
import { buildCalendar, isWorkingDay, lastWorkingDayBefore } from '../../api/calendar/working-days.ts';
import { dueDay, occurrencesOf } from '../../api/obligations/due.ts';
import { formLabels, periodWords } from '../../api/obligations/labels.ts';
import { readObligations } from '../../api/obligations/load.ts';
import { obligationLines } from '../../api/obligations/reminders.ts';
import { Obligations, Rule } from '../../api/obligations/schema.ts';
import { keptMarks, mayMark, standingOf, type Mark } from '../../api/obligations/standing.ts';

const calendar = buildCalendar((await readCalendar(contentDir)).days);
const content = await readObligations(contentDir);
const daysOf = (id: string, year: number, times = 0) => {
  const obligation = content.obligations.find((one) => one.id === id);
  if (!obligation) throw new Error(`no ${id}`);
  return occurrencesOf(calendar, obligation, year, times).map(({ period, due }) => [period, due?.on ?? null]);
};

describe('a due day', () => {
  test('“trước ngày 25/11/2026” is Monday 23/11: the 24th is Ngày Văn hóa Việt Nam', () => {
    expect(dueDay(calendar, 'before', '2026-11-25')).toEqual({
      on: '2026-11-23',
      certain: true,
      why: 'trước ngày 25/11/2026; lùi về trước vì 24/11 (Ngày Văn hóa Việt Nam) là ngày nghỉ',
    });
  });

  test.each([
    ['before', '2026-12-05', '2026-12-04'],
    ['before', '2026-12-15', '2026-12-14'],
    ['before', '2026-03-03', '2026-03-02'],
    // Thứ Năm 03/9: 31/8 to 02/9 are off, 22/8 was made up.
    ['before', '2026-09-03', '2026-08-28'],
    // Sunday 15/11: the Friday before.
    ['before', '2026-11-15', '2026-11-13'],
    ['at-latest', '2026-12-15', '2026-12-15'],
    ['at-latest', '2026-03-15', '2026-03-13'],
    ['at-latest', '2026-11-24', '2026-11-23'],
    // A made-up Saturday counts.
    ['at-latest', '2026-08-22', '2026-08-22'],
    ['before', '2026-08-23', '2026-08-22'],
    // Tết Bính Ngọ: 14 to 22/02/2026.
    ['before', '2026-02-23', '2026-02-13'],
    ['at-latest', '2026-02-20', '2026-02-13'],
    // New Year is passed over backwards.
    ['before', '2026-01-03', '2025-12-31'],
  ] as const)('%s %s is %s', (term, named, on) => {
    expect(dueDay(calendar, term, named).on).toBe(on);
  });

  test('beside a Tết that is not decided is not certain', () => {
    // 04 to 12/02/2027 are expected to be off.
    expect(dueDay(calendar, 'before', '2027-02-10')).toMatchObject({ on: '2027-02-03', certain: false });
    expect(dueDay(calendar, 'before', '2026-12-05').certain).toBe(true);
  });

  const day = fc.integer({ min: dayNumber('2024-01-15'), max: dayNumber('2030-12-31') }).map(dateOf);
  test('is always a working day, never after the named one, with no working day passed over', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('before' as const, 'at-latest' as const), (named, term) => {
        const { on } = dueDay(calendar, term, named);
        expect(isWorkingDay(calendar, on)).toBe(true);
        expect(term === 'before' ? on < named : on <= named).toBe(true);
        const last = term === 'before' ? named : dateOf(dayNumber(named) + 1);
        expect(on).toBe(lastWorkingDayBefore(calendar, last));
      }),
    );
  });
});

describe('the calendar of §5.2', () => {
  test('has its days of 2026', () => {
    expect(daysOf('cchc-phong-don-vi', 2026)).toEqual([
      ['q1', '2026-03-02'],
      ['h1', '2026-06-02'],
      ['q3', '2026-08-28'],
      ['year', '2026-11-23'],
    ]);
    expect(daysOf('cchc-so-noi-vu', 2026)).toEqual([
      ['q1', '2026-03-13'],
      ['q2', '2026-06-15'],
      ['q3', '2026-09-15'],
      ['q4', '2026-12-15'],
    ]);
    expect(daysOf('tuyen-truyen-cchc-phong', 2026)).toEqual([['year', '2026-11-09']]);
    // The second step is owed as often as the first, on days that the source does not name.
    expect(daysOf('cchc-so', 2026)).toEqual([
      ['q1', null],
      ['h1', null],
      ['q3', null],
      ['year', null],
    ]);
    expect(daysOf('tuyen-truyen-cchc-so', 2026)).toEqual([['year', '2026-11-13']]);
    expect(daysOf('truyen-thong-kstthc-nam', 2026)).toEqual([['year', '2026-12-14']]);
    expect(daysOf('muc-do-hai-long', 2026)).toEqual([['year', '2026-12-04']]);
    expect(daysOf('cham-diem-chi-so-cchc', 2026)).toEqual([['year', '2026-12-31']]);
    expect(daysOf('ke-hoach-cchc', 2026)).toEqual([['year', '2026-12-31']]);
    expect(daysOf('ke-hoach-kstthc', 2026)).toEqual([['year', '2026-03-31']]);
    expect(daysOf('ke-hoach-pci', 2026)).toEqual([['year', '2026-02-09']]);
  });

  test('shifts into the next year by itself', () => {
    expect(daysOf('muc-do-hai-long', 2027)).toEqual([['year', '2027-12-03']]);
    expect(daysOf('cchc-phong-don-vi', 2027).at(-1)).toEqual(['year', '2027-11-23']);
  });

  test('leaves what no source dates without a day', () => {
    expect(daysOf('truyen-thong-kstthc', 2026)).toEqual([['year', null]]);
    expect(daysOf('ket-qua-kstthc', 2026)).toEqual([['year', null]]);
    expect(daysOf('doi-thoai', 2026)).toEqual([
      ['time-1', null],
      ['time-2', null],
    ]);
    expect(daysOf('doi-thoai', 2026, 3)).toHaveLength(3);
  });

  test('names a plan made in December by the year that it is for', () => {
    expect(periodWords({ about: 'next-year' }, 2026, 'year')).toBe('năm 2027');
    expect(periodWords({ about: 'this-year' }, 2026, 'q3')).toBe('quý III năm 2026');
    expect(periodWords({ about: 'this-year' }, 2026, 'time-2')).toBe('lần 2 năm 2026');
  });

  test('says how sure each is; none is called confirmed yet, and every form has a name', () => {
    expect(content.obligations.filter(({ source }) => source.certainty === 'confirmed')).toEqual([]);
    for (const { form } of content.obligations) if (form) expect(formLabels[form]).toBeDefined();
  });

  test.each([
    [{ kind: 'days', days: [{ period: 'year', term: 'before', on: '02-30' }] }],
    [{ kind: 'days', days: [{ period: 'year', term: 'before', on: '02-29' }] }],
    [{ kind: 'days', days: [{ period: 'year', term: 'after', on: '02-10' }] }],
    [{ kind: 'days', days: [] }],
    [{ kind: 'quarterly', month: 4, term: 'at-latest', day: 15 }],
    [{ kind: 'quarterly', month: 3, term: 'at-latest', day: 31 }],
    [{ kind: 'unknown', words: 'x', day: 3 }],
  ])('refuses a rule such as %j', (rule) => {
    expect(Rule.safeParse(rule).success).toBe(false);
  });

  test('refuses one id twice', () => {
    const [first] = content.obligations;
    expect(Obligations.safeParse({ ...content, obligations: [first, first] }).success).toBe(false);
  });
});

describe('what marks come to', () => {
  const due = { on: '2026-12-04', certain: true, why: '' };
  const at = (today: string) => ({ today, trackedFrom: '2026-11-20' });
  const done = (on: string): Mark => ({ status: 'done', on });
  const undone: Mark = { status: 'undone', on: null };
  const to = (on: string): Mark => ({ status: 'postponed', on });

  test('open until the day is over, then late; never late before the calendar was kept', () => {
    expect(standingOf(due, [], at('2026-12-04')).state).toBe('due');
    expect(standingOf(due, [], at('2026-12-05')).state).toBe('late');
    expect(standingOf({ ...due, on: '2026-03-02' }, [], at('2026-12-05')).state).toBe('untracked');
    expect(standingOf(null, [], at('2026-12-05')).state).toBe('no-due');
  });

  test('done in time or late, by the day it was postponed to', () => {
    expect(standingOf(due, [done('2026-12-04')], at('2026-12-20')).state).toBe('done');
    expect(standingOf(due, [done('2026-12-05')], at('2026-12-20')).state).toBe('done-late');
    expect(standingOf(due, [to('2026-12-10'), done('2026-12-05')], at('2026-12-20'))).toEqual({
      state: 'done',
      dueOn: '2026-12-10',
      doneOn: '2026-12-05',
      postponed: true,
    });
    expect(standingOf(null, [to('2026-12-10')], at('2026-12-11')).state).toBe('late');
  });

  test('a mark taken back leaves what stood before it', () => {
    const marks = [to('2026-12-10'), done('2026-12-05'), undone];
    expect(standingOf(due, marks, at('2026-12-07'))).toMatchObject({ state: 'due', dueOn: '2026-12-10' });
    expect(standingOf(due, [...marks, undone], at('2026-12-07'))).toMatchObject({
      state: 'late',
      dueOn: '2026-12-04',
    });
  });

  test('what is settled is taken back before it is marked anew', () => {
    expect(mayMark([], 'undone')).toBe(false);
    expect(mayMark([done('2026-12-04')], 'done')).toBe(false);
    expect(mayMark([done('2026-12-04')], 'undone')).toBe(true);
    expect(mayMark([to('2026-12-10')], 'postponed')).toBe(true);
  });

  const mark = fc.constantFrom<Mark>(done('2026-12-04'), to('2026-12-10'), undone, {
    status: 'not-applicable',
    on: null,
  });
  test('any mark followed by its taking back changes nothing', () => {
    fc.assert(
      fc.property(fc.array(mark), mark, (before, one) => {
        fc.pre(one.status !== 'undone');
        expect(keptMarks([...before, one, undone])).toEqual(keptMarks(before));
      }),
    );
  });
});

test('a morning names what is overdue, then what presses, then what comes within 7 working days', () => {
  const owed = (title: string, dueOn: string | null, daysLeft: number | null) => ({
    title,
    periodWords: 'năm 2026',
    dueOn,
    daysLeft,
  });
  expect(
    obligationLines(
      [
        owed('Báo cáo bảy', '2026-12-02', 7),
        owed('Báo cáo tám', '2026-12-03', 8),
        owed('Báo cáo mai', '2026-11-23', 1),
        owed('Báo cáo nay', '2026-11-20', 0),
        owed('Báo cáo trễ', '2026-11-13', -5),
        owed('Báo cáo xong', '2026-11-13', null),
        owed('Không ngày', null, null),
      ],
      { soon: 7, next: 1 },
    ),
  ).toEqual([
    '- Báo cáo trễ, năm 2026: hạn 13/11/2026, QUÁ HẠN 05 ngày làm việc',
    '- Báo cáo nay, năm 2026: hạn 20/11/2026, GẤP: hạn là hôm nay',
    '- Báo cáo mai, năm 2026: hạn 23/11/2026, GẤP: còn 01 ngày làm việc',
    '- Báo cáo bảy, năm 2026: hạn 02/12/2026, còn 07 ngày làm việc',
  ]);
});
