// Who may see which case and whose identity, by role (Luật 91/2025/QH15; the office's own rule where no text says more).
import type { Viewer } from '../staff/roles.ts';
import type { Status } from './lifecycle.ts';

export type Visible = { status: Status; restricted: boolean; handlerId: string | null; unit: string | null };

const registerRoles = new Set(['TN', 'CVP', 'LD']);
const finished: ReadonlySet<Status> = new Set(['answered', 'published', 'rated']);

/** Whether a viewer may open a case at all. System administrators and one-stop officers may not. */
export function maySeeCase(viewer: Viewer, row: Visible): boolean {
  if (registerRoles.has(viewer.role)) return true;
  if (viewer.role === 'XL') return row.handlerId === viewer.id;
  if (viewer.role === 'TP') return row.unit !== null && row.unit === viewer.unit;
  if (viewer.role === 'BT') return finished.has(row.status);
  return false;
}

/** Whether a viewer who sees the case also sees who sent it: intake, chief of office, leaders, the handler. */
export function maySeeSender(viewer: Viewer, row: Visible): boolean {
  return registerRoles.has(viewer.role) || (viewer.role === 'XL' && row.handlerId === viewer.id);
}
