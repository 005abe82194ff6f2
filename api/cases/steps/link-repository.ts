// How cases hang together: merged into another, split from another.
import { sql } from 'kysely';
import type { Db, Transaction } from '../../db/open.ts';
import type { Viewer } from '../../staff/roles.ts';
import { steps } from './table.ts';
import type { Link } from '../tables.ts';
import { waitIsOver } from '../dates/due-repository.ts';
import { visibleTo } from '../visible-repository.ts';

/** An open case by number that the viewer may see and that owes its answer still, locked against being closed meanwhile. */
export async function findOpenCase(trx: Transaction, viewer: Viewer, number: string) {
  return await trx
    .selectFrom('cases')
    .select(['id', 'number', 'mergedInto', 'handlerId', 'unit'])
    .where(visibleTo(viewer))
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

/** Those merged into a case that nobody has answered yet and that still have a sender. */
export async function listUnansweredMerged(trx: Transaction, id: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('cases')
    .select('id')
    .where('mergedInto', '=', id)
    .where('status', '=', 'merged')
    .where('answeredAt', 'is', null)
    .where('erasedAt', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map((row) => row.id);
}

/**
 * The cases next to a row of `cases`: those above by its own columns, those below by theirs. For staff only those that
 * they may open: whatever else hangs on a case they see is not there for them (`maySeeCase`).
 */
export const linksOf = (viewer?: Viewer) => sql<Link[]>`coalesce((
  select json_agg(json_build_object('relation', l.relation, 'number', linked.number, 'status', linked.status,
    'isClassified', linked.track is not null, 'endedBy', linked.last_step) order by l.relation, linked.number)
  from (
    select 'merged-into' as relation, cases.merged_into as id
    union all select 'merged-from', o.id from cases o where o.merged_into = cases.id
    union all select 'split-from', cases.split_from
    union all select 'split-to', o.id from cases o where o.split_from = cases.id) l
  cross join lateral (
    select cases.number, cases.status, cases.track, (select e.step from case_events e
      where e.case_id = cases.id and e.from_status <> e.to_status order by e.seq desc limit 1) as last_step
    from cases where cases.id = l.id and ${viewer ? visibleTo(viewer) : sql`true`}) linked), '[]')`;

/** Cases that waited for a supplement until before `today`. */
export async function listExpiredSupplements(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where(waitIsOver(today))
    .orderBy('stageDueOn')
    .limit(1_000)
    .execute();
  return rows.map((row) => row.id);
}

/** Erased cases that still hold words, because an earlier release left them or the work was interrupted. */
export async function listHalfErased(db: Db, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('number')
    .where('erasedAt', 'is not', null)
    .where('status', 'in', [...steps.erase.from])
    .where(
      sql<boolean>`(cases.summary is not null or cases.letter_number is not null or cases.outside_agency is not null
        or cases.outside_number is not null or cases.origin_agency is not null or cases.origin_number is not null
        or cases.national_code is not null
        or exists (select from case_replies r where r.case_id = cases.id and r.body is not null)
        or exists (select from case_contents c where c.case_id = cases.id)
        or exists (select from case_senders s where s.case_id = cases.id))`,
    )
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => row.number);
}
