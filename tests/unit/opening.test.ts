// Opening hours: lunch, weekends, holidays, make-up Saturdays, lines that never rest.
import { expect, test } from 'vitest';
import { statutoryDaysOff } from '../../api/calendar/holidays.ts';
import { buildCalendar } from '../../api/calendar/working-days.ts';
import { dayKindIn } from '../../api/contacts/day-kind.ts';
import { Hours, saysTheHours } from '../../api/contacts/hours.ts';
import { openingAt } from '../../api/contacts/opening.ts';

const office = Hours.parse([
  { days: [1, 2, 3, 4, 5], from: '07:00', to: '11:30' },
  { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
]);
const calendar = buildCalendar([
  ...statutoryDaysOff(2026),
  { date: '2026-08-22', kind: 'work', reason: 'Làm bù', certainty: 'decided', source: 'Bài thử' },
]);
const at = (local: string, hours = office) =>
  openingAt(hours, (date) => dayKindIn(calendar, date), new Date(`${local}:00+07:00`));

test('open in the morning, until the lunch break', () => {
  expect(at('2026-11-20T07:00')).toEqual({ state: 'open', until: '11:30', allDay: false });
  expect(at('2026-11-20T11:29')).toEqual({ state: 'open', until: '11:30', allDay: false });
});

test('closed from the very minute of the break; the same day opens again', () => {
  const opens = { state: 'closed', opensOn: '2026-11-20', opensAt: '13:30', reason: 'hours' };
  expect(at('2026-11-20T11:30')).toEqual(opens);
  expect(at('2026-11-20T13:29')).toEqual(opens);
  expect(at('2026-11-20T06:59')).toEqual({ ...opens, opensAt: '07:00' });
});

test('on Friday evening and on the weekend it opens on Monday', () => {
  const monday = { state: 'closed', opensOn: '2026-11-23', opensAt: '07:00' };
  expect(at('2026-11-20T17:00')).toEqual({ ...monday, reason: 'hours' });
  expect(at('2026-11-21T09:00')).toEqual({ ...monday, reason: 'weekend' });
  expect(at('2026-11-22T23:59')).toEqual({ ...monday, reason: 'weekend' });
});

test('24 November 2026 is a holiday: closed all day, and the eve says Wednesday', () => {
  const wednesday = { state: 'closed', opensOn: '2026-11-25', opensAt: '07:00' };
  expect(at('2026-11-24T09:00')).toEqual({ ...wednesday, reason: 'holiday' });
  expect(at('2026-11-23T18:00')).toEqual({ ...wednesday, reason: 'hours' });
});

test('a make-up Saturday keeps the hours of a weekday', () => {
  expect(at('2026-08-22T08:00')).toEqual({ state: 'open', until: '11:30', allDay: false });
  expect(at('2026-08-21T17:30')).toMatchObject({ opensOn: '2026-08-22', opensAt: '07:00' });
});

test('hours of a Saturday hold on ordinary ones and rest on holidays', () => {
  const saturdays = Hours.parse([{ days: [6], from: '08:00', to: '11:00' }]);
  expect(at('2026-11-21T09:00', saturdays)).toMatchObject({ state: 'open' });
  // 2 May 2026 is no holiday, 1 May is; in 2027 the first of May is a Saturday.
  expect(at('2027-05-01T09:00', saturdays)).toEqual({
    state: 'closed',
    opensOn: '2027-05-08',
    opensAt: '08:00',
    reason: 'holiday',
  });
});

test('a line that never rests is open on holidays too', () => {
  const always = Hours.parse([{ days: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '24:00', onHolidays: true }]);
  expect(at('2026-11-24T03:00', always)).toEqual({ state: 'open', until: '24:00', allDay: true });
});

test('hours as data must be those of the text beside them', () => {
  expect(saysTheHours('sáng 07h00 - 11h30, chiều 13h30 - 17h00', office)).toBe(true);
  expect(saysTheHours('sáng 7h - 11h30, chiều 13 giờ 30 đến 17 giờ', office)).toBe(true);
  expect(saysTheHours('sáng 07h30 - 11h30, chiều 13h30 - 17h00', office)).toBe(false);
});
