// What each handling of a case came to, its monthly sums, how far they follow the ledger, and the one-stop dossier figures.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Derived from the register and rebuilt at will: no foreign key, no history of its own.
  await sql`
    create table case_facts (
      case_id uuid not null,
      round int not null,
      public_id text not null,
      start text not null check (start in ('new', 'continued', 'returned', 'reopened', 'unmerged')),
      started_on date not null,
      received_on date not null,
      channel text not null,
      track text not null check (track in ('conduct', 'rule', 'unclassified', 'none')),
      content text not null,
      field text not null,
      procedure text,
      unit text,
      competence text not null check (competence in ('ours', 'other', 'none', 'undecided')),
      clock_on date not null,
      due_on date not null,
      ended_on date,
      ending text check (ending in ('answered', 'transferred', 'refused', 'withdrawn', 'lapsed', 'guided', 'merged')),
      on_time boolean,
      working_days int,
      waiting boolean not null,
      pauses int not null,
      paused_days int not null,
      rating text,
      publish_due_on date,
      published_on date,
      private_on date,
      primary key (case_id, round)
    )`.execute(db);
  await sql`create index case_facts_open on case_facts (due_on) where ended_on is null`.execute(db);
  await sql`create index case_facts_unpublished on case_facts (publish_due_on)
    where publish_due_on is not null and published_on is null and private_on is null`.execute(db);
  await sql`create index case_facts_public on case_facts (public_id, round)`.execute(db);
  await sql`create index case_facts_started on case_facts (started_on)`.execute(db);
  await sql`create index case_facts_ended on case_facts (ended_on)`.execute(db);

  await sql`
    create table figures_monthly (
      month text not null,
      dimension text not null,
      key text not null,
      received int not null,
      continued int not null,
      returned int not null,
      answered_on_time int not null,
      answered_late int not null,
      transferred_on_time int not null,
      transferred_late int not null,
      refused_on_time int not null,
      refused_late int not null,
      guided_on_time int not null,
      guided_late int not null,
      withdrawn int not null,
      lapsed int not null,
      merged int not null,
      paused_rounds int not null,
      paused_days int not null,
      published_on_time int not null,
      published_late int not null,
      kept_private int not null,
      satisfied int not null,
      acceptable int not null,
      dissatisfied int not null,
      primary key (dimension, month, key)
    )`.execute(db);
  // How many answers took how many working days: medians and percentiles come out exact.
  await sql`
    create table figures_durations (
      month text not null,
      dimension text not null,
      key text not null,
      working_days int not null,
      n int not null,
      primary key (dimension, month, key, working_days)
    )`.execute(db);
  // Up to which entry of the ledger the sums go, and what they were counted by.
  await sql`
    create table figures_head (
      only_one boolean primary key default true check (only_one),
      upto bigint not null,
      calendar_version bigint not null,
      basis text not null,
      at timestamptz not null
    )`.execute(db);

  // Every import for ever; the newest one of a month counts.
  await sql`
    create table dossier_imports (
      id bigint generated always as identity primary key,
      month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
      file_name text not null,
      reason text,
      imported_by text not null,
      imported_at timestamptz not null
    )`.execute(db);
  await sql`create index dossier_imports_month on dossier_imports (month, id desc)`.execute(db);
  await sql`
    create table dossier_rows (
      import_id bigint not null references dossier_imports,
      field text not null,
      online int not null check (online >= 0),
      direct int not null check (direct >= 0),
      carried int not null check (carried >= 0),
      early int not null check (early >= 0),
      on_time int not null check (on_time >= 0),
      late int not null check (late >= 0),
      pending int not null check (pending >= 0),
      pending_late int not null check (pending_late >= 0),
      primary key (import_id, field),
      check (online + direct + carried = early + on_time + late + pending + pending_late)
    )`.execute(db);
  for (const table of ['dossier_imports', 'dossier_rows'])
    await sql`
      create trigger ${sql.raw(`${table}_are_immutable`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
}
