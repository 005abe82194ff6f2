// Cases that had ended and were taken up again, by the day on which they were: a few among all.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index case_facts_taken_up on case_facts (started_on) where round > 1`.execute(db);
}
