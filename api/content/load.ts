// What the department publishes, read once from content/ and parsed; a wrong file stops the start with a sentence.
import { readCalendar } from '../calendar/load.ts';
import type { CalendarContent } from '../calendar/schema.ts';
import { readContacts } from '../contacts/load.ts';
import type { Contact } from '../contacts/schema.ts';
import { readDeadlines } from '../deadlines/load.ts';
import type { Deadline } from '../deadlines/schema.ts';
import { readDepartment } from '../department/load.ts';
import type { Department } from '../department/schema.ts';
import { readNotices } from '../notify/load.ts';
import type { Notices } from '../notify/schema.ts';
import { readProcedures } from '../procedures/load.ts';
import type { Procedure } from '../procedures/schema.ts';
import { readUnits } from '../units/load.ts';
import type { Unit } from '../units/schema.ts';

export type Content = {
  department: Department;
  units: Unit[];
  contacts: Contact[];
  calendar: CalendarContent;
  deadlines: Deadline[];
  notices: Notices;
  /** Keyed by `slug`: the national code where it is known, else a stable name. */
  procedures: Map<string, Procedure>;
};

export async function loadContent(): Promise<Content> {
  const [department, units, contacts, calendar, deadlines, notices, procedures] = await Promise.all([
    readDepartment(),
    readUnits(),
    readContacts(),
    readCalendar(),
    readDeadlines(),
    readNotices(),
    readProcedures(),
  ]);
  return { department, units, contacts, calendar, deadlines, notices, procedures };
}
