// The days off and make-up working days of one year, in order. Pure.
import type { z } from 'zod';
import { dayNumber, weekdayName } from '../dates/dates.ts';
import type { CalendarContent, YearView } from './schema.ts';
import type { Calendar } from './working-days.ts';

/** What is known of a year: entered days and fixed-date holidays, with reason, source and certainty. */
export function yearView(
  calendar: Calendar,
  notes: CalendarContent['notes'],
  year: number,
): z.infer<typeof YearView> {
  return {
    year,
    published: calendar.publishedYears.has(year),
    days: [...calendar.days.values()]
      .filter(({ date }) => date.startsWith(`${year}-`))
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map((day) => ({ ...day, weekday: weekdayName(dayNumber(day.date)) })),
    notes: notes.filter((note) => note.year === year).map(({ text }) => text),
  };
}
