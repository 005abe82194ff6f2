// Queries over the letters about decisions: who is to get one, who has one in hand, what has gone.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';

/** The decisions that first stood on the portal with at least one procedure at `since` or later, and when that was. */
export async function listNewDecisions(db: Db, since: Date): Promise<{ decision: string; firstAt: Date }[]> {
  return await db
    .selectFrom('publications')
    .select(['key as decision', ({ fn }) => fn.min('publishedAt').as('firstAt')])
    .where('kind', '=', 'decision')
    .where('hash', 'is not', null)
    .where(sql<boolean>`jsonb_array_length(snapshot -> 'items') > 0`)
    .groupBy('key')
    .having(({ fn }) => fn.min('publishedAt'), '>=', since)
    .orderBy('key')
    .execute();
}

/**
 * Writes down a letter for everybody who subscribed to one of the fields before the decision appeared and has none
 * yet, at most `most` of them; returns whose they are.
 */
export async function addLetters(
  trx: Transaction,
  { decision, firstAt, fields }: { decision: string; firstAt: Date; fields: string[] },
  most: number,
): Promise<string[]> {
  const rows = await trx
    .insertInto('decisionLetters')
    .columns(['decision', 'subscriptionId'])
    .expression((query) =>
      query
        .selectFrom('subscriptions')
        .select([sql<string>`${decision}::text`.as('decision'), 'id'])
        .where('endedAt', 'is', null)
        .where('confirmedAt', '<=', firstAt)
        .where(sql<boolean>`(fields = '{}' or fields && ${fields}::text[])`)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('decisionLetters')
                .select('decision')
                .where('decision', '=', decision)
                .whereRef('subscriptionId', '=', 'subscriptions.id'),
            ),
          ),
        )
        .orderBy('id')
        .limit(most),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('subscriptionId')
    .execute();
  return rows.map(({ subscriptionId }) => subscriptionId);
}

type LetterKey = { decision: string; subscriptionId: string };

/** Takes a letter in hand, unless it has gone, was never due, or somebody else took it after `lapsed`. */
export async function claimLetter(
  db: Db,
  { decision, subscriptionId }: LetterKey,
  { now, lapsed }: { now: Date; lapsed: Date },
): Promise<'claimed' | 'sent' | 'busy'> {
  const claimed = await db
    .updateTable('decisionLetters')
    .set({ claimedAt: now })
    .where('decision', '=', decision)
    .where('subscriptionId', '=', subscriptionId)
    .where('sentAt', 'is', null)
    .where(({ or, eb }) => or([eb('claimedAt', 'is', null), eb('claimedAt', '<=', lapsed)]))
    .returning('decision')
    .executeTakeFirst();
  if (claimed) return 'claimed';
  const row = await db
    .selectFrom('decisionLetters')
    .select('sentAt')
    .where('decision', '=', decision)
    .where('subscriptionId', '=', subscriptionId)
    .executeTakeFirst();
  return !row || row.sentAt ? 'sent' : 'busy';
}

export async function markLetter(
  db: Db,
  { decision, subscriptionId }: LetterKey,
  times: { sentAt: Date } | { claimedAt: null },
): Promise<void> {
  await db
    .updateTable('decisionLetters')
    .set(times)
    .where('decision', '=', decision)
    .where('subscriptionId', '=', subscriptionId)
    .where('sentAt', 'is', null)
    .execute();
}
