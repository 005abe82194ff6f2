// The report calendar as iCalendar (RFC 5545): whole days, titles only; the same event keeps its name for ever.
import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import type { Feed } from '../../../api/obligations/views.ts';

/** `host` ends the names of the events; `now` is when the answer is made. */
export function obligationCalendar(
  { events }: Feed,
  { name, host, now }: { name: string; host: string; now: Date },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Minh Bach', product: 'nghia-vu', language: 'VI' },
    ttl: 6 * 3_600,
  });
  for (const { uid, title, on, version } of events)
    calendar.createEvent({
      id: `${uid}@${host}`,
      sequence: version,
      // The library writes the local fields of a Date; without a zone in the text it is read as local.
      start: new Date(`${on}T00:00:00`),
      allDay: true,
      stamp: now,
      summary: title,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  return calendar.toString();
}
