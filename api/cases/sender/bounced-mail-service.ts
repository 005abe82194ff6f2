// An officer has a letter to a sender back in the office's own box: the address is noted as one that takes none.
import { Problem } from '../../problems/problem.ts';
import { markEmailBounced } from '../../notify/notice-repository.ts';
import type { Portal } from '../../portal/portal.ts';
import type { Viewer } from '../../staff/roles.ts';
import { findCaseForStaff } from '../reading/staff-repository.ts';
import { maySeeSender } from '../visibility.ts';

/** For who may see the sender; no notice goes to that address any more until the sender gives one anew. */
export async function noteBouncedMail(portal: Portal, viewer: Viewer, number: string): Promise<void> {
  const row = await findCaseForStaff(portal.db, viewer, number);
  if (!row || !maySeeSender(viewer, row))
    throw new Problem('not-found', 'Không có hồ sơ này, hoặc hồ sơ không thuộc phần việc của Ông/Bà.');
  if (!row.email) throw new Problem('wrong-status', 'Người gửi không để lại thư điện tử.');
  await markEmailBounced(portal.db, {
    caseId: row.id,
    email: row.email,
    at: portal.now(),
    actorId: viewer.id,
  });
}
