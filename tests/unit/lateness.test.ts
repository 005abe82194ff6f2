// How near a case is to its dates and what it is late by, in November and December 2026 (24/11 is a day off).
import { expect, test } from 'vitest';
import { buildCalendar } from '../../api/calendar/working-days.ts';
import { limitAfterPause } from '../../api/cases/dates/due.ts';
import { duties } from '../../api/cases/dates/duties.ts';
import {
  isWaitOver,
  isWarned,
  lastWithin,
  latenessOf,
  nearnessOf,
  type Dated,
} from '../../api/cases/dates/lateness.ts';
import { isTold, isTurnOf, type Waiting } from '../../api/cases/dates/turn.ts';
import { isClosed, Status } from '../../api/cases/lifecycle.ts';

const calendar = buildCalendar([]);
// Received on Friday 20/11/2026.
const received: Dated = {
  status: 'submitted',
  dueOn: '2026-12-14',
  stageDueOn: '2026-11-25',
  transferDueOn: '2026-11-30',
  reviewDueOn: null,
};
const on = (today: string, change: Partial<Dated> = {}) =>
  latenessOf(calendar, today, { ...received, ...change });
const flags = (today: string, change: Partial<Dated> = {}) => {
  const { lateByLaw, lateByRule } = on(today, change);
  return [lateByLaw && 'law', lateByRule && 'rule'].filter(Boolean).join(' and ');
};
const warned = { first: 3, again: 1 };
const handling = { status: 'assigned', stageDueOn: null } as const;

test.each([
  ['2026-11-20', 2, 'soon'],
  ['2026-11-22', 2, 'soon'],
  ['2026-11-23', 1, 'near'],
  ['2026-11-24', 1, 'near'],
  ['2026-11-25', 0, 'today'],
  ['2026-11-26', -1, 'late'],
])('a new case on %s has %i working days for its stage and is %s', (today, daysLeft, nearness) => {
  expect(on(today).daysLeft).toBe(daysLeft);
  expect(nearnessOf(daysLeft, warned)).toBe(nearness);
});

test.each([
  ['2026-12-08', 4, null],
  ['2026-12-09', 3, 'soon'],
  ['2026-12-11', 1, 'near'],
  ['2026-12-12', 1, 'near'],
  ['2026-12-14', 0, 'today'],
  ['2026-12-15', -1, 'late'],
])('a case in handling on %s has %i working days and is %s', (today, daysLeft, nearness) => {
  expect(on(today, handling).daysLeft).toBe(daysLeft);
  expect(nearnessOf(daysLeft, warned)).toBe(nearness);
});

test('letters go out on the days of the warnings, on the last day, and on every day after it', () => {
  const told = (days: { first: number; again: number }) =>
    [6, 5, 4, 3, 2, 1, 0, -1, -10].filter((left) => isWarned(left, days));
  expect(told(warned)).toEqual([3, 1, 0, -1, -10]);
  expect(told({ first: 5, again: 2 })).toEqual([5, 2, 0, -1, -10]);
});

test('the stage is late from 26/11 by the measuring rules, the law is broken from 01/12 on', () => {
  expect(flags('2026-11-25')).toBe('');
  expect(flags('2026-11-26')).toBe('rule');
  expect(flags('2026-11-30')).toBe('rule');
  expect(flags('2026-12-01')).toBe('law and rule');
});

test('a case taken as the department’s own is never late for transfer', () => {
  expect(flags('2026-12-01', handling)).toBe('');
  expect(flags('2026-12-15', handling)).toBe('rule');
});

test('a conduct case that waits for the leader still stands under the limit of transfer', () => {
  const waiting = { status: 'conduct_review', stageDueOn: '2026-12-10' } as const;
  expect(on('2026-11-30', waiting)).toEqual({
    nearestOn: '2026-11-30',
    daysLeft: 0,
    lateByLaw: false,
    lateByRule: false,
  });
  expect(on('2026-12-01', waiting)).toEqual({
    nearestOn: '2026-11-30',
    daysLeft: -1,
    lateByLaw: true,
    lateByRule: false,
  });
});

test('while the sender is asked the office is not late, whatever day it is', () => {
  const paused = { status: 'need_info', stageDueOn: '2026-12-18' } as const;
  for (const today of ['2026-12-01', '2026-12-16', '2026-12-21'])
    expect(on(today, paused)).toEqual({
      nearestOn: null,
      daysLeft: null,
      lateByLaw: false,
      lateByRule: false,
    });
});

