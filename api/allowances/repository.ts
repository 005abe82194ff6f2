// Budgets in the database, so that every process counts on one tally; time is the database's own.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import type { Budget } from './budgets.ts';

/** Charges the budgets in their order, the narrow ones first. Answers the seconds to wait; 0 when it was taken. */
export async function takeFrom(db: Db, budgets: readonly Budget[], withinSeconds: number): Promise<number> {
  const keys = budgets.map(({ key }) => key);
  const costs = budgets.map(({ cost }) => cost);
  const { rows } = await sql<{ wait: number }>`
    select take_allowance(${keys}::bytea[], ${costs}::double precision[], ${withinSeconds}::double precision) as wait`.execute(
    db,
  );
  return rows[0]?.wait ?? 0;
}

/** Takes a charge back. */
export async function giveBackTo(db: Db, budgets: readonly Budget[]): Promise<void> {
  const keys = budgets.map(({ key }) => key);
  const costs = budgets.map(({ cost }) => cost);
  await sql`
    update allowances set full_at = full_at - make_interval(secs => back.cost)
    from unnest(${keys}::bytea[], ${costs}::double precision[]) as back (key, cost)
    where allowances.key = back.key`.execute(db);
}

/** Deletes what says nothing any more: budgets that are whole again. */
export async function deleteWhole(db: Db): Promise<void> {
  await sql`delete from allowances where full_at < clock_timestamp()`.execute(db);
}
