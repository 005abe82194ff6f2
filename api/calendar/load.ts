// Reads content/calendar.yaml.
import { readYaml } from '../content/read.ts';
import { CalendarContent } from './schema.ts';

export function readCalendar(from: string): Promise<CalendarContent> {
  return readYaml(from, 'calendar.yaml', CalendarContent);
}
