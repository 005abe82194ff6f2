// The words of a sender in which signs are looked for, and what was found: one function, one query.
import { sql } from 'kysely';
import { isSenders } from '../../attachments/repository.ts';
import type { Db, Transaction } from '../../db/open.ts';
import { decrypted } from '../../db/encrypted.ts';
import { contentColumn } from '../columns-repository.ts';
import { signNames } from '../fields/table.ts';
import { isStanding, type Signal } from './signal.ts';

const columns = sql.join(signNames.map((name) => contentColumn(name)));

/** Everything that the sender has said: the letter, later words, the names of files. */
export const saidIn = sql<(string | null)[]>`array(
  select unnest(array[${columns}]) from case_contents where case_id = cases.id
  union all select ${decrypted('case_event_texts.text')} from case_event_texts where case_id = cases.id and kind in ('supplement', 'remark')
  union all select ${decrypted('attachments.name')} from attachments where case_id = cases.id and ${isSenders})`;

export async function saidOf(db: Db | Transaction, caseId: string): Promise<(string | null)[]> {
  const row = await db
    .selectFrom('cases')
    .select(saidIn.as('said'))
    .where('id', '=', caseId)
    .executeTakeFirst();
  return row?.said ?? [];
}

/** A finding; what an officer has decided since is not overruled by finding the same again, nor by finding nothing. */
export async function setSignal(db: Db | Transaction, caseId: string, found: Signal): Promise<void> {
  await db
    .updateTable('cases')
    .set({ signal: found })
    .where('id', '=', caseId)
    .where(isStanding(found) ? sql<boolean>`signal is null or signal = 'none'` : sql<boolean>`signal is null`)
    .execute();
}

/** Open cases in which nobody has looked for signs. */
export async function listUnjudged(db: Db, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('signal', 'is', null)
    .where('closedAt', 'is', null)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
