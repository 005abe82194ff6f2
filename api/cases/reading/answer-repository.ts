// Published answers: what everybody may read, named column by column.
import { sql, type Insertable } from 'kysely';
import type { Db, Transaction } from '../../db/open.ts';
import type { CaseTables } from '../tables.ts';

const listed = ['number', 'contentCode', 'track', 'procedureSlug', 'summary', 'publishedAt'] as const;

/** Publishes an answer and returns its version; the newest version of a case is the public one, the others stay. */
export async function saveAnswer(
  trx: Transaction,
  answer: Insertable<CaseTables['answerVersions']>,
): Promise<number> {
  const { version } = await trx
    .insertInto('answerVersions')
    .values({
      ...answer,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from answer_versions where case_id = ${answer.caseId})`,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Newest first; `before` is the last row of the page before. */
export async function listAnswers(
  db: Db,
  filter: { procedure?: string; before?: { at: Date; number: string }; limit: number },
) {
  let query = db
    .selectFrom('publishedAnswers')
    .select(listed)
    .orderBy('publishedAt', 'desc')
    .orderBy('number', 'desc')
    .limit(filter.limit);
  if (filter.procedure) query = query.where('procedureSlug', '=', filter.procedure);
  if (filter.before) {
    const { at, number } = filter.before;
    query = query.where((eb) => eb(eb.refTuple('publishedAt', 'number'), '<', eb.tuple(at, number)));
  }
  return await query.execute();
}

export async function findAnswer(db: Db, number: string) {
  return await db
    .selectFrom('publishedAnswers')
    .select([...listed, 'answer', 'outcome', 'unit', 'receivedOn', 'answeredOn'])
    .where('number', '=', number)
    .executeTakeFirst();
}
