// The words that cases are searched by: which have to be taken anew, what they are taken from, and where they are kept.
import { sql } from 'kysely';
import { decrypted } from '../db/encrypted.ts';
import type { Db } from '../db/open.ts';
import { contentColumn } from '../cases/columns-repository.ts';
import { contentNames } from '../cases/fields/table.ts';
import { isWithheld } from '../cases/reading/register-repository.ts';

/** Takes up to `most` cases off those whose words are due; what is being changed at this moment is left for later. */
export async function takeDue(db: Db, most: number): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    delete from case_words_due where case_id = any(array(
      select case_id from case_words_due order by case_id desc limit ${most} for update skip locked))
    returning case_id`.execute(db);
  return rows.map(({ caseId }) => caseId);
}

/** Puts back what could not be done. */
export async function putBack(db: Db, caseIds: string[]): Promise<void> {
  await sql`insert into case_words_due select unnest(${caseIds}::uuid[]) on conflict do nothing`.execute(db);
}

type Said = {
  id: string;
  version: number;
  serial: number;
  texts: (string | null)[];
  person: { name: string; address: string; phone: string | null; email: string | null } | null;
};

const contents = sql.join(contentNames.map((name) => contentColumn(name, 'c')));

/** What each of some cases says, as it stands now; of what lists withhold, the number alone. */
export async function readSaid(db: Db, caseIds: string[]): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select cases.id, cases.version, cases.serial,
      case when ${isWithheld} then '{}' else array[${decrypted('cases.summary')}, cases.letter_number, cases.origin_agency,
        cases.origin_number, cases.national_code, cases.outside_agency, cases.outside_number]
        || coalesce((select array[${contents}] from case_contents c where c.case_id = cases.id), '{}')
        || array(select ${decrypted('case_event_texts.text', 't')} from case_event_texts t where t.case_id = cases.id)
        || array(select ${decrypted('case_replies.body', 'r')} from case_replies r where r.case_id = cases.id)
        || array(select a.title || ' ' || a.answer from published_answers a where a.case_id = cases.id) end as texts,
      case when ${isWithheld} then null else (
        select json_build_object('name', ${decrypted('case_senders.name', 's')}, 'address', ${decrypted('case_senders.address', 's')},
          'phone', ${decrypted('case_senders.phone', 's')}, 'email', ${decrypted('case_senders.email', 's')})
        from case_senders s where s.case_id = cases.id) end as person
    from cases where cases.id = any(${caseIds}::uuid[])`.execute(db);
  return rows;
}

/** Keeps the words of a case if it still is what they were taken from: whoever erases it waits, or is waited for. */
export async function keepWords(
  db: Db,
  { caseId, version, words, people }: { caseId: string; version: number; words: number[]; people: number[] },
): Promise<void> {
  await sql`
    with still as (select id from cases where id = ${caseId} and version = ${version} for share)
    insert into case_words select id, ${version}::int, ${words}::int[], ${people}::int[] from still
    on conflict (case_id) do update set version = excluded.version, words = excluded.words, people = excluded.people`.execute(
    db,
  );
}
