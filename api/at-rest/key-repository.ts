// Which keys the database was written under: one function, one query.
import type { Db } from '../db/open.ts';

export async function listDataKeys(db: Db) {
  return await db.selectFrom('dataKeys').selectAll().orderBy('id').execute();
}

/** Writes a key down at its first use. */
export async function addDataKey(db: Db, key: { id: number; fingerprint: Buffer }, now: Date): Promise<void> {
  await db
    .insertInto('dataKeys')
    .values({ id: key.id, fingerprint: key.fingerprint, firstAt: now, emptiedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Notes the keys under which nothing is left, and the ones that are written with. */
export async function markEmptied(db: Db, newest: number, now: Date): Promise<void> {
  await db
    .updateTable('dataKeys')
    .set({ emptiedAt: now })
    .where('id', '<', newest)
    .where('emptiedAt', 'is', null)
    .execute();
}
