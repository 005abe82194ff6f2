// Reads content/calendar.yaml.
import { readYaml } from '../content/read.ts';
import { CalendarContent } from './schema.ts';

export function readCalendar(): Promise<CalendarContent> {
  return readYaml('calendar.yaml', CalendarContent);
}
