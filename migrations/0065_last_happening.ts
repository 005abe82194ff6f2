// Of which event officers are told; lists by what happened last, and answered cases of a month by receipt, along indexes of their own; and who looked at which
// list and took which table along.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null: of none, such as a letter that comes back.
  await sql`alter table officer_happenings add column seq int`.execute(db);

  // The moment of the last event; until a second one comes, that of the first.
  await sql`alter table cases add column happened_at timestamptz`.execute(db);
  await sql`
    update cases set happened_at = (select max(e.at) from case_events e where e.case_id = cases.id)`.execute(
    db,
  );
  await sql`
    alter table cases add column last_at timestamptz not null
    generated always as (coalesce(happened_at, received_at)) stored`.execute(db);

  // The open register, then all of it.
  await sql`create index cases_open_last on cases (last_at, id) where closed_at is null`.execute(db);
  await sql`
    create index cases_open_unit_last on cases (unit, last_at, id) where closed_at is null and unit is not null`.execute(
    db,
  );
  await sql`
    create index cases_open_handler_last on cases (handler_id, last_at, id)
    where closed_at is null and handler_id is not null`.execute(db);
  await sql`create index cases_last on cases (last_at, id)`.execute(db);
  await sql`create index cases_status_last on cases (status, last_at, id)`.execute(db);
  await sql`create index cases_unit_last on cases (unit, last_at, id) where unit is not null`.execute(db);
  await sql`create index cases_handler_last on cases (handler_id, last_at, id) where handler_id is not null`.execute(
    db,
  );

  // The open register by receipt: its oldest lie behind all that is closed.
  await sql`create index cases_open_received on cases (received_at, id) where closed_at is null`.execute(db);

  // What was answered in a month, by receipt: its oldest lies far from the beginning of the register.
  await sql`
    create index cases_answered_month on cases
      (date_trunc('month', answered_at at time zone 'Asia/Ho_Chi_Minh'), received_at, id) where answered_at is not null`.execute(
    db,
  );
  await sql`
    create index cases_answered_month_last on cases
      (date_trunc('month', answered_at at time zone 'Asia/Ho_Chi_Minh'), last_at, id) where answered_at is not null`.execute(
    db,
  );
  await sql`drop index cases_answered`.execute(db);

  // Once for each officer, list or table, filter and hour, counted; no words of a search.
  await sql`
    create table list_views (
      id bigint generated always as identity unique,
      viewer_id text not null,
      hour timestamptz not null,
      kind text not null check (kind in ('list', 'search', 'export')),
      filter text not null,
      viewer_role text not null,
      times int not null default 1,
      most_rows int,
      first_at timestamptz not null,
      last_at timestamptz not null,
      primary key (viewer_id, hour, kind, filter)
    )`.execute(db);
  await sql`create index list_views_at on list_views (last_at, id)`.execute(db);
}
