// When a sender's mail server has sent a letter back: the office rings instead, and the sender is told at the look-up.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Beside the address, so that it goes with it when the sender corrects it or is erased.
  await sql`alter table case_senders add column email_refused_at timestamptz`.execute(db);
}
