// How background work stands, in SQL; all ages by the database's own clock.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import { deadLetters } from './catalogue.ts';

/** Notes that a worker lives and how long it has stood still in the last minute; forgets those gone for a day. */
export async function beat(db: Db, worker: string, stallMs: number): Promise<void> {
  await sql`
    with gone as (delete from worker_beats where beat_at < now() - interval '1 day')
    insert into worker_beats (worker, beat_at, stall_ms) values (${worker}, now(), ${stallMs})
    on conflict (worker) do update set beat_at = excluded.beat_at, stall_ms = excluded.stall_ms`.execute(db);
}

export type Ages = { beat: number | null; event: number | null; job: number | null; stallMs: number };

/**
 * In seconds: the youngest sign of life, the oldest event that waits for the ledger, the oldest job that is due. In
 * milliseconds the longest stall that a living worker other than `self` has shown.
 */
export async function findAges(db: Db, self: string): Promise<Ages> {
  const { rows } = await sql<Ages>`
    select
      (select extract(epoch from now() - max(beat_at))::float from worker_beats) as beat,
      (select extract(epoch from now() - min(waiting_since))::float from ledger_pending) as event,
      (select extract(epoch from now() - min(greatest(start_after, created_on)))::float from jobs.job
        where state < 'active' and start_after <= now() and name <> ${deadLetters}) as job,
      (select coalesce(max(stall_ms), 0) from worker_beats
        where worker <> ${self} and beat_at > now() - interval '1 minute') as stall_ms`.execute(db);
  return rows[0] ?? { beat: null, event: null, job: null, stallMs: 0 };
}
