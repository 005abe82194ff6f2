// Queries over subscriptions.
import { sql } from 'kysely';
import { newRowId } from '../crypto/row-id.ts';
import { decrypted, encrypted } from '../db/encrypted.ts';
import type { Db, Transaction } from '../db/open.ts';

type Wish = { email: string; emailHash: Buffer; fields: string[] };
type Patience = { now: Date; askedBefore: Date; mostRounds: number };

/**
 * Writes down a wish and returns the letter it needs; undefined where the address was written to a moment ago, or too
 * often without an answer. One statement: two wishes at the same moment are one.
 */
export async function writeWish(
  trx: Transaction,
  { email, emailHash, fields }: Wish,
  { now, askedBefore, mostRounds }: Patience,
): Promise<{ id: string; round: number } | undefined> {
  const id = newRowId();
  return await trx
    .insertInto('subscriptions')
    .values({
      id,
      email: encrypted('subscriptions.email', id, email),
      emailHash,
      wishedFields: fields,
      askedAt: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('emailHash')
        .where('endedAt', 'is', null)
        .doUpdateSet((row) => ({
          wishedFields: row.ref('excluded.wishedFields'),
          round: sql<number>`subscriptions.round + 1`,
          askedAt: row.ref('excluded.askedAt'),
        }))
        .where('subscriptions.askedAt', '<=', askedBefore)
        .where(sql<boolean>`subscriptions.round - subscriptions.confirmed_round < ${mostRounds}`),
    )
    .returning(['id', 'round'])
    .executeTakeFirst();
}

export async function lockSubscription(trx: Transaction, id: string) {
  return await trx
    .selectFrom('subscriptions')
    .select(['id', 'round', 'confirmedRound', 'wishedFields', 'fields', 'askedAt'])
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function confirmWish(trx: Transaction, id: string, fields: string[], now: Date): Promise<void> {
  await trx
    .updateTable('subscriptions')
    .set(({ ref }) => ({ fields, wishedFields: null, confirmedRound: ref('round'), confirmedAt: now }))
    .where('id', '=', id)
    .execute();
}

/** Ends a subscription: the row stays, the address goes. */
export async function endSubscription(db: Db, id: string, now: Date): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ email: null, emailHash: null, wishedFields: null, endedAt: now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}

/** Forgets wishes that nobody confirmed in time: a first one with its address, a later one alone. */
export async function forgetWishes(trx: Transaction, askedBefore: Date): Promise<void> {
  await trx
    .deleteFrom('subscriptions')
    .where('confirmedAt', 'is', null)
    .where('endedAt', 'is', null)
    .where('askedAt', '<=', askedBefore)
    .execute();
  await trx
    .updateTable('subscriptions')
    .set(({ ref }) => ({ wishedFields: null, confirmedRound: ref('round') }))
    .where('wishedFields', 'is not', null)
    .where('askedAt', '<=', askedBefore)
    .execute();
}

/** What a letter needs of a subscription; undefined once it has ended. */
export async function findReader(db: Db, id: string) {
  return await db
    .selectFrom('subscriptions')
    .select(['round', 'wishedFields', 'fields', 'confirmedAt', 'askedAt'])
    .select(decrypted('subscriptions.email').as('email'))
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
}
