// Queries over drafts, which are found by the hash of their key alone.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { DraftTables } from './tables.ts';

/** Writes a draft, or what it has become. */
export async function saveDraft(db: Db | Transaction, row: DraftTables['drafts']): Promise<void> {
  const { sealed, expiresAt } = row;
  await db
    .insertInto('drafts')
    .values(row)
    .onConflict((conflict) => conflict.column('keyHash').doUpdateSet({ sealed, expiresAt }))
    .execute();
}

export async function findDraft(
  db: Db | Transaction,
  keyHash: Buffer,
  now: Date,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select('sealed')
    .where('keyHash', '=', keyHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.sealed;
}

export async function deleteDraft(db: Db | Transaction, keyHash: Buffer): Promise<void> {
  await db.deleteFrom('drafts').where('keyHash', '=', keyHash).execute();
}

export async function deleteDraftsUntil(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('drafts').where('expiresAt', '<=', now).execute();
}

/** Writes what a draft has become where it still waits; its time, which is told, stays as it was. */
export async function rewriteDraft(
  trx: Transaction,
  keyHash: Buffer,
  { sealed, now }: { sealed: string; now: Date },
): Promise<{ expiresAt: Date } | undefined> {
  return await trx
    .updateTable('drafts')
    .set({ sealed })
    .where('keyHash', '=', keyHash)
    .where('expiresAt', '>', now)
    .returning('expiresAt')
    .executeTakeFirst();
}

/** One deed at a time on what lies under some keys, until the transaction ends; a draft need not be there yet. */
export async function lockDrafts(trx: Transaction, keyHashes: readonly Buffer[]): Promise<void> {
  const names = keyHashes.map((hash) => `draft/${hash.toString('hex')}`).toSorted();
  for (const name of names) await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(trx);
}

/** Takes a draft out: of several who ask at the same moment, one gets it. */
export async function takeDraft(trx: Transaction, keyHash: Buffer, now: Date): Promise<string | undefined> {
  const row = await trx
    .deleteFrom('drafts')
    .where('keyHash', '=', keyHash)
    .where('expiresAt', '>', now)
    .returning('sealed')
    .executeTakeFirst();
  return row?.sealed;
}
