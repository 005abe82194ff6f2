// The private calendars: one key an account, kept as a hash.
import type { Db, Transaction } from '../db/open.ts';
import { isGoodOn } from '../staff/repository.ts';
import type { Role } from '../staff/roles.ts';

export async function findFeed(db: Db, staffId: string) {
  return await db
    .selectFrom('obligationFeeds')
    .select('madeAt')
    .where('staffId', '=', staffId)
    .executeTakeFirst();
}

/** The new key takes the place of the old one. */
export async function writeFeed(
  trx: Transaction,
  feed: { staffId: string; keyHash: Buffer; madeAt: Date },
): Promise<void> {
  const { keyHash, madeAt } = feed;
  await trx
    .insertInto('obligationFeeds')
    .values(feed)
    .onConflict((conflict) => conflict.column('staffId').doUpdateSet({ keyHash, madeAt }))
    .execute();
}

/** Whether there was one. */
export async function deleteFeed(trx: Transaction, staffId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('obligationFeeds')
    .where('staffId', '=', staffId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whether a key is that of an active account with one of the roles. */
export async function isFeedKey(
  db: Db,
  keyHash: Buffer,
  roles: readonly Role[],
  day: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('obligationFeeds')
    .innerJoin('staffUsers', 'staffUsers.id', 'obligationFeeds.staffId')
    .select('staffUsers.id')
    .where('keyHash', '=', keyHash)
    .where(isGoodOn(day))
    .where('role', 'in', [...roles])
    .executeTakeFirst();
  return row !== undefined;
}
