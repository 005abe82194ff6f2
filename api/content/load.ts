// What the department publishes, read once from content/ and parsed; a wrong file stops the start with a sentence.
import { readCalendar } from '../calendar/load.ts';
import type { CalendarContent } from '../calendar/schema.ts';
import { readContacts } from '../contacts/load.ts';
import type { Contact } from '../contacts/schema.ts';
import { localDate } from '../calendar/dates.ts';
import { readDeadlines } from '../deadlines/load.ts';
import type { Deadline } from '../deadlines/schema.ts';
import { readDecisions } from '../decisions/load.ts';
import type { Decision } from '../decisions/schema.ts';
import { readDocuments } from '../documents/load.ts';
import type { LibraryDocument } from '../documents/schema.ts';
import { readDepartment } from '../department/load.ts';
import type { Department } from '../department/schema.ts';
import type { FiguresContent } from '../figures/content-schema.ts';
import { readFigures } from '../figures/load.ts';
import { readNotices } from '../notify/load.ts';
import type { Notices } from '../notify/schema.ts';
import { readProcedures } from '../procedures/load.ts';
import type { Procedure } from '../procedures/schema.ts';
import type { ReportForm } from '../reports/form-schema.ts';
import { readReportForms } from '../reports/load.ts';
import type { NoticeBoard } from '../sheets/content.ts';
import { readNoticeBoard } from '../sheets/load.ts';
import { readSurveys } from '../surveys/load.ts';
import type { Survey } from '../surveys/schema.ts';
import { readUnits } from '../units/load.ts';
import type { Unit } from '../units/schema.ts';

export type Content = {
  department: Department;
  units: Unit[];
  contacts: Contact[];
  calendar: CalendarContent;
  deadlines: Deadline[];
  figures: FiguresContent;
  notices: Notices;
  /** The wording of the print sheets. */
  noticeBoard: NoticeBoard;
  /** Newest signing first. */
  decisions: Decision[];
  /** Keyed by `slug`: the national code where it is known, else a stable name. */
  procedures: Map<string, Procedure>;
  /** The forms of reports, keyed by id. */
  reports: Map<string, ReportForm>;
  /** The library, newest first; keyed by `slug`. */
  documents: Map<string, LibraryDocument>;
  /** Keyed by the name of the file. */
  surveys: Map<string, Survey>;
};

/** Everything in content/ as it stands on the day (Việt Nam) of `now`. */
export async function loadContent(now: Date): Promise<Content> {
  const today = localDate(now);
  const [department, units, contacts, calendar, deadlines, figures, decisions] = await Promise.all([
    readDepartment(),
    readUnits(),
    readContacts(),
    readCalendar(),
    readDeadlines(),
    readFigures(),
    readDecisions(),
  ]);
  const [notices, noticeBoard, procedures, surveys, reports] = await Promise.all([
    readNotices(),
    readNoticeBoard(),
    readProcedures(decisions, today),
    readSurveys(),
    readReportForms(),
  ]);
  const documents = await readDocuments(procedures.values(), today);
  return {
    department,
    units,
    contacts,
    calendar,
    deadlines,
    figures,
    decisions,
    notices,
    noticeBoard,
    procedures,
    surveys,
    reports,
    documents,
  };
}
