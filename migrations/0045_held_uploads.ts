// Files of a letter that is carried to another device: they wait as long as it does, not only for a day.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attachments add column held_until timestamptz`.execute(db);
}
