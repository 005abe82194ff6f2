// Handling as the law has it: pauses, transfers, forwarded cases, conflicts of interest, links between cases, reads.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table cases
      add column resume_status text,
      add column paused_on date,
      add column transfer_due_on date,
      add column origin_agency text,
      add column origin_number text,
      add column origin_on date,
      add column national_code text,
      add column locked boolean not null default false,
      add column keeper_id text,
      add column merged_into uuid references cases,
      add column split_from uuid references cases,
      add column extended_on date,
      add column letter_number text,
      add column letter_on date,
      add column outside_agency text,
      add column outside_number text,
      add column outside_on date,
      add column review_due_on date,
      add column erased_at timestamptz`.execute(db);
  await sql`create index cases_merged on cases (merged_into) where merged_into is not null`.execute(db);
  await sql`create index cases_split on cases (split_from) where split_from is not null`.execute(db);
  await sql`create index cases_waiting_supplement on cases (stage_due_on) where status = 'need_info'`.execute(
    db,
  );
  await sql`alter table case_senders add column name_at_publication text not null default 'hide' check (name_at_publication in ('hide', 'show'))`.execute(
    db,
  );

  await sql`
    create table case_units (
      case_id uuid not null references cases,
      unit text not null,
      primary key (case_id, unit)
    )`.execute(db);
  // Whom a case complains of: they and their unit never see it.
  await sql`
    create table case_subjects (
      case_id uuid not null references cases,
      unit text not null,
      staff_id text not null default '',
      primary key (case_id, unit, staff_id)
    )`.execute(db);
  // What one officer has prepared and another must sign; at most one per case.
  await sql`
    create table case_proposals (
      case_id uuid primary key references cases,
      step text not null,
      input jsonb not null,
      proposed_by text not null,
      proposed_at timestamptz not null
    )`.execute(db);
  await sql`
    create table case_reads (
      case_id uuid not null references cases,
      viewer_id text not null,
      viewer_role text not null,
      on_day date not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      times int not null default 1,
      primary key (case_id, viewer_id, on_day)
    )`.execute(db);
}
