// The calendar as officers edit it, its history, the lock between an edit and a due date, and every read of a restricted case.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // On top of content/calendar.yaml; a half day is written down but stays a working day.
  await sql`
    create table calendar_days (
      date date primary key,
      kind text not null check (kind in ('off', 'work', 'half')),
      reason text not null,
      decision text not null,
      certainty text not null check (certainty in ('decided', 'announced', 'expected')),
      edited_by text not null,
      edited_at timestamptz not null
    )`.execute(db);
  // Every edit for ever; kind null: the entry was taken back. The newest id is the version of the calendar.
  await sql`
    create table calendar_changes (
      id bigint generated always as identity primary key,
      date date not null,
      kind_before text,
      kind text,
      reason text not null,
      decision text not null,
      edited_by text not null,
      edited_at timestamptz not null
    )`.execute(db);
  await sql`create index calendar_changes_date on calendar_changes (date, id)`.execute(db);
  await sql`
    create trigger calendar_changes_are_immutable before update or delete or truncate on calendar_changes
    for each statement execute function refuse_change()`.execute(db);

  // Who writes a due date holds the calendar (shared) until commit; who edits the calendar waits for them and lets
  // no one else begin. Volatile: the version is read after the lock was got, not as the statement began.
  await sql`
    create function hold_calendar() returns bigint language plpgsql volatile as $$
    begin
      perform pg_advisory_xact_lock_shared(7, 1);
      return (select coalesce(max(id), 0) from calendar_changes);
    end $$`.execute(db);
  await sql`
    create function seize_calendar() returns bigint language plpgsql volatile as $$
    begin
      perform pg_advisory_xact_lock(7, 1);
      return (select coalesce(max(id), 0) from calendar_changes);
    end $$`.execute(db);

  await sql`
    create table case_read_log (
      id bigint generated always as identity primary key,
      case_id uuid not null references cases,
      viewer_id text not null,
      viewer_role text not null,
      at timestamptz not null
    )`.execute(db);
  await sql`create index case_read_log_case on case_read_log (case_id, id)`.execute(db);
  await sql`
    create trigger case_read_log_is_immutable before update or delete or truncate on case_read_log
    for each statement execute function refuse_change()`.execute(db);
}
