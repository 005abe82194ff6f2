// Who may see which case and whose identity: the table of rights (api/staff/rights.ts), asked about one case.
//
// What a viewer may not open does not exist for them. The rule for everything that staff see or download:
// 1. A list, count, page, search, link, export, reminder, job or read log holds the cases that the viewer may open and
//    nothing of any other: no number, minute, track or state, no row that says that something is withheld.
// 2. A report that is not issued counts for an officer no case that complains of that officer.
// 3. Official figures (/so-lieu, the open event file, issued reports) count every case and are the same for everybody.
//    No list behind them names a case that is restricted or locked, whoever asks: what a list lacks against its number
//    says nothing of whom such a case is about.
// 4. Numbers of the register have no gaps (điểm b khoản 1 Điều 9 NĐ 20/2008), so what is missing between two numbers can be seen to be
//    missing. It is never said why: for intake and the chief of office it may be any letter that was locked.
import { complainedOf, relationsOf, type Complaint, type Relation, type Right } from '../staff/rights.ts';
import { personsOf, standingsOf } from '../staff/mandates.ts';
import type { Viewer } from '../staff/roles.ts';
import type { Status } from './lifecycle.ts';

export type Visible = {
  status: Status;
  handlerId: string | null;
  unit: string | null;
  /** A khiếu nại or tố cáo that was guided out: for its keeper and the leaders alone. */
  locked: boolean;
  keeperId: string | null;
  /** Whom the case complains of: a unit as a whole (no staff id), or one person in it. */
  subjects: { unit: string; staffId: string }[];
  coUnits: string[];
};

/** The states of the relation `finished`. */
export const finished: readonly Status[] = ['answered', 'published', 'rated'];

const stands: Record<Relation, (viewer: Viewer, row: Partial<Visible>) => boolean> = {
  any: () => true,
  handler: (viewer, { handlerId }) =>
    handlerId !== null && handlerId !== undefined && personsOf(viewer).includes(handlerId),
  'own-unit': (viewer, { unit }) => unit === viewer.unit,
  'co-unit': ({ unit }, { coUnits = [] }) => coUnits.includes(unit),
  finished: (_, { status }) => status !== undefined && finished.includes(status),
  keeper: ({ id }, { keeperId }) => keeperId === id,
};

const has = (viewer: Viewer, right: Right, row: Partial<Visible>): boolean =>
  relationsOf(viewer.role, right).some((relation) => stands[relation](viewer, row));

type Subject = Visible['subjects'][number];
type Person = Pick<Viewer, 'id' | 'role' | 'unit'>;
type Standing = Omit<Viewer, 'name' | 'email'>;
const complains: Record<Complaint, (person: Person, subject: Subject) => boolean> = {
  self: ({ id }, { staffId }) => staffId === id,
  'own-unit': (viewer, { unit }) => unit === viewer.unit,
  'own-unit-as-a-whole': (viewer, { unit, staffId }) => unit === viewer.unit && staffId === '',
};

/** Whether somebody is, or sits in, what the case complains of. */
export const isSubject = (viewer: Standing, { subjects }: Pick<Visible, 'subjects'>): boolean =>
  standingsOf(viewer).some((person) =>
    subjects.some((subject) => complainedOf[person.role].some((how) => complains[how](person, subject))),
  );

/** Whether a case may not be given to somebody: they, or the unit that they sit in, are what it complains of. */
export const isSide = ({ id, unit }: Pick<Person, 'id' | 'unit'>, subjects: readonly Subject[]): boolean =>
  subjects.some((subject) => subject.staffId === id || subject.unit === unit);

/** Whether a viewer may open a case at all. System administrators and one-stop officers may not. */
export function maySeeCase(viewer: Viewer, row: Visible): boolean {
  return !isSubject(viewer, row) && has(viewer, row.locked ? 'see-locked-case' : 'see-case', row);
}

/**
 * Whether a viewer who sees the case is told by name who else looked at it: chief of office and leaders; of a locked
 * case its keeper and the leaders alone.
 */
export function maySeeReads(viewer: Viewer, row: Pick<Visible, 'locked' | 'keeperId'>): boolean {
  return has(viewer, row.locked ? 'see-locked-reads' : 'see-reads', row);
}

/** Whether a viewer who sees the case also sees who sent it: intake, chief of office, leaders, the handler, the keeper. */
export function maySeeSender(viewer: Viewer, row: Pick<Visible, 'handlerId' | 'keeperId'>): boolean {
  return has(viewer, 'see-sender', row);
}

/** Whether a viewer who sees the case may add files of the office to it. */
export function mayAddFiles(viewer: Viewer, row: Visible): boolean {
  return has(viewer, 'add-files', row);
}
