// The scanner's judgement on files that wait for it; until then they are held back.
import type { Portal } from '../portal/portal.ts';
import { findWaiting, listWaiting, setVerdict } from './repository.ts';

const atOnce = 100;

/** Job: judges what waits. May be done twice. Throws when a file could not be judged, once all others were tried. */
export async function scanWaiting(portal: Portal): Promise<void> {
  let failure: unknown;
  for (const id of await listWaiting(portal.db, atOnce))
    await scanAttachment(portal, id).catch((error: unknown) => (failure = error));
  if (failure) throw failure;
}

async function scanAttachment({ db, files, scanner }: Portal, id: string): Promise<void> {
  const row = await findWaiting(db, id);
  if (!row || !scanner) return;
  const bytes = await files.get(row.fileKey);
  if (!bytes) throw new Error('the file of a waiting attachment is not in the store');
  await setVerdict(db, row.id, await scanner(bytes));
}
