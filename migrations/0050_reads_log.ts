// How a restricted case was looked at, and the order in which an inspector reads the log.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null: from before it was written down.
  await sql`
    alter table case_read_log add column via text check (via in ('page', 'file', 'list'))`.execute(db);
  await sql`create index case_read_log_at on case_read_log (at, id)`.execute(db);
  await sql`create index case_read_log_viewer on case_read_log (viewer_id, at, id)`.execute(db);
  await sql`
    create index security_events_downloads on security_events (at, id) where kind = 'download'`.execute(db);
}
