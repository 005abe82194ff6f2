// What one officer has handed over to another: who, when, why, and which cases, for ever.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff_handovers (
      id uuid primary key default uuidv7(),
      from_id text not null references staff_users,
      to_id text references staff_users,
      substitute_id text references staff_users,
      by_id text not null references staff_users,
      at timestamptz not null,
      reason text not null,
      closed boolean not null,
      check (from_id <> to_id),
      check (from_id <> substitute_id)
    )`.execute(db);
  await sql`create index staff_handovers_from on staff_handovers (from_id)`.execute(db);
  // Null: it waits for who assigns cases, or, where it is locked, for the leaders.
  await sql`
    create table staff_handover_cases (
      handover_id uuid not null references staff_handovers,
      case_id uuid not null references cases,
      to_id text references staff_users,
      was_kept boolean not null,
      primary key (handover_id, case_id)
    )`.execute(db);
  await sql`create index staff_handover_cases_case on staff_handover_cases (case_id)`.execute(db);
  await sql`create index cases_keeper on cases (keeper_id) where keeper_id is not null`.execute(db);
}
