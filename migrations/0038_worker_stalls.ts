// How long each worker has stood still within the last minute, beside its sign of life.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table worker_beats add column stall_ms int not null default 0`.execute(db);
}
