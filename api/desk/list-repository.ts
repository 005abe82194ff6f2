// One page of a list of officers, read along its order in either direction.
import { sql, type RawBuilder } from 'kysely';
import type { Actor, StepName } from '../cases/lifecycle.ts';
import type { ContentCode, RatingScore, Track } from '../cases/schema.ts';
import { echoesOf, endedBy, isWithheld, summaryOrStart } from '../cases/reading/register-repository.ts';
import { senderColumn } from '../cases/columns-repository.ts';
import { visibleTo } from '../cases/visible-repository.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import { inView, partsOf, passes, type Days } from './narrow-repository.ts';
import type { Filters, Sort, View } from './view.ts';

export type Asked = {
  view: View;
  sort: Sort;
  filters: Filters;
  /** From which place on, and towards the beginning or the end of the list. */
  from?: From | undefined;
  /** The number of a case that is left out. */
  without?: string | undefined;
};
export type From = { key: string; id: string; backwards: boolean };

const orders: Record<
  Sort | 'entered',
  { key: RawBuilder<unknown>; shown: RawBuilder<string>; type: 'date' | 'timestamptz'; falls: boolean }
> = {
  due: { key: sql`cases.nearest_on`, shown: sql`cases.nearest_on::text`, type: 'date', falls: false },
  newest: { ...receivedOrder(), falls: true },
  latest: { ...lastOrder(), falls: true },
  quietest: { ...lastOrder(), falls: false },
  oldest: { ...receivedOrder(), falls: false },
  // Ids follow each other as cases entered the register.
  entered: { ...receivedOrder(), key: sql`cases.id`, falls: true },
};

