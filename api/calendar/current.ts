// The calendar in force: the one place that says where its days come from.
import type { Portal } from '../portal.ts';
import type { CalendarContent } from './schema.ts';
import { buildCalendar, type Calendar } from './working-days.ts';

const built = new WeakMap<CalendarContent, Calendar>();

/** The calendar in force, built once for each content value. */
export function currentCalendar({ content }: Pick<Portal, 'content'>): Calendar {
  const known = built.get(content.calendar);
  if (known) return known;
  const calendar = buildCalendar(content.calendar.days);
  built.set(content.calendar, calendar);
  return calendar;
}
