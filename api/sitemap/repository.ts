// The addresses that only the database knows: published answers, by number.
import type { Db } from '../db/open.ts';

export async function countAnswers(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('publishedAnswers')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function listAnswerAddresses(db: Db, offset: number, limit: number) {
  return await db
    .selectFrom('publishedAnswers')
    .select(['number', 'publishedAt'])
    .orderBy('number')
    .offset(offset)
    .limit(limit)
    .execute();
}
