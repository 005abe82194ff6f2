// Erasing the personal data of a case: one function, one query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../../db/open.ts';

/**
 * Deletes sender, content and the words of all steps with their salts, proposals, officers' drafts, issued letters, what was asked for by mail and the words to search by; empties the replies, the rating's
 * comment and every answer that is not public. The case, its events and their commitments stay, and without salts the
 * commitments tell nothing. Done twice it changes nothing more.
 */
export async function erasePersonalRows(trx: Transaction, caseId: string): Promise<void> {
  await sql`
    with senders as (delete from case_senders where case_id = ${caseId}),
      contents as (delete from case_contents where case_id = ${caseId}),
      texts as (delete from case_event_texts where case_id = ${caseId}),
      seals as (delete from case_seals where case_id = ${caseId}),
      asked as (delete from asked_letters where case_id = ${caseId}),
      links as (delete from code_links where case_id = ${caseId}),
      addresses as (delete from confirmed_addresses where case_id = ${caseId}),
      drafts as (delete from officer_drafts where case_id = ${caseId}),
      proposals as (delete from case_proposals where case_id = ${caseId}),
      words as (delete from case_words where case_id = ${caseId}),
      holds as (delete from case_holds where case_id = ${caseId}),
      letters as (delete from outgoing_texts where case_id = ${caseId}),
      news as (delete from case_news where case_id = ${caseId}),
      batched as (update case_batch_items set before = null where case_id = ${caseId} and before is not null),
      replies as (update case_replies set body = null where case_id = ${caseId} and body is not null),
      ratings as (update rating_versions set comment = null where case_id = ${caseId} and comment is not null)
    update answer_versions a set summary = null, answer = null, title = null, changed = null, changed_document = null
    where case_id = ${caseId} and summary is not null
      and exists (select from answer_versions later where later.case_id = a.case_id and later.version > a.version)`.execute(
    trx,
  );
}

/** The answer of a case that is public now. */
export async function findPublicAnswer(trx: Transaction, caseId: string) {
  return await trx.selectFrom('publishedAnswers').selectAll().where('caseId', '=', caseId).executeTakeFirst();
}

export async function findIdByNumber(trx: Transaction, number: string): Promise<string | undefined> {
  const row = await trx.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirst();
  return row?.id;
}

/** The steps of which letters may lie about: those of the cases, and of what was merged into them. */
export async function listLetterSteps(db: Db, caseIds: string[]): Promise<{ caseId: string; seq: number }[]> {
  const { rows } = await sql<{ caseId: string; seq: number }>`
    select e.case_id, e.seq from case_events e join cases c on c.id = e.case_id
    where c.id = any(${caseIds}::uuid[]) or (c.merged_into = any(${caseIds}::uuid[]) and e.step = 'answer-merged')`.execute(
    db,
  );
  return rows;
}