test('the wait for the sender is over on the day after its date, but for a locked letter', () => {
  const asked = { status: 'need_info', stageDueOn: '2026-12-18', locked: false } as const;
  expect(isWaitOver(asked, '2026-12-18')).toBe(false);
  expect(isWaitOver(asked, '2026-12-19')).toBe(true);
  expect(isWaitOver({ ...asked, locked: true }, '2026-12-19')).toBe(false);
  expect(isWaitOver({ ...asked, status: 'submitted' }, '2026-12-19')).toBe(false);
});

test.each([
  ['in time: asked on 27/11 with one day left, answered on 04/12', '2026-11-27', '2026-12-04', '2026-12-07'],
  ['late already: asked on 01/12, answered on 04/12', '2026-12-01', '2026-12-04', '2026-12-03'],
  ['asked and answered on one day', '2026-11-26', '2026-11-26', '2026-11-30'],
])('the limit of transfer stands still with the other clocks: %s', (_, pausedOn, today, limit) => {
  expect(limitAfterPause(calendar, '2026-11-30', pausedOn, today)).toBe(limit);
});

test('once answered, only the day of publication counts', () => {
  const answered = { status: 'answered', stageDueOn: '2026-12-18' } as const;
  expect(on('2026-12-16', answered)).toMatchObject({ daysLeft: 2, lateByRule: false });
  expect(on('2026-12-19', answered)).toMatchObject({ daysLeft: -1, lateByRule: true });
});

test('what is still collected is looked at again when its day has come, long before a far day set from above', () => {
  const collecting = {
    status: 'collecting',
    stageDueOn: null,
    dueOn: '2027-06-30',
    reviewDueOn: '2027-02-19',
  } as const;
  expect(on('2027-02-18', collecting)).toMatchObject({ nearestOn: '2027-02-19', daysLeft: 1 });
  expect(on('2027-02-22', collecting)).toMatchObject({ daysLeft: -1, lateByRule: true });
  expect(on('2027-02-22', { ...collecting, status: 'assigned' })).toMatchObject({ lateByRule: false });
});

test('a closed case is late for nothing, waits for nobody, and every open one waits for somebody', () => {
  for (const status of Status.options)
    expect([status, duties[status].turn === null, duties[status].dates.length === 0]).toEqual([
      status,
      isClosed(status) || status === 'draft',
      isClosed(status) || status === 'draft' || status === 'need_info',
    ]);
  expect(on('2027-06-01', { status: 'published' }).nearestOn).toBeNull();
});

test('what falls on days off before the next working day has no working day left', () => {
  expect(lastWithin(calendar, '2026-11-27', 0)).toBe('2026-11-29');
  expect(lastWithin(calendar, '2026-11-23', 0)).toBe('2026-11-24');
  expect(lastWithin(calendar, '2026-11-25', 0)).toBe('2026-11-25');
  expect(lastWithin(calendar, '2026-11-25', 3)).toBe('2026-11-30');
});

const waiting: Waiting = {
  status: 'submitted',
  handlerId: null,
  unit: null,
  locked: false,
  keeperId: null,
  proposal: null,
};
const officer = (role: 'TN' | 'LD' | 'CVP' | 'TP' | 'XL', unit = 'van-phong') => ({
  id: `${role}-1`,
  role,
  unit,
});

test('a locked letter waits for its keeper alone, in whatever state it stands; without one, for the leaders', () => {
  const locked = { ...waiting, locked: true, keeperId: 'CVP-1' };
  for (const status of ['submitted', 'need_info', 'conduct_review', 'answered'] as const) {
    expect(isTurnOf(officer('CVP'), { ...locked, status })).toBe(true);
    expect(isTurnOf(officer('TN'), { ...locked, status })).toBe(false);
    expect(isTurnOf(officer('LD'), { ...locked, status })).toBe(false);
    expect(isTurnOf(officer('LD'), { ...locked, status, keeperId: null })).toBe(true);
  }
  expect(isTurnOf(officer('CVP'), { ...locked, status: 'guided_out' })).toBe(false);
});

test('what was prepared waits for its signer, not for the handler, and no head of a unit is told in their stead', () => {
  const prepared: Waiting = {
    ...waiting,
    status: 'assigned',
    handlerId: 'XL-1',
    unit: 'phong-a',
    proposal: { step: 'transfer', proposedBy: 'another' },
  };
  expect(isTurnOf(officer('XL', 'phong-a'), prepared)).toBe(false);
  expect(isTurnOf(officer('LD'), prepared)).toBe(true);
  expect(isTold(officer('TP', 'phong-a'), prepared, true)).toBe(false);
  expect(isTold(officer('TP', 'phong-a'), { ...prepared, proposal: null }, true)).toBe(true);
});
