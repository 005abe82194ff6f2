// Encrypts what still lies plain, or under an older key, a few rows at a time while the portal works; stopped at any moment,
// it goes on where it was. A table is proven when one whole pass over it found nothing left to do.
import type { DataKeys } from '../crypto/data-keys.ts';
import type { Db } from '../db/open.ts';
import type { Portal } from '../portal/portal.ts';
import { markEmptied } from './key-repository.ts';
import { listProgress, saveProgress } from './progress-repository.ts';
import { encryptedTables, encryptRows, listRows, type EncryptedTable } from './row-repository.ts';

/** Looked at, and written in one transaction, at a time: officers wait for none of them longer than that takes. */
const rowsAtATime = 100;
const passesAtATime = 5;

type Work = {
  db: Db;
  dataKeys: DataKeys;
  now: () => Date;
  isStopped: () => boolean;
  /** Told after every hundred rows. */
  onProgress?: (progress: { table: string; done: number; isProven: boolean }) => void;
};

/** Whether every table holds nothing but values under the newest key now. */
export async function encryptAll(work: Work): Promise<boolean> {
  const keyId = work.dataKeys.newest().id;
  let allProven = true;
  for (const one of encryptedTables) allProven = (await encryptTable(work, one, keyId)) && allProven;
  if (allProven) await markEmptied(work.db, keyId, work.now());
  return allProven;
}

async function encryptTable(work: Work, one: EncryptedTable, keyId: number): Promise<boolean> {
  const { db, now, isStopped, onProgress } = work;
  const known = (await listProgress(db)).find(({ tableName }) => tableName === one.table);
  let at =
    known?.keyId === keyId
      ? known
      : { tableName: one.table, keyId, after: null, done: 0, unopened: 0, provenAt: null };
  for (let pass = 0; pass < passesAtATime && at.provenAt === null; pass++) {
    // Only a pass from the beginning proves anything; one that goes on is followed by another.
    let isClean = at.after === null;
    if (isClean) at = { ...at, unopened: 0 };
    for (;;) {
      if (isStopped()) return false;
      const rows = await listRows(db, one, { keyId, after: at.after, most: rowsAtATime });
      const due = rows.filter((row) => row.due).map(({ row }) => row);
      if (due.length > 0) {
        const { done, left, unopened } = await db
          .transaction()
          .execute((trx) => encryptRows(trx, one, keyId, due));
        isClean = isClean && done === 0 && left === 0;
        at = { ...at, done: at.done + done, unopened: at.unopened + unopened };
      }
      const isLast = rows.length < rowsAtATime;
      at = { ...at, after: isLast ? null : (rows.at(-1)?.row ?? null) };
      if (isLast && isClean && at.unopened === 0) at = { ...at, provenAt: now() };
      await saveProgress(db, at);
      onProgress?.({ table: one.table, done: at.done, isProven: at.provenAt !== null });
      if (isLast) break;
    }
    // What no key opens stays: another pass would find the same.
    if (isClean) break;
  }
  return at.provenAt !== null;
}

const longestMs = 10 * 60_000;

/** The job `encrypt-columns`. */
export async function encryptColumns({ db, dataKeys, now, stopping }: Portal): Promise<void> {
  const startedAtMs = performance.now();
  await encryptAll({
    db,
    dataKeys,
    now,
    isStopped: () => stopping.signal.aborted || performance.now() - startedAtMs > longestMs,
  });
}
