// What people ask of the office besides phản ánh, kiến nghị: rights over their data, word on the site, help, a lost code.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table request_counters (year int primary key, last int not null)`.execute(db);
  // Days as they were promised; dates are counted over the calendar in force, so that an edited calendar moves them.
  await sql`
    create table requests (
      id uuid primary key default uuidv7(),
      year int not null,
      serial int not null,
      number text not null unique,
      kind text not null,
      status text not null check (status in ('received', 'acknowledged', 'extended', 'answered', 'refused')),
      received_at timestamptz not null,
      acknowledge_days int,
      term_days int not null,
      more_days int,
      extended boolean not null default false,
      identity text not null check (identity in ('unchecked', 'by-code', 'by-officer')),
      case_id uuid references cases,
      letter_number text,
      letter_on date,
      privacy_notice text not null,
      secret_hash bytea not null,
      idempotency_hash bytea not null unique,
      request_hash bytea not null,
      sealed_receipt text not null,
      closed_at timestamptz,
      erased_at timestamptz,
      version int not null default 1,
      unique (year, serial)
    )`.execute(db);
  await sql`create index requests_open on requests (received_at) where closed_at is null`.execute(db);
  await sql`create index requests_closed on requests (closed_at) where erased_at is null`.execute(db);
  await sql`
    create table request_people (
      request_id uuid primary key references requests,
      name text,
      phone text,
      email text,
      address text,
      case_number text
    )`.execute(db);
  await sql`
    create table request_events (
      request_id uuid not null references requests,
      seq int not null,
      step text not null,
      actor_role text not null,
      actor_id text,
      at timestamptz not null,
      due_on date,
      commitment bytea,
      primary key (request_id, seq)
    )`.execute(db);
  await sql`
    create trigger request_events_are_immutable before update or delete or truncate on request_events
    for each statement execute function refuse_change()`.execute(db);
  // The words apart, with the salt of their commitment: erased, the event tells nothing of them.
  await sql`
    create table request_texts (
      request_id uuid not null,
      seq int not null,
      salt bytea not null,
      text text not null,
      primary key (request_id, seq),
      foreign key (request_id, seq) references request_events
    )`.execute(db);
}
