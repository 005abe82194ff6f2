// Reading the register: the lists of an officer and one case whole.
import { currentCalendar } from '../calendar/current.ts';
import { localDate } from '../calendar/dates.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { Problem } from '../http/problem.ts';
import type { Portal } from '../portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { unitName } from '../units/schema.ts';
import { procedureLink } from './answer-service.ts';
import { dueOf } from './due.ts';
import { allowedSteps, type Status, type StepName } from './lifecycle.ts';
import { refusal } from './rules.ts';
import { TakeStep, type Track } from './schema.ts';
import { countCases, findCaseForStaff, listCases, type RegisterView } from './staff-repository.ts';
import { maySeeSender } from './visibility.ts';

const pageSize = 50;
const countedAtMost = 1_000;

type Row = {
  status: Status;
  procedureSlug: string | null;
  unit: string | null;
  receivedAt: Date;
  dueOn: string;
  stageDueOn: string | null;
  closedAt: Date | null;
};

/** The parts that the list and the single case share: names for codes, and the days left today. */
function shownOf(portal: Portal, row: Row) {
  const open = row.closedAt === null;
  const nearest = [row.stageDueOn, row.status === 'answered' ? null : row.dueOn]
    .filter((day) => day !== null)
    .sort()[0];
  const today = localDate(portal.now());
  return {
    procedure: procedureLink(portal, row.procedureSlug),
    unit: row.unit === null ? null : unitName(portal.content.units, row.unit),
    receivedAt: row.receivedAt.toISOString(),
    daysLeft: open && nearest ? workingDaysBetween(currentCalendar(portal), today, nearest) : null,
  };
}

/** One page of a view with the four counts above it; `after` is the `next` of the page before. */
export async function registerPage(portal: Portal, viewer: Viewer, view: RegisterView, after?: string) {
  const { db } = portal;
  const today = localDate(portal.now());
  const count = (of: RegisterView) => countCases(db, viewer, of, today, countedAtMost);
  const [rows, waiting, dueToday, overdue, open] = await Promise.all([
    listCases(db, viewer, view, today, after, pageSize + 1),
    count('waiting'),
    count('due-today'),
    count('overdue'),
    count('open'),
  ]);
  const cases = rows.slice(0, pageSize).map((row) => {
    const { closedAt, position, procedureSlug, ...item } = row;
    return { ...item, ...shownOf(portal, row) };
  });
  const last = rows[pageSize - 1];
  return {
    cases,
    counts: { waiting, dueToday, overdue, open },
    next: rows.length > pageSize && last ? last.position : null,
  };
}

/** One case as this viewer may see it, with the steps open to them. Not visible is not found. */
export async function caseForStaff(portal: Portal, viewer: Viewer, number: string) {
  const row = await findCaseForStaff(portal.db, viewer, number);
  if (!row) throw new Problem('not-found', 'Không có hồ sơ này, hoặc hồ sơ không thuộc phần việc của bạn.');
  const {
    id,
    closedAt,
    dueBasis,
    kind,
    name,
    address,
    phone,
    email,
    consentsToNotices,
    events,
    reply,
    ...shown
  } = row;
  const approverId = events.findLast((event) => event.step === 'approve')?.actorId ?? null;
  return {
    ...shown,
    ...shownOf(portal, row),
    due: { ...dueOf(currentCalendar(portal), dueBasis), on: row.dueOn },
    sender: maySeeSender(viewer, row) ? { kind, name, address, phone, email, consentsToNotices } : null,
    reply: reply && { ...reply, writtenAt: new Date(reply.writtenAt).toISOString() },
    events: events.map(({ actorId, ...event }) => ({ ...event, at: new Date(event.at).toISOString() })),
    steps: openSteps({ ...row, approverId }, viewer),
  };
}

type Subject = {
  status: Status;
  track: Track | null;
  handlerId: string | null;
  unit: string | null;
  approverId: string | null;
};

/** The steps of the table that nothing stands against, asked with an input that leaves nothing out. */
function openSteps(subject: Subject, viewer: Viewer): StepName[] {
  const built = TakeStep.options.map((option) => option.shape.step.value);
  return allowedSteps(subject.status, viewer.role).filter((step) => {
    const name = built.find((known) => known === step);
    return (
      name !== undefined &&
      refusal({ step: name, verification: 'true' } as TakeStep, subject, viewer) === undefined
    );
  });
}
