// What GeoReport v2 may read of the register: published answers, and of a case of one's own its state and dates.
import type { Db } from '../db/open.ts';
import { continuedOn } from '../cases/standing-repository.ts';
import type { ContentCode } from '../cases/schema.ts';

const published = [
  'number',
  'contentCode',
  'summary',
  'outcome',
  'unit',
  'receivedOn',
  'publishedAt',
] as const;

/** By the day of receipt, the newest first. */
export async function listPublished(
  db: Db,
  { codes, from, to }: { codes: readonly ContentCode[]; from: string; to: string },
  limit: number,
) {
  let query = db
    .selectFrom('publishedAnswers')
    .select(published)
    .select(continuedOn.as('continuedOn'))
    .where('receivedOn', '>=', from)
    .where('receivedOn', '<=', to)
    .orderBy('receivedOn', 'desc')
    .orderBy('number', 'desc')
    .limit(limit);
  if (codes.length > 0) query = query.where('contentCode', 'in', codes);
  return await query.execute();
}

export async function findPublished(db: Db, numbers: readonly string[]) {
  if (numbers.length === 0) return [];
  return await db
    .selectFrom('publishedAnswers')
    .select(published)
    .select(continuedOn.as('continuedOn'))
    .where('number', 'in', numbers)
    .execute();
}

export async function findOwn(db: Db, numbers: readonly string[]) {
  if (numbers.length === 0) return [];
  return await db
    .selectFrom('cases')
    .select(['number', 'contentCode', 'status', 'receivedAt', 'dueOn', 'answeredAt', 'closedAt'])
    .where('number', 'in', numbers)
    .execute();
}
