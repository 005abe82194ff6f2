// Letters that were asked for and have not gone yet, one function per query.
import type { Insertable } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { NotifyTables } from './tables.ts';

export async function insertAskedLetter(
  trx: Transaction,
  letter: Insertable<NotifyTables['askedLetters']>,
): Promise<string> {
  const { id } = await trx
    .insertInto('askedLetters')
    .values(letter)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findAskedLetter(db: Db, id: string) {
  return await db.selectFrom('askedLetters').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function deleteAskedLetter(db: Db, id: string): Promise<void> {
  await db.deleteFrom('askedLetters').where('id', '=', id).execute();
}

/** What no worker came to in time is not sent any more. */
export async function deleteAskedBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('askedLetters').where('askedAt', '<', before).execute();
}
