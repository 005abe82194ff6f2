// Where each decision was posted: one row per mark, for ever; a mark is taken back by another row.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table posting_marks (
      id bigint generated always as identity primary key,
      decision text not null,
      place text not null check (place in ('office', 'units', 'one-stop', 'national-database')),
      done boolean not null,
      done_on date,
      note text not null,
      marked_by text not null,
      marked_at timestamptz not null,
      check (done = (done_on is not null))
    )`.execute(db);
  await sql`create index posting_marks_place on posting_marks (decision, place, id desc)`.execute(db);
  await sql`
    create trigger posting_marks_are_immutable before update or delete or truncate on posting_marks
    for each statement execute function refuse_change()`.execute(db);
}
