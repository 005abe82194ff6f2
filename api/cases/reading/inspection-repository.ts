// Both logs an inspector reads as one: every single look at a restricted case, and every file taken along.
import { sql } from 'kysely';
import { dayEnd, dayStart } from '../../db/day.ts';
import type { Db } from '../../db/open.ts';
import type { Role, Viewer } from '../../staff/roles.ts';
import { readsVisibleTo, visibleTo } from '../visible-repository.ts';
import type { InspectionQuery, LogPlace, ReadVia } from './inspection.ts';

type Row = {
  id: number;
  at: Date;
  source: 'download' | 'read';
  name: string | null;
  role: Role | null;
  via: ReadVia | 'download' | null;
  number: string | null;
  path: string | null;
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
  }: { limit: number; before?: LogPlace | undefined; reads: boolean; downloads: boolean },
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
      (select l.id::int as id, l.at, 'read' as source, u.name, l.viewer_role as role, l.via, cases.number, null as path
      from case_read_log l join cases on cases.id = l.case_id left join staff_users u on u.id::text = l.viewer_id
      where ${reads}::boolean and ${visibleTo(viewer)} and ${readsVisibleTo(viewer)}
        ${number === undefined ? sql`` : sql`and cases.number = ${number}`}
        ${of(sql`l.viewer_id`)} ${days(sql`l.at`)} ${behind(sql`l.at`, 'read', sql`l.id`)}
      order by l.at desc, l.id desc limit ${limit})
      union all
      (select e.id::int, e.at, 'download', u.name, u.role, 'download', null, e.detail ->> 'path'
      from security_events e left join staff_users u on u.id = e.actor_id
      where ${downloads && number === undefined}::boolean and e.kind = 'download'
        ${of(sql`e.actor_id::text`)} ${days(sql`e.at`)} ${behind(sql`e.at`, 'download', sql`e.id`)}
      order by e.at desc, e.id desc limit ${limit})
    ) log order by at desc, source desc, id desc limit ${limit}`.execute(db);
  return rows;
}
