// What had ended and was taken up again, out of the kept facts of the few cases that were.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import { takenUpIn, type TakenUp } from './by-case.ts';

/** The ends within some days, both included, after which the case was taken up again within them too. */
export async function listTakenUp(
  db: Db | Transaction,
  days: { first: string; last: string },
): Promise<TakenUp[]> {
  const rounds = await db
    .selectFrom('caseFacts')
    .selectAll()
    .where(
      sql<boolean>`case_id in (select case_id from case_facts
        where round > 1 and started_on between ${days.first}::date and ${days.last}::date)`,
    )
    .orderBy('round')
    .execute();
  return [...Map.groupBy(rounds, ({ caseId }) => caseId).values()].flatMap((own) => takenUpIn(own, days));
}
