// Jobs that wait for their time, by their ids in the queue.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';

/** Those of them that wait start in so many seconds by the database's clock. */
export async function startIn(db: Db | Transaction, ids: string[], seconds: number): Promise<void> {
  if (ids.length === 0) return;
  await sql`update jobs.job set start_after = now() + make_interval(secs => ${seconds}::int)
    where id = any(${ids}::uuid[]) and state = 'created'`.execute(db);
}

/** Deletes those that wait still; how many that were. */
export async function deleteWaiting(trx: Transaction, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await sql`delete from jobs.job where id = any(${ids}::uuid[]) and state = 'created'
    returning id`.execute(trx);
  return rows.length;
}
