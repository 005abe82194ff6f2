// What officers are writing, sealed under who writes it; and, for minutes, who has which case open.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // The words lie in `sealed`; beside them stands only whose they are, and to which form of which page they belong.
  await sql`
    create table officer_drafts (
      id uuid primary key,
      staff_id text not null references staff_users (id),
      page text not null check (length(page) <= 200),
      form text not null check (length(form) <= 120),
      case_id uuid references cases (id),
      round int not null default 0,
      revision int not null,
      sealed text not null,
      saved_at timestamptz not null,
      dropped_at timestamptz,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`
    create unique index officer_drafts_place on officer_drafts (staff_id, page, form, round)
    where dropped_at is null`.execute(db);
  await sql`create index officer_drafts_case on officer_drafts (case_id) where case_id is not null`.execute(
    db,
  );
  await sql`create index officer_drafts_expiry on officer_drafts (expires_at)`.execute(db);
  // In no backup of the write-ahead log and empty after a crash: it is worth something for minutes.
  await sql`
    create unlogged table case_presence (
      case_id uuid not null,
      staff_id text not null,
      since timestamptz not null,
      seen_at timestamptz not null,
      primary key (case_id, staff_id)
    )`.execute(db);
}
