// Removing files: uploads that never became part of a case, and what was erased or left over.
import type { Portal } from '../portal/portal.ts';
import { forgetPendingBefore, forgetRemoval, listRemovals } from './repository.ts';
import { waitingAt } from './upload-service.ts';

const atOnce = 500;

/** Job: forgets uploads that wait no more and removes every file that is due to go. May be done twice. */
export async function purgeUploads({ db, files, now: clock }: Portal): Promise<void> {
  const now = clock();
  await forgetPendingBefore(db, waitingAt(now));
  for (const fileKey of await listRemovals(db, now, atOnce)) {
    await files.remove(fileKey);
    await forgetRemoval(db, fileKey);
  }
}
