// Who officers are at the provider of the sign-on, one function per query.
import type { Db, Transaction } from '../db/open.ts';

export async function findIdentity(db: Db | Transaction, subject: Buffer) {
  return await db
    .selectFrom('staffIdentities')
    .innerJoin('staffUsers', 'staffUsers.id', 'staffIdentities.userId')
    .select(['staffIdentities.userId', 'staffUsers.email'])
    .where('staffIdentities.subject', '=', subject)
    .executeTakeFirst();
}

export async function hasIdentity(db: Db, userId: string): Promise<boolean> {
  const found = await db
    .selectFrom('staffIdentities')
    .select('userId')
    .where('userId', '=', userId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Takes the place of an earlier one of the account; false, and nothing is changed, where it is another account's. */
export async function saveIdentity(
  trx: Transaction,
  identity: { subject: Buffer; userId: string; linkedAt: Date },
): Promise<boolean> {
  const { subject, userId } = identity;
  const saved = await trx
    .insertInto('staffIdentities')
    .values({ ...identity, lastUsedAt: null })
    .onConflict((conflict) =>
      conflict
        .column('subject')
        .doUpdateSet({ linkedAt: identity.linkedAt })
        .where('staffIdentities.userId', '=', userId),
    )
    .executeTakeFirst();
  if ((saved.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  await trx
    .deleteFrom('staffIdentities')
    .where('userId', '=', userId)
    .where('subject', '<>', subject)
    .execute();
  return true;
}

export async function noteIdentityUse(db: Db, subject: Buffer, now: Date): Promise<void> {
  await db.updateTable('staffIdentities').set({ lastUsedAt: now }).where('subject', '=', subject).execute();
}

/** Unlinks an account; false where it was not linked. */
export async function deleteIdentity(trx: Transaction, userId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('staffIdentities')
    .where('userId', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
