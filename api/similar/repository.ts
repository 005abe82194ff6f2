// The published answers that a letter may be like.
import type { Db } from '../db/open.ts';
import type { AskSimilar } from './schema.ts';

const mostCandidates = 200;

/** The newest answers about the procedure; without a procedure, about the same content of Điều 5. */
export async function newestAnswersLike(db: Db, { procedure, contentCode }: AskSimilar) {
  return await db
    .selectFrom('publishedAnswers')
    .select(['number', 'summary'])
    .where((eb) => (procedure ? eb('procedureSlug', '=', procedure) : eb('contentCode', '=', contentCode)))
    .orderBy('publishedAt', 'desc')
    .orderBy('number', 'desc')
    .limit(mostCandidates)
    .execute();
}
