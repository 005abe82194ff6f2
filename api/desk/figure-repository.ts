// What became of cases in a month, by unit and handler, inside a viewer's sight.
import { sql } from 'kysely';
import type { Status } from '../cases/lifecycle.ts';
import { visibleTo } from '../cases/visible-repository.ts';
import type { Db } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import { inView, partsOf, type Days } from './narrow-repository.ts';
import { monthViews, type View } from './view.ts';

type MonthRow = {
  unit: string | null;
  handlerId: string | null;
  /** Working days that each answer took, by the facts of figures; shorter than `answered` until those have followed. */
  taken: number[];
  answered: number;
  answeredLate: number;
  endedLate: number;
  rated: number;
  satisfied: number;
  returned: number;
};

/** What the views of a month hold, how long each answer took, and what its senders say of them. */
export async function countMonth(db: Db, viewer: Viewer, days: Days): Promise<MonthRow[]> {
  const { from, to } = days.month;
  const answerOf = sql`select rating, working_days from case_facts where case_id = v.id and ending = 'answered'
    and ended_on between ${from}::date and ${to}::date order by round desc limit 1`;
  const { rows } = await sql<MonthRow>`
    select v.unit, v.handler_id as "handlerId",
      coalesce(array_agg(f.working_days) filter (where v.view = 'answered' and f.working_days is not null), '{}') as taken,
      count(*) filter (where v.view = 'answered')::int as answered,
      count(*) filter (where v.view = 'answered-late')::int as "answeredLate",
      count(*) filter (where v.view = 'ended-late')::int as "endedLate",
      count(*) filter (where v.view = 'rated')::int as rated,
      count(*) filter (where v.view = 'rated' and f.rating = 'satisfied')::int as satisfied,
      count(*) filter (where v.view = 'returned')::int as returned
    from (${inSight(monthViews, viewer, days)}) v
    left join lateral (${answerOf}) f on v.view in ('answered', 'rated')
    group by v.unit, v.handler_id`.execute(db);
  return rows;
}

/** Open and late, by the state in which they stand. */
export async function countOverdue(db: Db, viewer: Viewer, days: Days) {
  const { rows } = await sql<{ status: Status; n: number }>`
    select status, count(*)::int as n from (${inSight(['overdue'], viewer, days)}) v
    group by status order by n desc, status`.execute(db);
  return rows;
}

/** The cases of some views that a viewer may see, each under the name of its view. */
const inSight = (views: readonly View[], viewer: Viewer, days: Days) =>
  sql.join(
    views.flatMap((view) =>
      partsOf(view, viewer, days).map(
        (
          part,
        ) => sql`select ${sql.lit(view)} as view, cases.id, cases.unit, cases.handler_id, cases.status from cases
          where ${part} and ${inView(view, viewer, days)} and ${visibleTo(viewer)}`,
      ),
    ),
    sql` union all `,
  );
