// What an outgoing document said lies in an encrypted column: it may be encrypted anew, and is changed in no other way.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create trigger outgoing_texts_are_never_rewritten before update on outgoing_texts
    for each row execute function refuse_all_but_encrypting('kept', 'sealed')`.execute(db);
  await sql`
    create trigger outgoing_texts_are_never_emptied before truncate on outgoing_texts
    for each statement execute function refuse_change()`.execute(db);
}
