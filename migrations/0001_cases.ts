// The register of cases: numbers, cases, their senders and contents kept apart, events that cannot be changed.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table deadlines (
      code text primary key,
      amount int not null check (amount between 0 and 4000),
      unit text not null check (unit in ('working-days', 'calendar-days')),
      label text not null,
      legal_basis text not null,
      certainty text not null check (certainty in ('law', 'operational', 'proposal')),
      updated_at timestamptz not null default now(),
      updated_by text
    )`.execute(db);

  await sql`
    create table register_counters (
      register text not null,
      year int not null,
      last int not null,
      last_at timestamptz not null,
      primary key (register, year)
    )`.execute(db);

  await sql`
    create table cases (
      id uuid primary key default uuidv7(),
      register text not null,
      year int not null,
      serial int not null,
      number text not null unique,
      source text not null,
      status text not null,
      track text check (track in ('conduct', 'rule')),
      content_code text not null,
      procedure_slug text,
      summary text,
      restricted boolean not null default false,
      received_at timestamptz not null,
      clock_started_on date not null,
      due_on date not null,
      due_basis jsonb not null,
      stage_due_on date,
      unit text,
      handler_id text,
      answered_at timestamptz,
      published_at timestamptz,
      closed_at timestamptz,
      secret_hash bytea not null,
      idempotency_hash bytea not null unique,
      request_hash bytea not null,
      sealed_receipt text not null,
      version int not null default 1,
      unique (register, year, serial)
    )`.execute(db);
  await sql`create index cases_open on cases (due_on, id) where closed_at is null`.execute(db);
  await sql`create index cases_open_status on cases (status, stage_due_on, id) where closed_at is null`.execute(
    db,
  );
  await sql`create index cases_handler on cases (handler_id, id) where handler_id is not null`.execute(db);
  await sql`create index cases_unit on cases (unit, id) where unit is not null`.execute(db);

  await sql`
    create table case_senders (
      case_id uuid primary key references cases,
      kind text not null check (kind in ('person', 'organisation')),
      name text not null,
      address text not null,
      phone text,
      email text,
      consents_to_notices boolean not null,
      consents_to_publication boolean not null,
      privacy_notice text not null,
      consented_at timestamptz not null
    )`.execute(db);

  await sql`
    create table case_contents (
      case_id uuid primary key references cases,
      body text not null,
      wish text,
      salt bytea not null
    )`.execute(db);

  await sql`
    create table case_events (
      case_id uuid not null references cases,
      seq int not null,
      step text not null,
      from_status text not null,
      to_status text not null,
      actor_role text not null,
      actor_id text,
      at timestamptz not null,
      due_before date,
      due_after date,
      commitment bytea,
      data text,
      prev_hash bytea,
      hash bytea not null,
      primary key (case_id, seq)
    )`.execute(db);
  // The named text of an event, format minh-bach/event/v1: one line per part, the instant in milliseconds since 1970.
  await sql`
    create function event_text(e case_events) returns text language sql stable as $$
      select concat_ws(E'\n', 'minh-bach/event/v1', e.case_id, e.seq, e.step, e.from_status, e.to_status, e.actor_role,
        coalesce(e.actor_id, ''), floor(extract(epoch from e.at) * 1000)::bigint,
        coalesce(to_char(e.due_before, 'YYYY-MM-DD'), ''), coalesce(to_char(e.due_after, 'YYYY-MM-DD'), ''),
        coalesce(encode(e.commitment, 'hex'), ''), coalesce(e.data, ''), coalesce(encode(e.prev_hash, 'hex'), ''))
    $$`.execute(db);
  await sql`create table ledger_pending (case_id uuid not null, seq int not null, primary key (case_id, seq))`.execute(
    db,
  );
  await sql`
    create function chain_event() returns trigger language plpgsql as $$
    begin
      if new.seq > 1 then
        select hash into strict new.prev_hash from case_events where case_id = new.case_id and seq = new.seq - 1;
      else
        new.prev_hash := null;
      end if;
      new.hash := sha256(convert_to(event_text(new), 'UTF8'));
      insert into ledger_pending values (new.case_id, new.seq);
      return new;
    end $$`.execute(db);
  await sql`
    create trigger case_events_are_chained before insert on case_events
    for each row execute function chain_event()`.execute(db);
  // What people wrote on a step: personal data, erasable while its salted commitment in the event stays.
  await sql`
    create table case_event_texts (
      case_id uuid not null,
      seq int not null,
      kind text not null,
      salt bytea not null,
      text text not null,
      primary key (case_id, seq),
      foreign key (case_id, seq) references case_events
    )`.execute(db);
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'insufficient_privilege';
    end $$`.execute(db);
  await sql`
    create trigger case_events_are_immutable before update or delete or truncate on case_events
    for each statement execute function refuse_change()`.execute(db);

  await sql`
    create table case_replies (
      case_id uuid not null references cases,
      version int not null,
      body text not null,
      outcome text not null,
      criteria jsonb not null,
      verification text,
      author_id text not null,
      written_at timestamptz not null,
      primary key (case_id, version)
    )`.execute(db);

  await sql`
    create table published_answers (
      case_id uuid primary key references cases,
      number text not null unique,
      track text not null,
      content_code text not null,
      procedure_slug text,
      summary text not null,
      answer text not null,
      outcome text not null,
      unit text,
      received_on date not null,
      answered_on date not null,
      published_at timestamptz not null,
      publisher_id text not null
    )`.execute(db);
  await sql`create index published_answers_newest on published_answers (published_at desc, number desc)`.execute(
    db,
  );
  await sql`create index published_answers_procedure on published_answers (procedure_slug, published_at desc)`.execute(
    db,
  );

  await sql`
    create table case_ratings (
      case_id uuid primary key references cases,
      score text not null check (score in ('satisfied', 'acceptable', 'dissatisfied')),
      reason text,
      comment text,
      rated_at timestamptz not null
    )`.execute(db);
}
