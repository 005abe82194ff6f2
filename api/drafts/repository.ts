// Queries over drafts, which are found by the hash of their key alone.
import type { Db } from '../db/open.ts';
import type { DraftTables } from './tables.ts';

/** Writes a draft, or what it has become. */
export async function saveDraft(db: Db, row: DraftTables['drafts']): Promise<void> {
  const { sealed, expiresAt } = row;
  await db
    .insertInto('drafts')
    .values(row)
    .onConflict((conflict) => conflict.column('keyHash').doUpdateSet({ sealed, expiresAt }))
    .execute();
}

export async function findDraft(db: Db, keyHash: Buffer, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select('sealed')
    .where('keyHash', '=', keyHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.sealed;
}

export async function deleteDraft(db: Db, keyHash: Buffer): Promise<void> {
  await db.deleteFrom('drafts').where('keyHash', '=', keyHash).execute();
}

export async function deleteDraftsUntil(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('drafts').where('expiresAt', '<=', now).execute();
}
