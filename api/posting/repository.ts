// The marks of the posting checklist: one function, one query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Place } from './schema.ts';

const shown = [
  'postingMarks.id',
  'postingMarks.decision',
  'postingMarks.place',
  'postingMarks.done',
  'postingMarks.doneOn',
  'postingMarks.note',
  'postingMarks.markedAt',
  'staffUsers.name as by',
] as const;

/** Every mark with who made it, newest first; of one decision where it is named. */
export async function listMarks(db: Db, decision?: string) {
  return await db
    .selectFrom('postingMarks')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = posting_marks.marked_by`))
    .select(shown)
    .$if(decision !== undefined, (query) => query.where('decision', '=', decision ?? ''))
    .orderBy('postingMarks.id', 'desc')
    .execute();
}

/** Waits for whoever marks the same place of the same decision now; its newest mark. */
export async function seizePlace(trx: Transaction, decision: string, place: Place) {
  await sql`select pg_advisory_xact_lock(hashtext(${`posting/${decision}/${place}`}))`.execute(trx);
  return await trx
    .selectFrom('postingMarks')
    .select(['id', 'done', 'doneOn', 'note', 'markedBy'])
    .where('decision', '=', decision)
    .where('place', '=', place)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type NewMark = { decision: string; place: Place; done: boolean; doneOn: string | null; note: string };

export async function insertMark(trx: Transaction, mark: NewMark, by: string, at: Date): Promise<void> {
  await trx
    .insertInto('postingMarks')
    .values({ ...mark, markedBy: by, markedAt: at })
    .execute();
}
