// What an attachment can do besides being read, found when it was taken in; null: taken in before this was looked for.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attachments add column findings text[]`.execute(db);
}
