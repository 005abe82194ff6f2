// Office hours as a calendar file: weekly, in UTC, without the days off, and no further than they are known.
import { expect, test } from 'vitest';
import { hoursCalendar } from '../../api/contacts/hours-ics.ts';

const monday = { weekday: 1, from: '07:00', to: '11:30' };
const given = {
  id: 'thu',
  name: 'Giờ làm việc (dữ liệu thử)',
  hours: [monday],
  daysOff: ['2026-11-24', '2026-11-30', '2027-01-04'],
  from: '2026-11-20',
  until: '2026-12-31',
  now: new Date('2026-11-20T01:00:00Z'),
};
const linesOf = (text: string) => text.split('\r\n');

test('an opening repeats every week from its first day to the last one known', () => {
  expect(linesOf(hoursCalendar(given))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Minh Bach//gio lam viec//VI',
    'NAME:Giờ làm việc (dữ liệu thử)',
    'X-WR-CALNAME:Giờ làm việc (dữ liệu thử)',
    'BEGIN:VEVENT',
    'UID:thu-1-0700',
    'SEQUENCE:0',
    'DTSTAMP:20261120T010000Z',
    'DTSTART:20261123T000000Z',
    'DTEND:20261123T043000Z',
    'RRULE:FREQ=WEEKLY;UNTIL=20261231T165900Z',
    'EXDATE:20261130T000000Z',
    'SUMMARY:Giờ làm việc (dữ liệu thử)',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
});

test('an opening without a day off excludes nothing; one that lasts to midnight ends on the next day', () => {
  const text = hoursCalendar({ ...given, hours: [{ weekday: 0, from: '00:00', to: '24:00' }] });
  expect(text).toContain('DTSTART:20261121T170000Z\r\nDTEND:20261122T170000Z');
  expect(text).not.toContain('EXDATE');
});

test('a weekday that does not come before the end is left out; an end before the beginning is refused', () => {
  expect(hoursCalendar({ ...given, until: '2026-11-22' })).not.toContain('VEVENT');
  expect(() => hoursCalendar({ ...given, until: '2026-11-19' })).toThrow('cannot end on 2026-11-19');
});
