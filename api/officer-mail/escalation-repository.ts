// Cases of whose date somebody above has to be told, and that it was done: once for each rung and date.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import { isDue } from '../cases/dates/due-repository.ts';
import { rungNames, type Rung } from './rungs.ts';

type Listed = { id: string; dueOn: string; enteredAt: Date; told: Rung[] };

/** Open cases, not locked, due until a day, of which not every rung was told with this date; the earliest date first, after a place. */
export async function listToEscalate(
  db: Db,
  until: string,
  after: { dueOn: string; id: string } | undefined,
  most: number,
): Promise<Listed[]> {
  const told = sql<Rung[]>`array(select e.rung from case_escalations e
    where e.case_id = cases.id and e.due_on = cases.nearest_on)`;
  const enteredAt = sql<Date>`(select e.at from case_events e where e.case_id = cases.id and e.seq = 1)`;
  return await db
    .selectFrom('cases')
    .select([
      'cases.id',
      sql<string>`cases.nearest_on::text`.as('dueOn'),
      enteredAt.as('enteredAt'),
      told.as('told'),
    ])
    .where('cases.closedAt', 'is', null)
    .where('cases.locked', '=', false)
    .where(isDue({ until }))
    .where(sql<boolean>`cardinality(${told}) < ${rungNames.length}`)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(cases.nearest_on, cases.id) > (${after?.dueOn}::date, ${after?.id}::uuid)`),
    )
    .orderBy(sql`cases.nearest_on`)
    .orderBy('cases.id')
    .limit(most)
    .execute();
}

/** False where it was told already. */
export async function insertEscalation(
  trx: Transaction,
  row: { caseId: string; rung: Rung; dueOn: string; at: Date },
): Promise<boolean> {
  const done = await trx
    .insertInto('caseEscalations')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('caseId')
    .executeTakeFirst();
  return done !== undefined;
}
