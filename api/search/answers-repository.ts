// The published answers as search takes them in: public columns only.
import type { Db } from '../db/open.ts';

/** Answers published after the instant, oldest first; all of them without one. */
export async function answersSince(db: Db, since: Date | null) {
  let query = db
    .selectFrom('publishedAnswers')
    .select(['number', 'procedureSlug', 'summary', 'answer', 'publishedAt'])
    .orderBy('publishedAt');
  if (since) query = query.where('publishedAt', '>', since);
  return await query.execute();
}
export type PublishedAnswer = Awaited<ReturnType<typeof answersSince>>[number];
