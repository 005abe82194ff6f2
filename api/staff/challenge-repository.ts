// One-use questions of the log-in, one function per query.
import type { Insertable } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { ChallengeKind } from './challenge.ts';
import type { StaffTables } from './tables.ts';

type Named = { key: Buffer; kind: ChallengeKind; bound: Buffer };

export async function insertChallenge(
  db: Db,
  challenge: Insertable<StaffTables['staffChallenges']>,
): Promise<void> {
  await db.insertInto('staffChallenges').values(challenge).execute();
}

/** Takes a question away and says what it held: of two that bring its answer at the same moment one gets nothing. */
export async function takeChallengeRow(db: Db | Transaction, { key, kind, bound }: Named, now: Date) {
  return await db
    .deleteFrom('staffChallenges')
    .where('key', '=', key)
    .where('kind', '=', kind)
    .where('bound', '=', bound)
    .where('until', '>', now)
    .returning(['userId', 'sealed'])
    .executeTakeFirst();
}

/** Whether a question waits, without taking it. */
export async function hasChallengeRow(db: Db, { key, kind, bound }: Named, now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('staffChallenges')
    .select('key')
    .where('key', '=', key)
    .where('kind', '=', kind)
    .where('bound', '=', bound)
    .where('until', '>', now)
    .executeTakeFirst();
  return found !== undefined;
}

export async function deleteOverChallenges(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('staffChallenges').where('until', '<', now).execute();
}
