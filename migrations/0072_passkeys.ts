// Passkeys of officers, and the one-use questions that a browser or a session is asked on its way in.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Of a passkey only its public half is known here; `synced`: its owner's other devices may have it too.
  await sql`
    create table staff_passkeys (
      id uuid primary key default uuidv7(),
      user_id text not null references staff_users on delete cascade,
      credential_id bytea not null unique,
      public_key bytea not null,
      sign_count bigint not null,
      transports text not null,
      synced boolean not null,
      name text not null,
      created_at timestamptz not null,
      last_used_at timestamptz
    )`.execute(db);
  await sql`create index staff_passkeys_user on staff_passkeys (user_id)`.execute(db);
  // `key` and `bound` are keyed hashes: of what must come back, and of the browser or session that must bring it.
  await sql`
    create table staff_challenges (
      key bytea primary key,
      kind text not null,
      bound bytea not null,
      user_id text references staff_users on delete cascade,
      sealed text not null,
      until timestamptz not null
    )`.execute(db);
  await sql`create index staff_challenges_until on staff_challenges (until)`.execute(db);
}
