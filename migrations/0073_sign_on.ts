// Who an officer is at the office's own sign-on (OpenID Connect), and by what a session was opened.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // `subject` is a keyed hash of issuer and subject: what the provider calls somebody is kept nowhere.
  await sql`
    create table staff_identities (
      subject bytea primary key,
      user_id text not null references staff_users on delete cascade,
      linked_at timestamptz not null,
      last_used_at timestamptz
    )`.execute(db);
  await sql`create index staff_identities_user on staff_identities (user_id)`.execute(db);
  // null: by the password and what the account asks besides.
  await sql`alter table staff_sessions add column opened_by text`.execute(db);
}
