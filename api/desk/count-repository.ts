// How many open cases the views of an officer hold, by unit and handler: from the kept counts, which know nothing of one
// officer, put right by the few cases that something sets apart for this one.
import { sql, type RawBuilder } from 'kysely';
import { partsApart, visiblePlainly, visibleTo } from '../cases/visible-repository.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import { inPlainView, inView, partsOf, type Days } from './narrow-repository.ts';
import { keptViews, type KeptView } from './view.ts';

type Counted = { unit: string | null; handlerId: string | null } & Record<KeptView, number>;

/** By unit and handler of the case; together they are the counts of the views. */
export async function countOpen(db: Db, viewer: Viewer, days: Days): Promise<Counted[]> {
  const each = (condition: (view: KeptView) => RawBuilder<unknown>) =>
    sql.join(keptViews.map((view) => condition(view)));
  const named = keptViews.map((view) => sql`sum(${sql.ref(`c.${view}`)})::int as ${sql.id(view)}`);
  // A case set apart is taken out of what was counted plainly, and counted by the whole rule: read once, and open ones alone.
  const { rows } = await sql<Counted>`
    with apart as materialized (
      select cases.* from cases where id in (${partsApart(viewer)}) and closed_at is null)
    select nullif(unit, '') as unit, nullif(handler_id, '') as "handlerId", ${sql.join(named)}
    from (
      select unit, handler_id, ${each((view) => sql`case when ${inPlainView(view, viewer, days)} then n else 0 end`)}
      from desk_counts cases where ${visiblePlainly(viewer)}
      union all
      select coalesce(unit, ''), coalesce(handler_id, ''),
        ${each((view) => sql`case when ${inPlainView(view, viewer, days)} then -1 else 0 end`)}
      from apart cases where not locked and ${visiblePlainly(viewer)}
      union all
      select coalesce(unit, ''), coalesce(handler_id, ''), ${each((view) => sql`case when ${inView(view, viewer, days)} then 1 else 0 end`)}
      from apart cases where ${visibleTo(viewer)}
    ) c (unit, handler_id, ${sql.join(keptViews.map((view) => sql.id(view)))})
    group by unit, handler_id`.execute(db);
  return rows;
}

/** How many cases have something new for an officer. */
export async function countNews(db: Db, viewer: Viewer, days: Days): Promise<number> {
  const [part = sql`false`] = partsOf('new', viewer, days);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from cases where ${part} and ${visibleTo(viewer)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Adds rows of the same kind together; what is counted stays the same for everybody at every moment. */
export async function foldCounts(db: Db | Transaction): Promise<void> {
  await sql`
    with gone as (delete from desk_counts returning *)
    insert into desk_counts select status, unit, handler_id, source, nearest_on, sum(n)
    from gone group by status, unit, handler_id, source, nearest_on having sum(n) <> 0`.execute(db);
}
