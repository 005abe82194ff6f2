// What the legal calendar promises: the known dates, and what holds for every date.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { addCalendarDays } from '../../api/calendar/calendar-days.ts';
import {
  dateOf,
  dayNumber,
  localDate,
  typedDate,
  vietnameseDate,
  weekdayName,
} from '../../api/dates/dates.ts';
import { readCalendar } from '../../api/calendar/load.ts';
import { CalendarContent } from '../../api/calendar/schema.ts';
import {
  addWorkingDays,
  buildCalendar,
  isWorkingDay,
  lastWorkingDayBefore,
  workingDaysBetween,
} from '../../api/calendar/working-days.ts';

const content = await readCalendar(contentDir);
const calendar = buildCalendar(content.days);
const due = (from: string, n: number) => addWorkingDays(calendar, from, n).on;

describe('working days', () => {
  test.each([
    ['2026-11-20', '2026-11-25', '2026-11-30', '2026-12-14'],
    ['2026-11-21', '2026-11-25', '2026-11-30', '2026-12-14'],
    ['2026-11-23', '2026-11-26', '2026-12-01', '2026-12-15'],
    ['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-15'],
    ['2026-08-21', '2026-08-24', '2026-08-27', '2026-09-15'],
    ['2026-08-28', '2026-09-04', '2026-09-09', '2026-09-23'],
    ['2026-02-13', '2026-02-24', '2026-02-27', '2026-03-13'],
    ['2025-04-25', '2025-04-28', '2025-05-06', '2025-05-20'],
    ['2026-12-30', '2027-01-04', '2027-01-07', '2027-01-21'],
    ['2026-01-09', '2026-01-12', '2026-01-15', '2026-01-29'],
  ])(
    'a case received on %s is due after 2, 5 and 15 working days on %s, %s and %s',
    (from, two, five, fifteen) => {
      expect([due(from, 2), due(from, 5), due(from, 15)]).toEqual([two, five, fifteen]);
    },
  );

  test('every day between receipt and due date is counted or has its reason', () => {
    expect(addWorkingDays(calendar, '2026-11-20', 5)).toEqual({
      on: '2026-11-30',
      explanation: [
        { date: '2026-11-21', weekday: 'Thứ Bảy', counted: null, reason: 'Thứ Bảy' },
        { date: '2026-11-22', weekday: 'Chủ nhật', counted: null, reason: 'Chủ nhật' },
        { date: '2026-11-23', weekday: 'Thứ Hai', counted: 1 },
        {
          date: '2026-11-24',
          weekday: 'Thứ Ba',
          counted: null,
          reason: 'Ngày Văn hóa Việt Nam',
          certainty: 'announced',
        },
        { date: '2026-11-25', weekday: 'Thứ Tư', counted: 2 },
        { date: '2026-11-26', weekday: 'Thứ Năm', counted: 3 },
        { date: '2026-11-27', weekday: 'Thứ Sáu', counted: 4 },
        { date: '2026-11-28', weekday: 'Thứ Bảy', counted: null, reason: 'Thứ Bảy' },
        { date: '2026-11-29', weekday: 'Chủ nhật', counted: null, reason: 'Chủ nhật' },
        { date: '2026-11-30', weekday: 'Thứ Hai', counted: 5 },
      ],
      summary:
        '05 ngày làm việc, tính từ ngày làm việc tiếp theo sau 20/11/2026; không tính 5 ngày nghỉ (4 ngày cuối tuần, Ngày Văn hóa Việt Nam 24/11).',
      certain: true,
    });
  });

  test('a make-up Saturday counts and says what it makes up for', () => {
    const { explanation, summary } = addWorkingDays(calendar, '2026-08-21', 1);
    expect(explanation).toEqual([
      {
        date: '2026-08-22',
        weekday: 'Thứ Bảy',
        counted: 1,
        reason: 'Làm bù cho ngày nghỉ 31/8',
        certainty: 'decided',
      },
    ]);
    expect(summary).toContain('; có tính ngày làm bù 22/8.');
  });

  test('24/11 is an ordinary day until 2025 and a holiday from 2026', () => {
    expect(isWorkingDay(calendar, '2025-11-24')).toBe(true);
    expect(isWorkingDay(calendar, '2026-11-24')).toBe(false);
    expect(isWorkingDay(calendar, '2031-11-24')).toBe(false);
  });

  test('a due date that passes through Tết 2027 is told as uncertain', () => {
    const tet = addWorkingDays(calendar, '2027-02-03', 2);
    expect(tet.on).toBe('2027-02-12');
    expect(tet.certain).toBe(false);
    expect(tet.summary).toMatch(/có ngày nghỉ mới là dự kiến nên hạn còn có thể thay đổi\.$/);
    expect(tet.explanation[0]).toEqual({
      date: '2027-02-04',
      weekday: 'Thứ Năm',
      counted: null,
      reason: 'Tết Nguyên đán Đinh Mùi (dự kiến)',
      certainty: 'expected',
    });
    expect(addWorkingDays(calendar, '2026-12-30', 15).certain).toBe(true);
  });

  test('a year without an announced calendar is counted by the fixed holidays and says so', () => {
    const { on, certain, summary } = addWorkingDays(calendar, '2027-12-31', 1);
    expect(on).toBe('2028-01-04');
    expect(certain).toBe(false);
    expect(summary).toBe(
      '01 ngày làm việc, tính từ ngày làm việc tiếp theo sau 31/12/2027; không tính 3 ngày nghỉ (1 ngày cuối tuần, Tết Dương lịch 01/01, Nghỉ bù Tết Dương lịch 03/01); lịch nghỉ năm 2028 chưa công bố nên hạn còn có thể thay đổi.',
    );
  });

  test('0 working days end on the day itself, or on the next working day after a day off', () => {
    expect(addWorkingDays(calendar, '2026-11-20', 0)).toEqual({
      on: '2026-11-20',
      explanation: [],
      summary: 'Trong ngày 20/11/2026.',
      certain: true,
    });
    expect(due('2026-11-24', 0)).toBe('2026-11-25');
  });

  test('what is left is counted without today, and what is late is negative from the first weekend on', () => {
    expect(workingDaysBetween(calendar, '2026-11-20', '2026-11-25')).toBe(2);
    expect(workingDaysBetween(calendar, '2026-11-25', '2026-11-25')).toBe(0);
    expect(workingDaysBetween(calendar, '2026-11-28', '2026-11-27')).toBe(-1);
    expect(workingDaysBetween(calendar, '2026-11-30', '2026-11-27')).toBe(-1);
    expect(workingDaysBetween(calendar, '2026-12-01', '2026-11-27')).toBe(-2);
  });

  test('"before a date" means the last working day before it', () => {
    expect(lastWorkingDayBefore(calendar, '2026-12-05')).toBe('2026-12-04');
    expect(lastWorkingDayBefore(calendar, '2026-11-25')).toBe('2026-11-23');
  });

  test.each([
    ['2026-02-30', 1],
    ['20/11/2026', 1],
    ['', 1],
    ['1999-12-31', 1],
    ['2100-01-01', 1],
    ['2026-11-20', -1],
    ['2026-11-20', 1.5],
    ['2026-11-20', Number.NaN],
    ['2026-11-20', 401],
    ['2026-11-20', Infinity],
  ])('%j and %d days are refused', (from, n) => {
    expect(() => addWorkingDays(calendar, from, n)).toThrow(RangeError);
    expect(() => addCalendarDays(calendar, from, n)).toThrow(RangeError);
  });
});

