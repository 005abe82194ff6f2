// What an officer may do besides the own role: a further role, or in place of somebody for some days; and in which of them a session works.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // With a principal it is theirs, whatever role they have on that day; without one it is a further role of one's own.
  await sql`
    create table staff_mandates (
      id uuid primary key default uuidv7(),
      user_id text not null references staff_users,
      principal_id text references staff_users,
      role text check (role in ('TN', 'MC', 'XL', 'TP', 'LD', 'CVP', 'BT', 'QT')),
      unit text,
      from_on date not null,
      until_on date,
      reason text not null,
      made_by text not null references staff_users,
      made_at timestamptz not null,
      ended_at timestamptz,
      ended_by text references staff_users,
      check (from_on <= until_on),
      check (user_id <> principal_id),
      check ((principal_id is null) = (role is not null)),
      check ((role is null) = (unit is null)),
      check (principal_id is null or until_on is not null)
    )`.execute(db);
  await sql`create index staff_mandates_user on staff_mandates (user_id)`.execute(db);
  await sql`create index staff_mandates_principal on staff_mandates (principal_id)`.execute(db);
  await sql`alter table staff_sessions add column acting text`.execute(db);
}
