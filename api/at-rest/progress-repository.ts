// How far the work on each table has come: one function, one query.
import type { Db } from '../db/open.ts';
import type { AtRestTables } from './tables.ts';

type Progress = AtRestTables['encryptionProgress'];

export async function listProgress(db: Db): Promise<Progress[]> {
  return await db.selectFrom('encryptionProgress').selectAll().orderBy('tableName').execute();
}

export async function saveProgress(db: Db, progress: Progress): Promise<void> {
  const { tableName: _, ...rest } = progress;
  await db
    .insertInto('encryptionProgress')
    .values(progress)
    .onConflict((conflict) => conflict.column('tableName').doUpdateSet(rest))
    .execute();
}