describe('calendar days', () => {
  test.each([
    ['2026-11-21', '2026-12-21'],
    ['2026-10-25', '2026-11-25'],
    ['2026-12-02', '2027-01-04'],
    ['2026-07-31', '2026-09-03'],
  ])('30 days from %s end on %s', (from, on) => {
    expect(addCalendarDays(calendar, from, 30).on).toBe(on);
  });

  test('a last day that is a day off gives way to the next working day, with its legal ground', () => {
    const { explanation, summary } = addCalendarDays(calendar, '2026-10-25', 30);
    expect(explanation.slice(-2)).toEqual([
      {
        date: '2026-11-24',
        weekday: 'Thứ Ba',
        counted: 30,
        reason: 'Ngày Văn hóa Việt Nam',
        certainty: 'announced',
      },
      { date: '2026-11-25', weekday: 'Thứ Tư', counted: null },
    ]);
    expect(summary).toBe(
      '30 ngày, tính từ ngày tiếp theo sau 25/10/2026; ngày cuối 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam) nên hạn là ngày làm việc tiếp theo (khoản 5 Điều 148 Bộ luật Dân sự 2015).',
    );
  });
});

describe('dates', () => {
  test('the date is that of Việt Nam, also around the turn of the year', () => {
    expect(localDate(new Date('2026-12-31T16:59:59.999Z'))).toBe('2026-12-31');
    expect(localDate(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
    expect(localDate(new Date('2026-11-20T23:00:00+07:00'))).toBe('2026-11-20');
    expect(() => localDate(new Date('x'))).toThrow(RangeError);
  });

  test('is read as people type it; what is none is left as it came', () => {
    for (const typed of ['05/01/2026', '5/1/2026', '5-1-2026', '05.01.2026', ' 2026-01-05 '])
      expect(typedDate(typed)).toBe('2026-01-05');
    expect(typedDate('31/2/2026')).toBe('2026-02-31');
    for (const typed of ['mai', '5/1', '5/1/26', '5/1/20266']) expect(typedDate(typed)).toBe(typed);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        expect(typedDate(vietnameseDate(dateOf(day)))).toBe(dateOf(day));
      }),
    );
  });

  test('dates and weekdays are written as in Việt Nam', () => {
    expect(vietnameseDate('2026-01-05')).toBe('05/01/2026');
    expect(() => vietnameseDate('2026-02-29')).toThrow(RangeError);
    expect(weekdayName(dayNumber('2026-11-24'))).toBe('Thứ Ba');
    expect(weekdayName(dayNumber('2026-11-22'))).toBe('Chủ nhật');
  });
});

