// Files sent with a case: pending under a token first, then part of the case; and the files that wait to be removed.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table attachments (
      id uuid primary key default uuidv7(),
      token_hash bytea not null unique,
      file_key text not null unique,
      case_id uuid references cases,
      place int,
      name text,
      kind text not null check (kind in ('jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx')),
      bytes int not null check (bytes > 0),
      sent_bytes int not null check (sent_bytes > 0),
      sha256 bytea,
      state text not null check (state in ('waiting', 'unscanned', 'clean', 'infected', 'erased')),
      uploaded_at timestamptz not null,
      attached_at timestamptz,
      unique (case_id, place),
      check ((case_id is null) = (place is null) and (case_id is null) = (attached_at is null))
    )`.execute(db);
  await sql`create index attachments_pending on attachments (uploaded_at) where case_id is null`.execute(db);
  await sql`create index attachments_waiting on attachments (uploaded_at) where state = 'waiting'`.execute(
    db,
  );
  // A file is noted here before it is written and when its row goes, so that none is ever left without a row.
  await sql`
    create table file_removals (
      file_key text primary key,
      due_at timestamptz not null
    )`.execute(db);
  await sql`create index file_removals_due on file_removals (due_at)`.execute(db);
}