// To the microsecond: two letters may come in the same millisecond.
function momentOrder(key: RawBuilder<unknown>) {
  return {
    key,
    shown: sql<string>`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    type: 'timestamptz' as const,
  };
}
function receivedOrder() {
  return momentOrder(sql`cases.received_at`);
}
function lastOrder() {
  return momentOrder(sql`cases.last_at`);
}

type Last = { step: StepName; actorRole: Actor; actor: string | null; at: string };
const lastOf = sql<Last>`(
  select json_build_object('step', e.step, 'actorRole', e.actor_role, 'actor', u.name, 'at', e.at)
  from case_events e left join staff_users u on u.id::text = e.actor_id
  where e.case_id = cases.id order by e.seq desc limit 1)`;
type Taken = { workingDays: number | null; rating: RatingScore | null };
/** By the facts of figures; of a case whose words are withheld nothing is told of its answer. */
const takenOf = sql<Taken | null>`(case when cases.closed_at is null and cases.answered_at is null or ${isWithheld} then null else (
  select json_build_object('workingDays', f.working_days, 'rating', f.rating) from case_facts f
  where f.case_id = cases.id and f.ending = 'answered' order by f.round desc limit 1) end)`;
const newsOf = sql<
  StepName | 'bounced-mail' | null
>`(select n.step from case_news n where n.case_id = cases.id)`;
const proposalOf = sql<{ step: StepName; proposedBy: string } | null>`(
  select json_build_object('step', p.step, 'proposedBy', p.proposed_by) from case_proposals p where p.case_id = cases.id)`;

/** At most `limit` cases of a list in its order; reading backwards, the last ones before the place. */
export async function listCases(
  db: Db,
  viewer: Viewer,
  days: Days,
  { view, sort, filters, from }: Asked,
  limit: number,
) {
  const found = idsOf(viewer, days, { view, sort, filters, from }, limit);
  return await rowsOf(db, sql`array(${found})`, sort, from);
}

/** The numbers of the first cases of a list, in its order. */
export async function listNumbers(db: Db, viewer: Viewer, days: Days, asked: Asked, limit: number) {
  const { key, falls } = orders[asked.sort];
  const order = sql.raw(falls ? 'desc' : 'asc');
  const rows = await db
    .selectFrom('cases')
    .select('number')
    .where(sql<boolean>`id = any(array(${idsOf(viewer, days, asked, limit)}))`)
    .orderBy(sql`${key} ${order}`)
    .orderBy(sql`cases.id ${order}`)
    .execute();
  return rows.map(({ number }) => number);
}

/** The ids of at most `limit` cases of a list, the nearest to the place first. */
export function idsOf(
  viewer: Viewer,
  days: Days,
  { view, sort, filters, from, without }: Asked,
  limit: number,
): RawBuilder<{ id: string }> {
  const { key, type, falls } = orders[sort];
  const isFalling = falls !== (from?.backwards ?? false);
  const order = sql.raw(isFalling ? 'desc' : 'asc');
  const beyond = from
    ? sql`(${key}, cases.id) ${sql.raw(isFalling ? '<' : '>')} (${from.key}::${sql.raw(type)}, ${from.id}::uuid)`
    : sql`true`;
  const others = without === undefined ? sql`true` : sql`cases.number <> ${without}`;
  const arms = partsOf(view, viewer, days).map(
    (part) => sql`(select cases.id, ${key} as key from cases
      where ${part} and ${inView(view, viewer, days)} and ${passes(filters)} and ${visibleTo(viewer)} and ${beyond} and ${others}
      order by ${key} ${order}, cases.id ${order} limit ${limit})`,
  );
  return sql`select f.id from (${sql.join(arms, sql` union all `)}) f
    order by f.key ${order}, f.id ${order} limit ${limit}`;
}

/** Where a case stands in the order of a list, whether it is in it or not. */
export const placeIn = (sort: Sort): RawBuilder<string> =>
  sql<string>`(${orders[sort].shown} || '~' || cases.id)`;

/** Some cases by their ids, as far as a viewer may open them. */
export const listThese = (db: Db, viewer: Viewer, ids: readonly string[]) =>
  rowsOf(
    db,
    sql`array(select cases.id from cases where cases.id = any(${[...ids]}::uuid[]) and ${visibleTo(viewer)})`,
    'newest',
  );

/** The cases of an array of ids as a list shows them, in its order. */
export async function rowsOf(
  db: Db | Transaction,
  found: RawBuilder<unknown>,
  sort: Sort | 'entered',
  from?: From,
) {
  const { key, shown, falls } = orders[sort];
  const isFalling = falls !== (from?.backwards ?? false);
  const order = sql.raw(isFalling ? 'desc' : 'asc');
  const rows = await db
    .selectFrom('cases')
    .leftJoin('caseSenders', 'caseSenders.caseId', 'cases.id')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = cases.handler_id`))
    .select([
      'cases.id',
      'cases.number',
      'cases.status',
      'cases.source',
      sql<Track | null>`case when not ${isWithheld} then cases.track end`.as('track'),
      sql<ContentCode | null>`case when not ${isWithheld} then cases.content_code end`.as('contentCode'),
      'cases.restricted',
      'cases.locked',
      'cases.keeperId',
      'cases.handlerId',
      sql<string | null>`case when not ${isWithheld} then cases.procedure_slug end`.as('procedureSlug'),
      'cases.signal',
      'cases.unit',
      'cases.receivedAt',
      'cases.dueOn',
      'cases.stageDueOn',
      'cases.transferDueOn',
      'cases.reviewDueOn',
      'cases.reportOwed',
      'staffUsers.name as handler',
      // A restricted case says who sent it on its own page alone, where every look is kept.
      sql<
        string | null
      >`case when not (${isWithheld} or cases.restricted) then ${senderColumn('name')} end`.as('sender'),
      endedBy.as('endedBy'),
      summaryOrStart.as('summary'),
      echoesOf.as('echoes'),
      proposalOf.as('proposal'),
      newsOf.as('news'),
      takenOf.as('taken'),
      lastOf.as('last'),
      shown.as('place'),
    ])
    .where(sql<boolean>`cases.id = any(${found})`)
    .orderBy(sql`${key} ${order}`)
    .orderBy(sql`cases.id ${order}`)
    .execute();
  return from?.backwards ? rows.reverse() : rows;
}
