// What the portal published when: one row whenever a published thing appears, changes or goes.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // The newest row of (kind, key) is what is public now; hash null: it was taken away.
  await sql`
    create table publications (
      id bigint generated always as identity primary key,
      kind text not null,
      key text not null,
      hash text,
      snapshot jsonb,
      published_at timestamptz not null
    )`.execute(db);
  await sql`create index publications_key on publications (kind, key, id desc)`.execute(db);
  await sql`create index publications_hash on publications (hash)`.execute(db);
  await sql`
    create trigger publications_are_immutable before update or delete or truncate on publications
    for each statement execute function refuse_change()`.execute(db);
}
