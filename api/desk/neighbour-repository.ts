// The cases beside one in a list, read along its order from where that one stands.
import { sql } from 'kysely';
import { visibleTo } from '../cases/visible-repository.ts';
import type { Db } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import { idsOf, placeIn, type Asked, type From } from './list-repository.ts';
import type { Days } from './narrow-repository.ts';
import type { Sort } from './view.ts';

/** Where a case that the viewer may see stands in an order. */
export async function findPlace(
  db: Db,
  viewer: Viewer,
  number: string,
  sort: Sort,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('cases')
    .select(placeIn(sort).as('place'))
    .where('number', '=', number)
    .where(visibleTo(viewer))
    .executeTakeFirst();
  return row?.place;
}

type Near = { number: string; place: string } | null;

/** The nearest case on each side of a place, without the case itself; on each side at most `most` are counted. */
export async function findNeighbours(
  db: Db,
  viewer: Viewer,
  days: Days,
  { from, ...list }: Asked & { from: From; without: string },
  most: number,
) {
  const side = (backwards: boolean, limit: number) =>
    idsOf(viewer, days, { ...list, from: { ...from, backwards } }, limit);
  const nearest = (backwards: boolean) => sql<Near>`(
    select json_build_object('number', cases.number, 'place', ${placeIn(list.sort)})
    from cases where cases.id = (${side(backwards, 1)}))`;
  const counted = (backwards: boolean) =>
    most === 0 ? sql<null>`null::int` : sql<number>`(select count(*)::int from (${side(backwards, most)}) n)`;
  const { rows } = await sql<{ previous: Near; next: Near; before: number | null; after: number | null }>`
    select ${nearest(true)} as previous, ${nearest(false)} as next, ${counted(true)} as before,
      ${counted(false)} as after`.execute(db);
  return rows[0] ?? { previous: null, next: null, before: null, after: null };
}
