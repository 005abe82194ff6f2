// How background work stands: the last sign of life of each worker, and since when an event waits for the ledger.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table worker_beats (
      worker text primary key,
      beat_at timestamptz not null
    )`.execute(db);
  // What waits already, waits from now.
  await sql`alter table ledger_pending add column waiting_since timestamptz not null default now()`.execute(
    db,
  );
}
