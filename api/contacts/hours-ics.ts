// Office hours as a calendar that a telephone can take in (iCalendar): every opening repeats weekly, days off left out.
import ical, { ICalEventRepeatingFreq } from 'ical-generator';
import { dateOf, dayNumber } from '../calendar/dates.ts';

/** 0 is Sunday, 1 Monday … 6 Saturday; clock times of Việt Nam, `07:30`. */
export type WeeklyHours = { weekday: number; from: string; to: string };

export type HoursCalendar = {
  /** Names the calendar among others of this portal, such as the id of a contact. */
  id: string;
  name: string;
  location?: string | null;
  url?: string | null;
  hours: readonly WeeklyHours[];
  /** Dates (YYYY-MM-DD) on which nothing opens although the weekday would; as far ahead as they are known. */
  daysOff: readonly string[];
  /** The first and last date the calendar speaks of. Days off after `until` are not known: it must end there. */
  from: string;
  until: string;
  /** When the calendar was written down. */
  now: Date;
};

const weekdayOf = (date: string) => (((dayNumber(date) + 4) % 7) + 7) % 7;
// Việt Nam has kept UTC+7 without summer time since 1975: an instant says the same as a local time.
const instant = (date: string, clock: string) => new Date(`${date}T${clock}:00+07:00`);

/** The text of an .ics file. Throws an Error where `until` lies before `from`. */
export function hoursCalendar({ id, name, location, url, hours, daysOff, from, until, now }: HoursCalendar) {
  if (until < from) throw new Error(`A calendar cannot end on ${until}, before it begins on ${from}`);
  const calendar = ical({ name, prodId: { company: 'Minh Bach', product: 'gio lam viec', language: 'VI' } });
  for (const { weekday, from: opens, to: closes } of hours) {
    const first = firstOn(weekday, from);
    if (first > until) continue;
    // 24:00 is the next day's first minute.
    const [endDate, endClock] =
      closes === '24:00' ? [dateOf(dayNumber(first) + 1), '00:00'] : [first, closes];
    const closed = daysOff.filter((date) => date >= first && date <= until && weekdayOf(date) === weekday);
    calendar.createEvent({
      id: `${id}-${weekday}-${opens.replace(':', '')}`,
      summary: name,
      start: instant(first, opens),
      end: instant(endDate, endClock),
      stamp: now,
      ...(location && { location }),
      ...(url && { url }),
      // The weekday follows from the first day; said in UTC, it could be the one before.
      repeating: {
        freq: ICalEventRepeatingFreq.WEEKLY,
        until: instant(until, '23:59'),
        ...(closed.length > 0 && { exclude: closed.map((date) => instant(date, opens)) }),
      },
    });
  }
  return calendar.toString();
}

function firstOn(weekday: number, from: string): string {
  const ahead = (weekday - weekdayOf(from) + 7) % 7;
  return dateOf(dayNumber(from) + ahead);
}
