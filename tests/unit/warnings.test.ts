// Warnings and the two overdue flags, on the calendar of November and December 2026 (24/11 is a day off).
import { expect, test } from 'vitest';
import { buildCalendar } from '../../api/calendar/working-days.ts';
import { warningOf, type Dated } from '../../api/cases/dates/warnings.ts';
import { states, type Status } from '../../api/cases/lifecycle.ts';

const calendar = buildCalendar([]);
// Received on Friday 20/11/2026.
const received: Dated = {
  status: 'submitted',
  dueOn: '2026-12-14',
  stageDueOn: '2026-11-25',
  transferDueOn: '2026-11-30',
};
const on = (today: string, change: Partial<Dated> = {}) =>
  warningOf(calendar, today, { ...received, ...change });
const handling = { status: 'assigned', stageDueOn: null } as const;

test.each([
  ['2026-11-20', 2, 3],
  ['2026-11-22', 2, 3],
  ['2026-11-23', 1, 1],
  ['2026-11-24', 1, 1],
  ['2026-11-25', 0, 0],
  ['2026-11-26', -1, 'late'],
])('a new case on %s has %i working days for its stage and warns at level %s', (today, daysLeft, level) => {
  expect(on(today)).toMatchObject({ daysLeft, level });
});

test.each([
  ['2026-12-08', 4, null],
  ['2026-12-09', 3, 3],
  ['2026-12-10', 2, 3],
  ['2026-12-11', 1, 1],
  ['2026-12-12', 1, 1],
  ['2026-12-14', 0, 0],
  ['2026-12-15', -1, 'late'],
])('a case in handling on %s has %i working days and warns at level %s', (today, daysLeft, level) => {
  expect(on(today, handling)).toMatchObject({ daysLeft, level });
});

test('the stage is late from 26/11 by the measuring rules, the law is broken from 01/12 on', () => {
  const flags = (today: string) => {
    const { overdueLegal, overdueOperational } = on(today);
    return { overdueLegal, overdueOperational };
  };
  expect(flags('2026-11-25')).toEqual({ overdueLegal: false, overdueOperational: false });
  expect(flags('2026-11-26')).toEqual({ overdueLegal: false, overdueOperational: true });
  expect(flags('2026-11-30')).toEqual({ overdueLegal: false, overdueOperational: true });
  expect(flags('2026-12-01')).toEqual({ overdueLegal: true, overdueOperational: true });
});

test('a case taken as the department’s own is never overdue for transfer', () => {
  expect(on('2026-12-01', handling)).toMatchObject({ overdueLegal: false, overdueOperational: false });
  expect(on('2026-12-15', handling)).toMatchObject({ overdueLegal: false, overdueOperational: true });
});

test('a conduct case that waits for the leader still stands under the limit of transfer', () => {
  const waiting = { status: 'conduct_review', stageDueOn: '2026-12-10' } as const;
  expect(on('2026-11-30', waiting)).toMatchObject({
    daysLeft: 0,
    overdueLegal: false,
    overdueOperational: false,
  });
  expect(on('2026-12-01', waiting)).toMatchObject({
    level: 'late',
    overdueLegal: true,
    overdueOperational: false,
  });
});

test('while the sender is asked the office is not late, whatever day it is', () => {
  const paused = { status: 'need_info', stageDueOn: '2026-12-18' } as const;
  expect(on('2026-12-16', paused)).toEqual({
    daysLeft: 2,
    level: 3,
    overdueLegal: false,
    overdueOperational: false,
  });
  expect(on('2026-12-21', paused)).toMatchObject({
    level: 'late',
    overdueLegal: false,
    overdueOperational: false,
  });
});

test('once answered, only the day of publication counts', () => {
  const answered = { status: 'answered', stageDueOn: '2026-12-18' } as const;
  expect(on('2026-12-16', answered)).toMatchObject({ daysLeft: 2, overdueOperational: false });
  expect(on('2026-12-19', answered)).toMatchObject({ level: 'late', overdueOperational: true });
});

test('a closed case warns of nothing', () => {
  const closed = Object.keys(states).filter(
    (status) => states[status as Status].clock === 'stopped',
  ) as Status[];
  expect(closed).toContain('published');
  for (const status of closed)
    expect(on('2027-06-01', { status })).toEqual({
      daysLeft: null,
      level: null,
      overdueLegal: false,
      overdueOperational: false,
    });
});
