// Who may see which case and whose identity, by role (Luật 91/2025/QH15; Điều 8 Luật Tố cáo.3; the office's own rule where
// no text says more).
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

const registerRoles = new Set(['TN', 'CVP', 'LD']);
const finished: ReadonlySet<Status> = new Set(['answered', 'published', 'rated']);

/** Whether a viewer is, or sits in, what the case complains of. Intake, chief of office and leaders only as persons. */
function isSubject(viewer: Viewer, { subjects }: Visible): boolean {
  return subjects.some(
    ({ unit, staffId }) =>
      staffId === viewer.id ||
      (unit === viewer.unit && (viewer.role === 'TP' || (viewer.role === 'XL' && staffId === ''))),
  );
}

/** Whether a viewer may open a case at all. System administrators and one-stop officers may not. */
export function maySeeCase(viewer: Viewer, row: Visible): boolean {
  if (isSubject(viewer, row)) return false;
  if (row.locked) return viewer.role === 'LD' || row.keeperId === viewer.id;
  if (registerRoles.has(viewer.role)) return true;
  if (viewer.role === 'XL') return row.handlerId === viewer.id || row.coUnits.includes(viewer.unit);
  if (viewer.role === 'TP') return row.unit === viewer.unit || row.coUnits.includes(viewer.unit);
  if (viewer.role === 'BT') return finished.has(row.status);
  return false;
}

/**
 * Whether a viewer who sees the case is told by name who else looked at it: chief of office and leaders; of a locked
 * case its keeper and the leaders alone.
 */
export function maySeeReads(
  viewer: Viewer,
  { locked, keeperId }: Pick<Visible, 'locked' | 'keeperId'>,
): boolean {
  if (viewer.role === 'LD') return true;
  return locked ? keeperId === viewer.id : viewer.role === 'CVP';
}

/** Whether a viewer who sees the case also sees who sent it: intake, chief of office, leaders, the handler, the keeper. */
export function maySeeSender(viewer: Viewer, row: Pick<Visible, 'handlerId' | 'keeperId'>): boolean {
  return (
    registerRoles.has(viewer.role) ||
    row.keeperId === viewer.id ||
    (viewer.role === 'XL' && row.handlerId === viewer.id)
  );
}