describe('the content', () => {
  test('lists every day once, off days on weekdays only, with make-up days on Saturdays', () => {
    const weekdaysOf = (kind: string, certainty: string[]) =>
      new Set(
        content.days
          .filter((day) => day.kind === kind && certainty.includes(day.certainty))
          .map(({ date }) => weekdayName(dayNumber(date))),
      );
    const all = ['decided', 'announced', 'expected'];
    expect(weekdaysOf('off', all)).toEqual(new Set(['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu']));
    expect(weekdaysOf('work', ['decided', 'announced'])).toEqual(new Set(['Thứ Bảy']));
    expect([...calendar.publishedYears]).toEqual([2024, 2025, 2026, 2027]);
    expect(CalendarContent.safeParse({ days: [content.days[0], content.days[0]], notes: [] }).success).toBe(
      false,
    );
  });

  test('tells that a swap of 23/11/2026 is not known', () => {
    expect(content.notes.filter(({ year, text }) => year === 2026 && text.includes('23/11'))).toHaveLength(1);
    expect(isWorkingDay(calendar, '2026-11-23')).toBe(true);
  });
});

describe('for every date of 2024 to 2030 and up to 60 days', () => {
  const date = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2030-12-31') }).map(dateOf);
  const days = fc.integer({ min: 0, max: 60 });
  const someDays = fc.integer({ min: 1, max: 60 });

  test('the due date is a working day after receipt, and the last day counted', () => {
    fc.assert(
      fc.property(date, someDays, (from, n) => {
        const { on, explanation } = addWorkingDays(calendar, from, n);
        const counted = explanation.filter((day) => day.counted !== null);
        expect(isWorkingDay(calendar, on)).toBe(true);
        expect(counted.map((day) => day.counted)).toEqual(Array.from({ length: n }, (_, index) => index + 1));
        expect(counted.at(-1)?.date).toBe(on);
        expect(explanation.at(-1)?.date).toBe(on);
        expect(explanation.map((day) => day.date)).toEqual(
          explanation.map((_, index) => dateOf(dayNumber(from) + 1 + index)),
        );
        expect(explanation.every((day) => day.counted !== null || day.reason)).toBe(true);
      }),
    );
  });

  test('more days or a later receipt never give an earlier due date', () => {
    fc.assert(
      fc.property(date, date, days, days, (a, b, m, n) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(due(early, Math.min(m, n)) <= due(late, Math.max(m, n))).toBe(true);
      }),
    );
  });

  test('counting in two stages gives the same date as counting at once', () => {
    fc.assert(
      fc.property(date, someDays, days, (from, a, b) => {
        expect(due(due(from, a), b)).toBe(due(from, a + b));
      }),
    );
  });

  test('the days left on the day of receipt are the days given', () => {
    fc.assert(
      fc.property(date, someDays, (from, n) => {
        expect(workingDaysBetween(calendar, from, due(from, n))).toBe(n);
      }),
    );
  });

  test('calendar days end on a working day, never before their number', () => {
    fc.assert(
      fc.property(date, days, (from, n) => {
        const { on, explanation } = addCalendarDays(calendar, from, n);
        expect(isWorkingDay(calendar, on)).toBe(true);
        expect(dayNumber(on)).toBeGreaterThanOrEqual(dayNumber(from) + n);
        expect(explanation.filter((day) => day.counted !== null)).toHaveLength(n);
      }),
    );
  });
});
