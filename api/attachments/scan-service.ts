// The scanner's judgement: at once where it can be had, otherwise later by a job; until then a file is held back.
import { log } from '../http/log.ts';
import type { Portal } from '../portal.ts';
import { findWaiting, listWaiting, setVerdict } from './repository.ts';

const atOnce = 100;
/** The sender does not wait longer than this for the first try. */
const firstTryMs = 5_000;

/** Has one waiting file judged. May be done twice. Throws when the scanner is away: the file goes on waiting. */
export async function scanAttachment(
  { db, files, scanner }: Portal,
  id: string,
  patienceMs?: number,
): Promise<void> {
  const row = await findWaiting(db, id);
  if (!row || !scanner) return;
  const bytes = await files.get(row.fileKey);
  if (!bytes) throw new Error('the file of a waiting attachment is not in the store');
  await setVerdict(db, row.id, await scanner(bytes, patienceMs));
}

/** The first try, right after the upload; failing it costs nothing, `scanWaiting` tries again. */
export async function scanNow(portal: Portal, id: string): Promise<void> {
  if (!portal.scanner) return;
  await scanAttachment(portal, id, firstTryMs).catch((error: unknown) =>
    log.warn(
      { id, reason: error instanceof Error ? error.message : 'unknown' },
      'attachment not scanned yet',
    ),
  );
}

/** Job: judges what still waits. Throws when a file could not be judged, once all were tried: the job is tried again. */
export async function scanWaiting(portal: Portal): Promise<void> {
  if (!portal.scanner) return;
  let failure: unknown;
  for (const id of await listWaiting(portal.db, atOnce))
    await scanAttachment(portal, id).catch((error: unknown) => (failure = error));
  if (failure) throw failure;
}
