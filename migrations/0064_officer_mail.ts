// Mail to officers: what happened that somebody is to be told of, the letters made of it, what each officer wants to get,
// what the office has set, and what was told to whom above because it was late.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Written in the transaction of what happened; gone once letters are made of it.
  await sql`
    create table officer_happenings (
      id uuid primary key default uuidv7(),
      case_id uuid not null references cases,
      occasion text not null,
      actor_id text,
      at timestamptz not null
    )`.execute(db);
  await sql`create index officer_happenings_at on officer_happenings (at)`.execute(db);
  await sql`
    create table officer_letters (
      id uuid primary key default uuidv7(),
      staff_id text not null references staff_users,
      made_at timestamptz not null,
      claimed_at timestamptz,
      sent_at timestamptz
    )`.execute(db);
  await sql`create index officer_letters_made on officer_letters (made_at)`.execute(db);
  // In whose place the officer is told: '' in nobody's.
  await sql`
    create table officer_letter_lines (
      letter_id uuid not null references officer_letters on delete cascade,
      case_id uuid not null references cases,
      occasion text not null,
      behalf_id text not null,
      at timestamptz not null,
      primary key (letter_id, case_id, occasion, behalf_id)
    )`.execute(db);
  // Without a row: everything, at the time of the office.
  await sql`
    create table officer_mail (
      staff_id text primary key references staff_users,
      off text[] not null default '{}',
      digest boolean not null default true,
      digest_at text check (digest_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
      refused_at timestamptz
    )`.execute(db);
  // Only added to; the last row is in force. Working days from the date: negative before it, null: not told.
  await sql`
    create table office_mail (
      id bigint generated always as identity primary key,
      digest_at text not null check (digest_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
      head_days int check (head_days between -30 and 60),
      chief_days int check (chief_days between -30 and 60),
      legal_basis text not null,
      changed_by text references staff_users,
      changed_at timestamptz not null
    )`.execute(db);
  await sql`
    insert into office_mail (digest_at, head_days, chief_days, legal_basis, changed_at)
    values ('07:30', -1, 1, 'Quy định nội bộ đề xuất; không có văn bản ấn định', now())`.execute(db);
  await sql`
    create table case_escalations (
      case_id uuid not null references cases,
      rung text not null check (rung in ('head', 'chief')),
      due_on date not null,
      at timestamptz not null,
      primary key (case_id, rung, due_on)
    )`.execute(db);
}
