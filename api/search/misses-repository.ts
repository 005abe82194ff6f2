// Queries over the searches that found nothing.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import type { SearchMiss } from './misses.ts';

/** Counts once more; of new words no more than `most` different ones are kept. */
export async function countMiss(db: Db, query: string, day: string, most: number): Promise<void> {
  await sql`
    insert into search_misses (query, count, last_on)
    select ${query}, 1, ${day}
    where (select count(*) from search_misses) < ${most} or exists (select from search_misses where query = ${query})
    on conflict (query) do update set count = search_misses.count + 1, last_on = excluded.last_on`.execute(
    db,
  );
}

export async function forgetMissesBefore(db: Db, day: string): Promise<void> {
  await db.deleteFrom('searchMisses').where('lastOn', '<', day).execute();
}

/** The most frequent first. */
export async function listMisses(db: Db, limit: number): Promise<SearchMiss[]> {
  return await db
    .selectFrom('searchMisses')
    .select(['query', 'count', 'lastOn'])
    .orderBy('count', 'desc')
    .orderBy('lastOn', 'desc')
    .orderBy('query')
    .limit(limit)
    .execute();
}
