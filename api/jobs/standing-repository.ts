// How background work stands, in SQL; all ages by the database's own clock.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import { deadLetters } from './catalogue.ts';

/** Notes that a worker lives, and forgets those that have not for a day. */
export async function beat(db: Db, worker: string): Promise<void> {
  await sql`
    with gone as (delete from worker_beats where beat_at < now() - interval '1 day')
    insert into worker_beats values (${worker}, now())
    on conflict (worker) do update set beat_at = excluded.beat_at`.execute(db);
}

export type Ages = { beat: number | null; event: number | null; job: number | null };

/** In seconds: the youngest sign of life, the oldest event that waits for the ledger, the oldest job that is due. */
export async function findAges(db: Db): Promise<Ages> {
  const { rows } = await sql<Ages>`
    select
      (select extract(epoch from now() - max(beat_at))::float from worker_beats) as beat,
      (select extract(epoch from now() - min(waiting_since))::float from ledger_pending) as event,
      (select extract(epoch from now() - min(greatest(start_after, created_on)))::float from jobs.job
        where state < 'active' and start_after <= now() and name <> ${deadLetters}) as job`.execute(db);
  return rows[0] ?? { beat: null, event: null, job: null };
}
