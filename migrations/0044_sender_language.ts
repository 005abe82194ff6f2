// The language in which a sender uses the portal: letters about the case come in it. It goes with the sender when erased.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table case_senders add column language text not null default 'vi' check (language in ('vi', 'en'))`.execute(
    db,
  );
}
