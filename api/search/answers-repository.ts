// The published answers as search takes them in: public columns only.
import type { Db } from '../db/open.ts';

/** Answers written after the instant, new ones and those that something was taken out of, oldest first; all of them without one. */
export async function answersSince(db: Db, since: Date | null) {
  let query = db
    .selectFrom('publishedAnswers')
    .select(['number', 'procedureSlug', 'title', 'summary', 'answer', 'publishedAt', 'writtenAt'])
    .orderBy('writtenAt');
  if (since) query = query.where('writtenAt', '>', since);
  return await query.execute();
}
