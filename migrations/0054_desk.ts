// What the lists of officers are read along: the date that binds a case first, reckoned by the database itself from the
// dates of the case, and the indexes by which each list and filter finds its page without walking the register.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // As api/cases/dates/duties.ts says it; a test holds the two together. Infinity: no date binds.
  await sql`
    alter table cases add column nearest_on date not null generated always as (coalesce(least(
      case when status in ('submitted', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving',
        'extended', 'answered', 'reopened') then stage_due_on end,
      case when status in ('submitted', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving',
        'extended', 'reopened') then due_on end,
      case when status in ('submitted', 'conduct_review', 'reopened') then transfer_due_on end,
      case when status = 'collecting' then review_due_on end), 'infinity'::date)) stored`.execute(db);

  // The open register, by what is due first.
  await sql`drop index cases_open`.execute(db);
  await sql`drop index cases_open_status`.execute(db);
  await sql`create index cases_open on cases (nearest_on, id) where closed_at is null`.execute(db);
  await sql`create index cases_open_status on cases (status, nearest_on, id) where closed_at is null`.execute(
    db,
  );
  await sql`create index cases_open_unit on cases (unit, nearest_on, id) where closed_at is null`.execute(db);
  await sql`create index cases_open_handler on cases (handler_id, nearest_on, id) where closed_at is null`.execute(
    db,
  );
  await sql`create index cases_open_source on cases (source, nearest_on, id) where closed_at is null and source <> 'web'`.execute(
    db,
  );
  await sql`create index cases_locked on cases (keeper_id, id) where locked`.execute(db);

  // The whole register, by when a case was received.
  await sql`drop index cases_unit`.execute(db);
  await sql`drop index cases_handler`.execute(db);
  await sql`create index cases_received on cases (received_at, id)`.execute(db);
  await sql`create index cases_status on cases (status, received_at, id)`.execute(db);
  await sql`create index cases_unit on cases (unit, received_at, id) where unit is not null`.execute(db);
  await sql`create index cases_handler on cases (handler_id, received_at, id) where handler_id is not null`.execute(
    db,
  );
  await sql`create index cases_source on cases (source, received_at, id)`.execute(db);
  await sql`create index cases_restricted on cases (received_at, id) where restricted`.execute(db);
  await sql`create index cases_content on cases (content_code, received_at, id)`.execute(db);
  await sql`create index cases_procedure on cases (procedure_slug, received_at, id) where procedure_slug is not null`.execute(
    db,
  );

  await sql`create index case_units_unit on case_units (unit, case_id)`.execute(db);
  await sql`create index case_subjects_staff on case_subjects (staff_id, case_id)`.execute(db);
  await sql`create index case_subjects_unit on case_subjects (unit, case_id)`.execute(db);
  // What an officer did lately.
  await sql`create index case_events_actor on case_events (actor_id, at) where actor_id is not null`.execute(
    db,
  );
}
