// Who may see which case and whose identity, by role (Luật 91/2025/QH15; Luật Tố cáo Đ8.3; the office's own rule where
// no text says more).
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

/** Whether a viewer who sees the case also sees who sent it: intake, chief of office, leaders, the handler, the keeper. */
export function maySeeSender(viewer: Viewer, row: Pick<Visible, 'handlerId' | 'keeperId'>): boolean {
  return (
    registerRoles.has(viewer.role) ||
    row.keeperId === viewer.id ||
    (viewer.role === 'XL' && row.handlerId === viewer.id)
  );
}
