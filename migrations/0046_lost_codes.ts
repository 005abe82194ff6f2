// Letters that somebody has asked for, addresses that are proven to be a sender's, and links that give a new code once.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What was asked for waits here, sealed, until its letter has gone: a job holds ids alone.
  await sql`
    create table asked_letters (
      id uuid primary key default uuidv7(),
      kind text not null check (kind in ('address', 'code', 'receipt')),
      case_id uuid references cases,
      sealed text not null,
      asked_at timestamptz not null
    )`.execute(db);
  await sql`create index asked_letters_case on asked_letters (case_id)`.execute(db);
  // A keyed hash: another address is another one by itself.
  await sql`
    create table confirmed_addresses (
      case_id uuid primary key references cases,
      address_hash bytea not null,
      confirmed_at timestamptz not null
    )`.execute(db);
  await sql`
    create table code_links (
      id uuid primary key,
      case_id uuid not null references cases,
      code_hash bytea not null,
      until timestamptz not null,
      used_key_hash bytea
    )`.execute(db);
  await sql`create index code_links_case on code_links (case_id)`.execute(db);
}
