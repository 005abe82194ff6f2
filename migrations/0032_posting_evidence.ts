// The day on which the department received a decision, as an officer enters it, and photographs of what was posted.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // One row per entry, for ever: the newest of a decision counts.
  await sql`
    create table posting_receipts (
      id bigint generated always as identity primary key,
      decision text not null,
      received_on date not null,
      note text not null,
      entered_by text not null,
      entered_at timestamptz not null
    )`.execute(db);
  await sql`create index posting_receipts_decision on posting_receipts (decision, id desc)`.execute(db);
  await sql`
    create table posting_photos (
      id uuid primary key default uuidv7(),
      mark_id bigint not null references posting_marks,
      decision text not null,
      file_key text not null unique,
      kind text not null check (kind in ('jpeg', 'png', 'webp')),
      bytes int not null check (bytes > 0),
      sha256 bytea not null,
      added_at timestamptz not null
    )`.execute(db);
  await sql`create index posting_photos_mark on posting_photos (decision, mark_id)`.execute(db);
  for (const table of ['posting_receipts', 'posting_photos'])
    await sql`
      create trigger ${sql.raw(`${table}_are_immutable`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
}
