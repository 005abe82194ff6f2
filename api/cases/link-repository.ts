// How cases hang together: merged into another, split from another.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Link } from './tables.ts';

/** An open case by number that owes its answer still, locked against being closed meanwhile. */
export async function findOpenCase(trx: Transaction, number: string) {
  return await trx
    .selectFrom('cases')
    .select(['id', 'number', 'mergedInto'])
    .where('number', '=', number)
    .where('closedAt', 'is', null)
    .where('answeredAt', 'is', null)
    .where('locked', '=', false)
    .forShare()
    .executeTakeFirst();
}

export async function listMergedIds(trx: Transaction, id: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('cases')
    .select('id')
    .where('mergedInto', '=', id)
    .orderBy('number')
    .execute();
  return rows.map((row) => row.id);
}

/** The cases next to a row of `cases`: those above by its own columns, those below by theirs. */
export const linksOf = sql<Link[]>`coalesce((
  select json_agg(json_build_object('relation', l.relation, 'number', l.number, 'status', l.status) order by l.relation, l.number)
  from (
    select 'merged-into' as relation, o.number, o.status from cases o where o.id = cases.merged_into
    union all select 'merged-from', o.number, o.status from cases o where o.merged_into = cases.id
    union all select 'split-from', o.number, o.status from cases o where o.id = cases.split_from
    union all select 'split-to', o.number, o.status from cases o where o.split_from = cases.id) l), '[]')`;

/** Cases that waited for a supplement until before `today`. */
export async function listExpiredSupplements(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('status', '=', 'need_info')
    .where('stageDueOn', '<', today)
    .orderBy('stageDueOn')
    .limit(1_000)
    .execute();
  return rows.map((row) => row.id);
}

/** Cases that ended before an instant and still hold personal data. */
export async function listClosedBefore(db: Db, before: Date, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('number')
    .where('closedAt', '<', before)
    .where('erasedAt', 'is', null)
    .orderBy('closedAt')
    .limit(most)
    .execute();
  return rows.map((row) => row.number);
}
