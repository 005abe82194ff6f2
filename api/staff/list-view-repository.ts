// Who looked at which list or took which table along: one row for each hour and filter, counted.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import type { Viewer } from './roles.ts';
import type { ListViewKind } from './list-view.ts';

type Seen = { kind: ListViewKind; filter: string; rows: number | null; at: Date };

/** One statement, which nobody waits for the disk with: it may be lost with the machine, never with the process. */
export async function countListView(
  db: Db,
  { id, role }: Pick<Viewer, 'id' | 'role'>,
  { kind, filter, rows, at }: Seen,
): Promise<void> {
  await sql`
    with quiet as (select set_config('synchronous_commit', 'off', true))
    insert into list_views (viewer_id, hour, kind, filter, viewer_role, most_rows, first_at, last_at)
    select ${id}, date_trunc('hour', ${at}::timestamptz), ${kind}, ${filter}, ${role}, ${rows}::int, ${at}, ${at} from quiet
    on conflict (viewer_id, hour, kind, filter) do update set times = list_views.times + 1,
      viewer_role = excluded.viewer_role, most_rows = greatest(list_views.most_rows, excluded.most_rows),
      first_at = least(list_views.first_at, excluded.first_at),
      last_at = greatest(list_views.last_at, excluded.last_at)`.execute(db);
}

export async function deleteListViews(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('listViews').where('lastAt', '<', before).execute();
}
