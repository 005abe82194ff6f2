// Which secret key this database belongs to: a keyed fingerprint, of which nothing leads back to the key.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table key_fingerprint (
      only_one boolean primary key default true check (only_one),
      fingerprint bytea not null,
      noted_at timestamptz not null default now()
    )`.execute(db);
}
