// Searches that found nothing: the folded words and how often, without anything of who searched.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_misses (
      query text primary key check (length(query) between 1 and 100),
      count integer not null check (count > 0),
      last_on date not null
    )`.execute(db);
  await sql`create index search_misses_last on search_misses (last_on)`.execute(db);
}
