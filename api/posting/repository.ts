// The marks of the posting checklist, days of receipt and photographs: one function, one query.
import { sql, type Insertable } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Place } from './schema.ts';
import type { PostingTables } from './tables.ts';

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

export async function insertMark(trx: Transaction, mark: NewMark, by: string, at: Date): Promise<number> {
  const { id } = await trx
    .insertInto('postingMarks')
    .values({ ...mark, markedBy: by, markedAt: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Every entry of a day of receipt with who made it, newest first; of one decision where it is named. */
export async function listReceipts(db: Db | Transaction, decision?: string) {
  return await db
    .selectFrom('postingReceipts')
    .leftJoin('staffUsers', (join) =>
      join.on(sql<boolean>`staff_users.id::text = posting_receipts.entered_by`),
    )
    .select([
      'postingReceipts.id',
      'postingReceipts.decision',
      'postingReceipts.receivedOn',
      'postingReceipts.note',
      'postingReceipts.enteredAt',
      'staffUsers.name as by',
    ])
    .$if(decision !== undefined, (query) => query.where('decision', '=', decision ?? ''))
    .orderBy('postingReceipts.id', 'desc')
    .execute();
}

/** Waits for whoever enters the day of the same decision now; its newest entry. */
export async function seizeReceipt(trx: Transaction, decision: string) {
  await sql`select pg_advisory_xact_lock(hashtext(${`posting-receipt/${decision}`}))`.execute(trx);
  return await trx
    .selectFrom('postingReceipts')
    .select(['id', 'receivedOn', 'note'])
    .where('decision', '=', decision)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type NewReceipt = { decision: string; receivedOn: string; note: string };

export async function insertReceipt(
  trx: Transaction,
  receipt: NewReceipt,
  by: string,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('postingReceipts')
    .values({ ...receipt, enteredBy: by, enteredAt: at })
    .execute();
}

type NewPhoto = Omit<Insertable<PostingTables['postingPhotos']>, 'id'>;

export async function insertPhotos(trx: Transaction, photos: readonly NewPhoto[]): Promise<void> {
  if (photos.length > 0) await trx.insertInto('postingPhotos').values(photos).execute();
}

export async function listPhotos(db: Db, decision?: string) {
  return await db
    .selectFrom('postingPhotos')
    .select(['id', 'markId', 'decision'])
    .$if(decision !== undefined, (query) => query.where('decision', '=', decision ?? ''))
    .orderBy('id')
    .execute();
}

export async function findPhoto(db: Db, decision: string, id: string) {
  return await db
    .selectFrom('postingPhotos')
    .select(['fileKey', 'kind'])
    .where('decision', '=', decision)
    .where('id', '=', id)
    .executeTakeFirst();
}
