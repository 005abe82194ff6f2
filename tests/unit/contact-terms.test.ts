// Until when a number, a channel or a focal person holds: what is shown on a day, what staff are told, before and after.
import { expect, test } from 'vitest';
import { statutoryDaysOff } from '../../api/calendar/holidays.ts';
import { buildCalendar } from '../../api/calendar/working-days.ts';
import { isCertainBetween } from '../../api/contacts/day-kind.ts';
import { detailsOn, expiredOn, expiringWithin, personsOn } from '../../api/contacts/expiry.ts';
import { Contact } from '../../api/contacts/schema.ts';
import { vcardOf } from '../../api/contacts/vcard.ts';
import { hoursCalendar } from '../../site/lib/feed/hours-calendar.ts';
import { openingWords } from '../../site/lib/case/opening-words.ts';

const person = (name: string, validFrom: string | null, validTo: string | null) => ({
  name,
  position: 'Chuyên viên',
  phone: null,
  email: null,
  validFrom,
  validTo,
  substitute: null,
});
const channel = (change: object = {}) =>
  Contact.parse({
    id: 'kenh-thu',
    tier: 'department',
    name: 'Kênh thử',
    operator: null,
    description: 'Kênh của bài thử.',
    details: [
      { type: 'phone', value: '0255 000 0001', validTo: '2026-12-31' },
      { type: 'phone', value: '0255 000 0002', validFrom: '2027-01-01' },
      { type: 'email', value: 'thu@vidu.example' },
    ],
    confidence: 'source',
    sources: [],
    validFrom: null,
    validTo: null,
    note: null,
    ...change,
  });
const values = (contact: Contact, today: string) => detailsOn(contact, today).map(({ value }) => value);
const card = (contact: Contact, today: string) =>
  vcardOf(contact, 'https://vidu.example/duong-day-nong', today).replaceAll('\r\n ', '');

test('an old number is shown until its last day, and gives way to the one that takes its place', () => {
  const all = ['0255 000 0001', '0255 000 0002', 'thu@vidu.example'];
  expect(values(channel(), '2026-12-31')).toEqual(all);
  expect(values(channel(), '2027-01-01')).toEqual(all.slice(1));
});

test('the card has the number that holds on the day, neither the old nor the coming one', () => {
  const numbers = (today: string) => [...card(channel(), today).matchAll(/tel:(\d+)/g)].map(([, tel]) => tel);
  expect(numbers('2026-12-31')).toEqual(['02550000001']);
  expect(numbers('2027-01-01')).toEqual(['02550000002']);
});

test('staff are told of a number only when nothing takes its place: ahead of its last day, and after', () => {
  expect(expiringWithin([channel()], '2026-12-15', 30)).toEqual([]);
  expect(expiredOn([channel()], '2027-01-01')).toEqual([]);
  const alone = channel({ details: [{ type: 'phone', value: '0255 000 0001', validTo: '2026-12-31' }] });
  const told = [{ id: 'kenh-thu', name: 'Kênh thử', what: 'Điện thoại', validTo: '2026-12-31' }];
  expect(expiringWithin([alone], '2026-11-30', 30)).toEqual([]);
  expect(expiringWithin([alone], '2026-12-02', 30)).toEqual(told);
  expect(expiringWithin([alone], '2026-12-31', 30)).toEqual(told);
  expect(expiredOn([alone], '2026-12-31')).toEqual([]);
  expect(expiredOn([alone], '2027-01-01')).toEqual(told);
  expect(expiringWithin([alone], '2027-01-01', 30)).toEqual([]);
});

test('no number outlasts its channel: past the day of the whole channel none can be called, and the card says why', () => {
  const ended = channel({
    details: [{ type: 'phone', value: '0255 000 0001' }],
    focalPersons: [person('Người thử', null, null)],
    validTo: '2026-11-30',
  });
  expect(detailsOn(ended, '2026-11-30')[0]?.validTo).toBe(null);
  expect(detailsOn(ended, '2026-12-01')[0]?.validTo).toBe('2026-11-30');
  const after = card(ended, '2026-12-01');
  expect(after).not.toContain('tel:');
  expect(after).not.toContain('Người thử');
  expect(after).toContain('NOTE:Kênh này hết hiệu lực từ 01/12/2026\\, Sở chưa cập nhật.');
  expect(expiredOn([ended], '2026-12-01').map(({ what }) => what)).toEqual(['Cả kênh']);
});

test('a focal person who has gone gives way to the one who has come', () => {
  const persons = { focalPersons: [person('Cũ', null, '2026-11-30'), person('Mới', '2026-12-01', null)] };
  const names = (today: string) => personsOn(channel(persons), today).map(({ name }) => name);
  expect(names('2026-11-30')).toEqual(['Cũ', 'Mới']);
  expect(names('2026-12-01')).toEqual(['Mới']);
  expect(expiredOn([channel({ focalPersons: [person('Cũ', null, '2026-11-30')] })], '2026-12-01')).toEqual([
    { id: 'kenh-thu', name: 'Kênh thử', what: 'Cá nhân đầu mối', validTo: '2026-11-30' },
  ]);
});

test('hours that rest on days off not yet decided say so', () => {
  const calendar = buildCalendar([
    ...statutoryDaysOff(2026),
    { date: '2027-02-04', kind: 'off', reason: 'Tết', certainty: 'expected', source: 'Bài thử' },
  ]);
  expect(isCertainBetween(calendar, '2026-11-24', '2026-11-25')).toBe(true);
  expect(isCertainBetween(calendar, '2027-02-03', '2027-02-05')).toBe(false);
  expect(isCertainBetween(calendar, '2028-01-03', '2028-01-03')).toBe(false);
  const closed = {
    id: 'kenh-thu',
    checked: true,
    certain: false,
    state: 'closed',
    opensOn: '2027-02-11',
    opensAt: '07:00',
    reason: 'holiday',
  } as const;
  expect(openingWords(closed, '2027-02-04')).toBe(
    'Mở lại lúc 07:00 Thứ Năm, 11/02/2027 (đang nghỉ lễ). Lịch nghỉ những ngày này còn là dự kiến.',
  );
});

test('the calendar of the hours is one that every reader takes: stamped in UTC, each line ended, folded at 75 octets', () => {
  const office = channel({
    details: [
      {
        type: 'hours',
        value: 'Thứ Hai đến thứ Sáu, 07h00 - 11h30',
        hours: [{ days: [1, 2, 3, 4, 5], from: '07:00', to: '11:30' }],
      },
    ],
  });
  const days = [
    { date: '2026-11-24', kind: 'off' as const },
    { date: '2026-12-05', kind: 'work' as const },
  ];
  const text = hoursCalendar(office, days, '2026-11-20', 'https://vidu.example/duong-day-nong');
  expect(text.match(/^DTSTAMP:.*$/gm)).toEqual(['DTSTAMP:20261119T170000Z', 'DTSTAMP:20261119T170000Z']);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain('EXDATE;TZID=Asia/Ho_Chi_Minh:20261124T070000\r\n');
  expect(text).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20261205T070000');
});
