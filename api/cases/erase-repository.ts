// Erasing the personal data of a case: one function, one query.
import { sql } from 'kysely';
import type { Transaction } from '../db/open.ts';

/**
 * Deletes sender, content with its salt, the words of all steps, proposals, and the words of the rating; the case,
 * its events and their commitments stay, and without salts the commitments tell nothing.
 */
export async function erasePersonalRows(trx: Transaction, caseId: string): Promise<void> {
  await sql`
    with senders as (delete from case_senders where case_id = ${caseId}),
      contents as (delete from case_contents where case_id = ${caseId}),
      texts as (delete from case_event_texts where case_id = ${caseId}),
      proposals as (delete from case_proposals where case_id = ${caseId})
    update case_ratings set comment = null where case_id = ${caseId}`.execute(trx);
}

export async function findIdByNumber(trx: Transaction, number: string): Promise<string | undefined> {
  const row = await trx.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirst();
  return row?.id;
}
