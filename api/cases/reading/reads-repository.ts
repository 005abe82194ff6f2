// Who read a case: per viewer and day, and for restricted cases every single time. One function, one query.
import { sql } from 'kysely';
import type { Db } from '../../db/open.ts';
import type { Role, Viewer } from '../../staff/roles.ts';
import type { ReadVia } from './inspection.ts';

export type Read = {
  caseId: string;
  via: ReadVia;
  viewer: Pick<Viewer, 'id' | 'role'>;
  onDay: string;
  at: Date;
};

/** Counts a read of the day, and keeps it as a row of its own when `each`; one statement. */
export async function insertRead(
  db: Db,
  { caseId, viewer, via, onDay, at }: Read,
  each: boolean,
): Promise<void> {
  await db
    .with('single', (with_) =>
      with_
        .insertInto('caseReadLog')
        .columns(['caseId', 'viewerId', 'viewerRole', 'at', 'via'])
        .expression(
          with_
            .selectNoFrom([
              sql<string>`${caseId}::uuid`.as('caseId'),
              sql<string>`${viewer.id}::text`.as('viewerId'),
              sql<Role>`${viewer.role}::text`.as('viewerRole'),
              sql<Date>`${at}::timestamptz`.as('at'),
              sql<ReadVia>`${via}::text`.as('via'),
            ])
            .where(sql<boolean>`${each}::boolean`),
        ),
    )
    .insertInto('caseReads')
    .values({ caseId, viewerId: viewer.id, viewerRole: viewer.role, onDay, firstAt: at, lastAt: at })
    .onConflict((conflict) =>
      conflict.columns(['caseId', 'viewerId', 'onDay']).doUpdateSet({
        viewerRole: viewer.role,
        firstAt: sql`least(case_reads.first_at, excluded.first_at)`,
        lastAt: sql`greatest(case_reads.last_at, excluded.last_at)`,
        times: sql`case_reads.times + 1`,
      }),
    )
    .execute();
}

/** Counts a read of each of some cases, and keeps a row of its own for those to be logged every time; one statement. */
export async function insertReads(
  db: Db,
  { caseIds, each, viewer, via, onDay, at }: Omit<Read, 'caseId'> & { caseIds: string[]; each: string[] },
): Promise<void> {
  await sql`
    with single as (
      insert into case_read_log (case_id, viewer_id, viewer_role, at, via)
      select id, ${viewer.id}, ${viewer.role}, ${at}, ${via} from unnest(${each}::uuid[]) id)
    insert into case_reads (case_id, viewer_id, viewer_role, on_day, first_at, last_at)
    select id, ${viewer.id}, ${viewer.role}, ${onDay}::date, ${at}, ${at} from unnest(${caseIds}::uuid[]) id
    on conflict (case_id, viewer_id, on_day) do update set viewer_role = excluded.viewer_role,
      first_at = least(case_reads.first_at, excluded.first_at),
      last_at = greatest(case_reads.last_at, excluded.last_at), times = case_reads.times + 1`.execute(db);
}

/** Reads by person and day, newest first. */
export async function listReadsByPerson(db: Db, caseId: string) {
  return await db
    .selectFrom('caseReads')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = case_reads.viewer_id`))
    .select([
      'staffUsers.name',
      'caseReads.viewerRole as role',
      'caseReads.onDay',
      'caseReads.firstAt',
      'caseReads.lastAt',
      'caseReads.times',
    ])
    .where('caseReads.caseId', '=', caseId)
    .orderBy('caseReads.lastAt', 'desc')
    .limit(1_000)
    .execute();
}

/** Every single read of a restricted case, newest first. */
export async function listSingleReads(db: Db, caseId: string) {
  return await db
    .selectFrom('caseReadLog')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = case_read_log.viewer_id`))
    .select(['staffUsers.name', 'caseReadLog.viewerRole as role', 'caseReadLog.at'])
    .where('caseReadLog.caseId', '=', caseId)
    .orderBy('caseReadLog.id', 'desc')
    .limit(1_000)
    .execute();
}

/** What decides who may ask for the reads of a case. */
export async function findGuarded(db: Db, caseId: string) {
  return await db
    .selectFrom('cases')
    .select(['locked', 'keeperId'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
}
