// The filters that an officer keeps: one function, one query.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import type { ListQuery } from './view.ts';

export async function listFilters(db: Db, staffId: string) {
  return await db
    .selectFrom('deskFilters')
    .select(['id', 'name', 'query'])
    .where('staffId', '=', staffId)
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
}

/** Keeps a filter under its name, in the place of one of the same name; false where `most` are kept already. */
export async function saveFilter(
  db: Db,
  { staffId, name, query }: { staffId: string; name: string; query: Partial<ListQuery> },
  most: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into desk_filters (staff_id, name, query)
    select ${staffId}, ${name}::text, ${JSON.stringify(query)}::jsonb
    where (select count(*) from desk_filters where staff_id = ${staffId} and name <> ${name}) < ${most}
    on conflict (staff_id, name) do update set query = excluded.query`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function deleteFilter(db: Db, staffId: string, id: string): Promise<void> {
  await db.deleteFrom('deskFilters').where('staffId', '=', staffId).where('id', '=', id).execute();
}
