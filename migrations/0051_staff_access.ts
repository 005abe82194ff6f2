// From when until when an account is good, links that let an officer set a password, and what one officer asks of a second.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table staff_users
      add column valid_from date,
      add column valid_until date,
      add constraint staff_users_validity check (valid_from <= valid_until)`.execute(db);
  // One link at a time: a newer one takes the older one's place.
  await sql`
    create table staff_links (
      user_id text primary key references staff_users,
      id uuid not null unique,
      kind text not null check (kind in ('invitation', 'password')),
      made_by text,
      made_at timestamptz not null,
      until timestamptz not null,
      used_at timestamptz
    )`.execute(db);
  await sql`
    create table staff_asks (
      id uuid primary key default uuidv7(),
      subject_id text not null references staff_users,
      kind text not null check (kind in ('password', 'second-factor')),
      reason text not null,
      asked_by text not null references staff_users,
      asked_at timestamptz not null,
      until timestamptz not null,
      decided_by text references staff_users,
      decided_at timestamptz,
      outcome text check (outcome in ('confirmed', 'declined')),
      check ((outcome is null) = (decided_at is null)),
      check (decided_by <> asked_by or outcome = 'declined')
    )`.execute(db);
  await sql`create unique index staff_asks_open on staff_asks (subject_id, kind) where outcome is null`.execute(
    db,
  );
}
