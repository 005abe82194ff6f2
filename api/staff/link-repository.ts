// Links by which the owner of an account sets a password, one function per query.
import type { Db, Transaction } from '../db/open.ts';
import type { LinkKind } from './account-words.ts';

export type NewLink = {
  id: string;
  userId: string;
  kind: LinkKind;
  madeBy: string | null;
  madeAt: Date;
  until: Date;
};

/** Takes the place of an earlier link of the account. */
export async function saveLink(trx: Transaction, link: NewLink): Promise<void> {
  const fresh = { ...link, usedAt: null };
  await trx
    .insertInto('staffLinks')
    .values(fresh)
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(fresh))
    .execute();
}

/** A link with whose it is; undefined where a newer one has taken its place. */
export async function findLink(db: Db | Transaction, id: string) {
  return await db
    .selectFrom('staffLinks')
    .innerJoin('staffUsers', 'staffUsers.id', 'staffLinks.userId')
    .select([
      'staffLinks.userId',
      'staffLinks.kind',
      'staffLinks.until',
      'staffLinks.usedAt',
      'staffUsers.name',
      'staffUsers.email',
      'staffUsers.role',
      'staffUsers.unit',
      'staffUsers.active',
      'staffUsers.validFrom',
      'staffUsers.validUntil',
    ])
    .where('staffLinks.id', '=', id)
    .executeTakeFirst();
}

/** Marks a link as used; false when it was before, or is over: of two at the same moment one is refused. */
export async function takeLink(trx: Transaction, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('staffLinks')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('until', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The account has a password by another way: its link is spent, and no invitation waits any more. */
export async function spendLink(trx: Transaction, userId: string, now: Date): Promise<void> {
  await trx
    .updateTable('staffLinks')
    .set({ usedAt: now })
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .execute();
}

/** What is closed needs no link any more. */
export async function endLink(trx: Transaction, userId: string, now: Date): Promise<void> {
  await trx
    .updateTable('staffLinks')
    .set({ until: now })
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .where('until', '>', now)
    .execute();
}

/** A link as its letter needs it. */
export async function findLinkWithMaker(db: Db, id: string) {
  return await db
    .selectFrom('staffLinks')
    .leftJoin('staffUsers', 'staffUsers.id', 'staffLinks.madeBy')
    .select(['staffLinks.until', 'staffLinks.usedAt', 'staffUsers.name as maker'])
    .where('staffLinks.id', '=', id)
    .executeTakeFirst();
}
