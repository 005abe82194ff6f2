// What is open is counted from the index alone, without a look at the cases' facts.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index case_facts_open`.execute(db);
  await sql`create index case_facts_open on case_facts (due_on, waiting) where ended_on is null`.execute(db);
}
