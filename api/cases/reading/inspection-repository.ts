// The logs an inspector reads as one: every single look at a restricted case, every file taken along, and lists by the hour.
import { sql } from 'kysely';
import { dayEnd, dayStart } from '../../db/day.ts';
import type { Db } from '../../db/open.ts';
import type { Role, Viewer } from '../../staff/roles.ts';
import { readsVisibleTo, visibleTo } from '../visible-repository.ts';
import type { InspectionQuery, InspectionView, LogPlace } from './inspection.ts';
import type { z } from 'zod';

type Row = {
  id: number;
  at: Date;
  source: LogPlace['source'];
  name: string | null;
  role: Role | null;
  via: z.infer<typeof InspectionView>['reads'][number]['via'];
  number: string | null;
  path: string | null;
  filter: string | null;
  times: number;
  rows: number | null;
};

/**
 * The newest first, at most `limit`, behind `before`. Looks at cases that the viewer may open and of which they may know
 * who looks; `downloads`: files too, unless one case is asked for.
 */
export async function listInspection(
  db: Db,
  viewer: Viewer,
  { person, number, from, to }: InspectionQuery,
  {
    limit,
    before,
    reads,
    downloads,
    lists,
    exports,
  }: {
    limit: number;
    before?: LogPlace | undefined;
    reads: boolean;
    downloads: boolean;
    lists: boolean;
    /** Tables that were taken along among the lists. */
    exports: boolean;
  },
): Promise<Row[]> {
  const days = (at: ReturnType<typeof sql>) => sql`
    ${from === undefined ? sql`` : sql`and ${at} >= ${dayStart(from)}`}
    ${to === undefined ? sql`` : sql`and ${at} < ${dayEnd(to)}`}`;
  const behind = (at: ReturnType<typeof sql>, source: LogPlace['source'], id: ReturnType<typeof sql>) =>
    before === undefined
      ? sql``
      : sql`and ${at} <= ${before.at} and (${at}, ${source}::text, ${id}) < (${before.at}, ${before.source}::text, ${before.id}::bigint)`;
  const of = (column: ReturnType<typeof sql>) =>
    person === undefined ? sql`` : sql`and ${column} = ${person}`;
  const { rows } = await sql<Row>`
    select * from (
      (select l.id::int as id, l.at, 'read' as source, u.name, l.viewer_role as role, l.via, cases.number, null as path,
        null as filter, 1 as times, null::int as rows
      from case_read_log l join cases on cases.id = l.case_id left join staff_users u on u.id::text = l.viewer_id
      where ${reads}::boolean and ${visibleTo(viewer)} and ${readsVisibleTo(viewer)}
        ${number === undefined ? sql`` : sql`and cases.number = ${number}`}
        ${of(sql`l.viewer_id`)} ${days(sql`l.at`)} ${behind(sql`l.at`, 'read', sql`l.id`)}
      order by l.at desc, l.id desc limit ${limit})
      union all
      (select e.id::int, e.at, 'download', u.name, u.role, 'download', null, e.detail ->> 'path', null, 1, null
      from security_events e left join staff_users u on u.id = e.actor_id
      where ${downloads && number === undefined}::boolean and e.kind = 'download'
        ${of(sql`e.actor_id::text`)} ${days(sql`e.at`)} ${behind(sql`e.at`, 'download', sql`e.id`)}
      order by e.at desc, e.id desc limit ${limit})
      union all
      (select v.id::int, v.last_at, 'list', u.name, v.viewer_role, 'seen-' || v.kind, null, null, v.filter, v.times, v.most_rows
      from list_views v left join staff_users u on u.id::text = v.viewer_id
      where ${lists && number === undefined}::boolean and (${exports}::boolean or v.kind <> 'export')
        ${of(sql`v.viewer_id`)} ${days(sql`v.last_at`)} ${behind(sql`v.last_at`, 'list', sql`v.id`)}
      order by v.last_at desc, v.id desc limit ${limit})
    ) log order by at desc, source desc, id desc limit ${limit}`.execute(db);
  return rows;
}
