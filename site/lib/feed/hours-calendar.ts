// Opening hours as iCalendar (RFC 5545): weekly until the end of next year, days off left out, make-up days put in.
import ical, { ICalEventRepeatingFreq, ICalWeekday } from 'ical-generator';
import { dateOf, dayNumber, isWeekend } from '../../../api/dates/dates.ts';
import { detailsOn, holdsOn } from '../../../api/contacts/expiry.ts';
import type { Contact } from '../../../api/contacts/schema.ts';
import { type DayKind, spansOn } from '../../../api/contacts/opening.ts';

type Day = { date: string; kind: 'off' | 'work' };

const zone = 'Asia/Ho_Chi_Minh';
// Seven hours ahead all year round.
const zoneText = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'TZNAME:+07',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'DTSTART:19700101T000000',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');
const weekdays = [
  ICalWeekday.SU,
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
];

// The library writes the local fields of a Date under the zone's name; nothing is converted.
const moment = (date: string, clock: string) => new Date(`${date}T${clock === '24:00' ? '23:59' : clock}:00`);

/** The calendar of a channel's hours; `address` is of the page of channels, empty where the portal's is not known; `days` are the days off and make-up days of this year and the next. */
export function hoursCalendar(
  contact: Contact,
  days: readonly Day[],
  today: string,
  address: string,
): string {
  const { id, name } = contact;
  // RFC 5545 §3.8.4.7 wants a name that is the own one; where none is known it is one that nobody has (RFC 2606).
  const host = address === '' ? 'minh-bach.invalid' : new URL(address).hostname;
  const detail = detailsOn(contact, today).find((one) => one.hours !== null && holdsOn(one, today));
  const hours = detail?.hours ?? [];
  const listed = new Map(days.map(({ date, kind }) => [date, kind]));
  const kindOf = (date: string): DayKind => {
    const kind = listed.get(date);
    if (kind === 'off') return 'holiday';
    if (!isWeekend(dayNumber(date))) return 'working';
    return kind === 'work' ? 'make-up' : 'weekend';
  };
  const lastDay = detail?.validTo ?? `${Number(today.slice(0, 4)) + 1}-12-31`;
  const length = dayNumber(lastDay) - dayNumber(today) + 1;
  const dates = Array.from({ length }, (_, index) => dateOf(dayNumber(today) + index));
  const summary = `Giờ làm việc: ${name}${detail?.checked === false ? ' (chưa kiểm chứng)' : ''}`;

  const calendar = ical({
    name: summary,
    prodId: { company: 'Minh Bach', product: 'duong-day-nong', language: 'VI' },
  });
  calendar.timezone({ name: zone, generator: () => zoneText });
  for (const [index, span] of hours.entries()) {
    const holds = (date: string) => spansOn(hours, kindOf, date).includes(span);
    const weekly = dates.filter((date) => span.days.includes(weekdayOf(date)));
    const first = weekly.find(holds);
    if (!first) continue;
    const ordinary = weekly.slice(weekly.indexOf(first));
    calendar.createEvent({
      id: `${id}-${index + 1}@${host}`,
      start: moment(first, span.from),
      end: moment(first, span.to),
      stamp: moment(today, '00:00'),
      timezone: zone,
      summary,
      ...(address !== '' && { url: address }),
      repeating: {
        freq: ICalEventRepeatingFreq.WEEKLY,
        byDay: span.days.map((day) => weekdays[day] ?? ICalWeekday.MO),
        // An end by date would have to be in UTC beside a start with a zone, which the library does not write.
        count: ordinary.length,
        exclude: ordinary.filter((date) => !holds(date)).map((date) => moment(date, span.from)),
      },
    });
  }
  for (const date of dates.filter((one) => kindOf(one) === 'make-up'))
    for (const span of spansOn(hours, kindOf, date).filter(({ days: own }) => !own.includes(weekdayOf(date))))
      calendar.createEvent({
        id: `${id}-${date}-${span.from.replace(':', '')}@${host}`,
        start: moment(date, span.from),
        end: moment(date, span.to),
        stamp: moment(today, '00:00'),
        timezone: zone,
        summary: `${summary} (làm bù)`,
        ...(address !== '' && { url: address }),
      });
  // The library writes the stamp in the zone's own time, where the standard wants UTC (§3.8.7.2), and no last line end.
  const stamp = new Date(`${today}T00:00:00+07:00`).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `${calendar.toString().replaceAll(/^DTSTAMP:.*$/gm, `DTSTAMP:${stamp}`)}\r\n`;
}

const weekdayOf = (date: string) => (((dayNumber(date) + 4) % 7) + 7) % 7;
