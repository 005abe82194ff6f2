// Signs of a tố cáo or khiếu nại in a letter; what was there before is looked through at the next start.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table cases add column signal text
    check (signal in ('none', 'denunciation', 'complaint', 'dismissed', 'confirmed'))`.execute(db);
  await sql`create index cases_unjudged on cases (id) where signal is null and closed_at is null`.execute(db);
}
