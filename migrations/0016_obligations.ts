// What was done for each report that is owed: one row per mark, for ever; and the private key of each one's calendar.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table obligation_marks (
      id bigint generated always as identity primary key,
      obligation text not null,
      year int not null,
      period text not null,
      status text not null check (status in ('done', 'not-applicable', 'postponed', 'undone')),
      "on" date,
      evidence text not null,
      reason text not null,
      marked_by text not null,
      marked_at timestamptz not null,
      check (("on" is not null) = (status in ('done', 'postponed')))
    )`.execute(db);
  await sql`create index obligation_marks_occurrence on obligation_marks (obligation, year, period, id)`.execute(
    db,
  );
  await sql`
    create trigger obligation_marks_are_immutable before update or delete or truncate on obligation_marks
    for each statement execute function refuse_change()`.execute(db);
  // One key an account; a new one takes the place of the old one, which is worth nothing from then on.
  await sql`
    create table obligation_feeds (
      staff_id text primary key references staff_users on delete cascade,
      key_hash bytea not null unique,
      made_at timestamptz not null
    )`.execute(db);
}
