// Reading the sums: one function, one query, none of which looks at all cases.
import { sql } from 'kysely';
import { dayOf } from '../db/day.ts';
import type { Db, Transaction } from '../db/open.ts';
import { measures, type Cell, type Dimension, type Duration } from './cells.ts';
import type { Period } from './period.ts';

/** The sums of all cases together, month by month, up to the end of a period. */
export async function listMonths(db: Db | Transaction, { to }: Period): Promise<Cell[]> {
  return await db
    .selectFrom('figuresMonthly')
    .selectAll()
    .where('dimension', '=', 'all')
    .where('month', '<=', to)
    .orderBy('month')
    .execute();
}

/** The sums of a period in every group. */
export async function listGroups(db: Db | Transaction, { from, to }: Period): Promise<Omit<Cell, 'month'>[]> {
  return (await db
    .selectFrom('figuresMonthly')
    .select(['dimension', 'key'])
    .select(measures.map((measure) => sql<number>`sum(${sql.ref(measure)})::int`.as(measure)))
    .where('dimension', '<>', 'all')
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['dimension', 'key'])
    .execute()) as Omit<Cell, 'month'>[];
}

/** How many answers of a period took how many working days, in some groups. */
export async function listGroupDurations(
  db: Db | Transaction,
  { from, to }: Period,
  dimensions: readonly Dimension[],
): Promise<Omit<Duration, 'month'>[]> {
  return await db
    .selectFrom('figuresDurations')
    .select(['dimension', 'key', 'workingDays', sql<number>`sum(n)::int`.as('n')])
    .where('dimension', 'in', dimensions)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['dimension', 'key', 'workingDays'])
    .execute();
}

/** The same for all cases together, month by month. */
export async function listMonthDurations(db: Db | Transaction, { from, to }: Period): Promise<Duration[]> {
  return await db
    .selectFrom('figuresDurations')
    .selectAll()
    .where('dimension', '=', 'all')
    .where('month', '>=', from)
    .where('month', '<=', to)
    .execute();
}

export type Today = {
  open: number;
  /** Beyond the legal term. */
  openLate: number;
  /** Of these, within the term that the office has extended it to. */
  openExtended: number;
  awaitingSupplement: number;
  unpublished: number;
  unpublishedLate: number;
};

/** What is open on a day; reads open cases only, over partial indexes. */
export async function countToday(db: Db | Transaction, today: string): Promise<Today> {
  const { rows } = await sql<Today>`
    select * from
      (select count(*)::int as open, count(*) filter (where legal_due_on < ${today} and not waiting)::int as open_late,
         count(*) filter (where legal_due_on < ${today} and not waiting and extended and due_on >= ${today})::int
           as open_extended,
         count(*) filter (where waiting)::int as awaiting_supplement
       from case_facts where ended_on is null) o,
      (select count(*)::int as unpublished, count(*) filter (where publish_due_on < ${today})::int as unpublished_late
       from case_facts where publish_due_on is not null and published_on is null and private_on is null) p`.execute(
    db,
  );
  return (
    rows[0] ?? {
      open: 0,
      openLate: 0,
      openExtended: 0,
      awaitingSupplement: 0,
      unpublished: 0,
      unpublishedLate: 0,
    }
  );
}

/** The decisions with the day of receipt that an officer has entered, where one has. */
export async function withReceivedDays<One extends { slug: string; receivedOn: string | null }>(
  db: Db | Transaction,
  decisions: readonly One[],
): Promise<One[]> {
  const { rows } = await sql<{ decision: string; on: string }>`
    select distinct on (decision) decision, received_on as "on" from posting_receipts
    order by decision, id desc`.execute(db);
  const entered = new Map(rows.map(({ decision, on }) => [decision, on]));
  return decisions.map((one) => ({ ...one, receivedOn: entered.get(one.slug) ?? one.receivedOn }));
}

/** When each decision first stood on the portal, and since when the portal has kept such a record. */
export async function listDecisionPostings(
  db: Db | Transaction,
): Promise<{ openedOn: string | null; postedOn: Map<string, string> }> {
  const day = dayOf('min(published_at)');
  const { rows } = await sql<{ key: string; on: string }>`
    select key, ${day} as "on" from publications where kind = 'decision' group by key`.execute(db);
  const first = await sql<{ on: string | null }>`select ${day} as "on" from publications`.execute(db);
  return {
    openedOn: first.rows[0]?.on ?? null,
    postedOn: new Map(rows.map(({ key, on }) => [key, on])),
  };
}

/** Numbers of cases whose answer was late, is public, was given within some days and stands on the last; oldest first, at most 200. */
export async function listLateAnswers(
  db: Db | Transaction,
  { first, last }: { first: string; last: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('caseFacts')
    .innerJoin('cases', 'cases.id', 'caseFacts.caseId')
    .select('cases.number')
    .where('caseFacts.ending', '=', 'answered')
    .where('caseFacts.onTime', '=', false)
    .where('caseFacts.publishedOn', 'is not', null)
    .where('caseFacts.endedOn', '>=', first)
    .where('caseFacts.endedOn', '<=', last)
    .where(
      sql<boolean>`not exists (select from case_facts later where later.case_id = case_facts.case_id
        and later.round = case_facts.round + 1 and later.started_on <= ${last})`,
    )
    .orderBy('caseFacts.endedOn')
    .orderBy('cases.number')
    .limit(200)
    .execute();
  return rows.map(({ number }) => number);
}
