// When things of each kind first and last became public.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';

export async function findSpans(db: Db): Promise<{ kind: string; first: Date; last: Date }[]> {
  return await db
    .selectFrom('publications')
    .select(['kind', sql<Date>`min(published_at)`.as('first'), sql<Date>`max(published_at)`.as('last')])
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}
