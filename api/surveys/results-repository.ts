// What closed rounds came to: one function, one query.
import type { Db, Transaction } from '../db/open.ts';
import type { PublicResults, Tally } from './results-schema.ts';

export async function insertResults(
  trx: Transaction,
  roundId: string,
  { tally, open, at }: { tally: Tally; open: PublicResults; at: Date },
): Promise<void> {
  await trx
    .insertInto('surveyResults')
    .values({ roundId, tally: JSON.stringify(tally), public: JSON.stringify(open), madeAt: at })
    .execute();
}

export async function findTally(db: Db, roundId: string): Promise<Tally | undefined> {
  const row = await db
    .selectFrom('surveyResults')
    .select('tally')
    .where('roundId', '=', roundId)
    .executeTakeFirst();
  return row?.tally as Tally | undefined;
}

export async function findPublicResults(db: Db, roundId: string): Promise<PublicResults | undefined> {
  const row = await db
    .selectFrom('surveyResults')
    .select('public')
    .where('roundId', '=', roundId)
    .executeTakeFirst();
  return row?.public as PublicResults | undefined;
}

/** Newest period first. */
export async function listPublicResults(db: Db): Promise<PublicResults[]> {
  const rows = await db
    .selectFrom('surveyResults')
    .innerJoin('surveyRounds', 'surveyRounds.id', 'surveyResults.roundId')
    .select('public')
    .orderBy('surveyRounds.closesOn', 'desc')
    .orderBy('surveyRounds.id', 'desc')
    .execute();
  return rows.map((row) => row.public as PublicResults);
}

/** The round of the same questionnaire that was closed last before this one ended. */
export async function findPrevious(
  db: Db,
  { surveyId, closesOn, id }: { surveyId: string; closesOn: string; id: string },
): Promise<{ tally: Tally; open: PublicResults } | undefined> {
  const row = await db
    .selectFrom('surveyResults')
    .innerJoin('surveyRounds', 'surveyRounds.id', 'surveyResults.roundId')
    .select(['tally', 'public'])
    .where('surveyId', '=', surveyId)
    .where('closesOn', '<=', closesOn)
    .where('surveyRounds.id', '<>', id)
    .orderBy('closesOn', 'desc')
    .orderBy('surveyRounds.id', 'desc')
    .executeTakeFirst();
  return row && { tally: row.tally as Tally, open: row.public as PublicResults };
}
