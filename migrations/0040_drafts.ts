// A letter that is being written, kept for hours under a key that only its writer's browser has.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Nothing but a hash of the key and what that key alone opens: the table tells nobody who writes, or what.
  await sql`
    create table drafts (
      key_hash bytea primary key check (octet_length(key_hash) = 32),
      sealed text not null,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index drafts_expiry on drafts (expires_at)`.execute(db);
}
