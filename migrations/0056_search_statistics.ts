// How often each word occurs, kept for ten thousand words: a search looks along the index of words for rare ones, and along
// the register for those that every letter has.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table case_words alter column words set statistics 1000`.execute(db);
  await sql`alter table case_words alter column people set statistics 1000`.execute(db);
}
