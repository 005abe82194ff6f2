// Attempts at accounts, counted under keyed hashes; one function per query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';

/** The rows of some keys, made where there are none, locked in one order so that two log-ins never wait for each other. */
export async function lockAttempts(trx: Transaction, keys: Buffer[], now: Date) {
  await trx
    .insertInto('staffAttempts')
    .values(keys.toSorted(Buffer.compare).map((key) => ({ key, failures: 0, lastAt: now, freeAt: now })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return await trx
    .selectFrom('staffAttempts')
    .selectAll()
    .where('key', 'in', keys)
    .orderBy('key')
    .forUpdate()
    .execute();
}

export async function saveAttempts(
  trx: Transaction,
  key: Buffer,
  change: { failures: number; lastAt: Date; freeAt: Date; told: boolean },
): Promise<void> {
  await trx.updateTable('staffAttempts').set(change).where('key', '=', key).execute();
}

/** Notes that a refusal has been written down; false when it was already. */
export async function tellOnce(db: Db, key: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staffAttempts')
    .set({ told: true })
    .where('key', '=', key)
    .where('told', '=', false)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function forgiveAttempts(
  db: Db,
  keys: Buffer[],
  now: Date,
  knownUntil: Date | null,
): Promise<void> {
  await db
    .updateTable('staffAttempts')
    .set({ failures: 0, freeAt: now, knownUntil })
    .where('key', 'in', keys)
    .execute();
}

/** Takes one failure back that was none. */
export async function giveBackAttempt(db: Db, keys: Buffer[]): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable('staffAttempts')
    .set({ failures: sql`greatest(failures - 1, 0)` })
    .where('key', 'in', keys)
    .execute();
}

/** Forgets who has been quiet since `instant` and is known nowhere. */
export async function deleteQuietAttempts(db: Db, instant: Date, now: Date): Promise<void> {
  await db
    .deleteFrom('staffAttempts')
    .where('lastAt', '<', instant)
    .where((either) => either.or([either('knownUntil', 'is', null), either('knownUntil', '<', now)]))
    .execute();
}
