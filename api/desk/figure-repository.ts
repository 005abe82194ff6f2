// What became of cases in a month, by unit and handler, inside a viewer's sight.
import { sql } from 'kysely';
import { visibleTo } from '../cases/visible-repository.ts';
import type { Db } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import { inView, partsOf, type Days } from './narrow-repository.ts';

type MonthRow = {
  unit: string | null;
  handlerId: string | null;
  /** Working days that each answer took, by the facts of figures; shorter than `answered` until those have followed. */
  taken: number[];
  answered: number;
  rated: number;
  satisfied: number;
  returned: number;
};

/** Answered in the month, how long each took, what its senders say of them; and what was sent back for rework in it. */
export async function countMonth(db: Db, viewer: Viewer, days: Days): Promise<MonthRow[]> {
  const inSight = (view: 'answered' | 'returned') =>
    sql.join(
      partsOf(view, viewer, days).map(
        (part) => sql`select cases.id, cases.unit, cases.handler_id from cases
          where ${part} and ${inView(view, viewer, days)} and ${visibleTo(viewer)}`,
      ),
      sql` union all `,
    );
  const { rows } = await sql<MonthRow>`
    with answered as (${inSight('answered')}),
      returned as (${inSight('returned')})
    select unit, handler_id as "handlerId",
      coalesce(array_agg(working_days) filter (where working_days is not null), '{}') as taken,
      sum(answered)::int as answered, sum(rated)::int as rated, sum(satisfied)::int as satisfied,
      sum(returned)::int as returned
    from (
      select a.unit, a.handler_id, 1 as answered, (f.rating is not null)::int as rated,
        coalesce(f.rating = 'satisfied', false)::int as satisfied, 0 as returned, f.working_days
      from answered a left join lateral (
        select rating, working_days from case_facts where case_id = a.id and ending = 'answered'
          and ended_on between ${days.month.from}::date and ${days.month.to}::date
        order by round desc limit 1) f on true
      union all
      select unit, handler_id, 0, 0, 0, 1, null from returned
    ) m group by unit, handler_id`.execute(db);
  return rows;
}
