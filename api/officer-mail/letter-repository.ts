// Letters to officers: made, taken in hand, gone. One function, one query.
import type { Db, Transaction } from '../db/open.ts';
import type { Line } from './gather.ts';

export async function insertLetter(trx: Transaction, staffId: string, madeAt: Date, lines: Line[]) {
  const { id } = await trx
    .insertInto('officerLetters')
    .values({ staffId, madeAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('officerLetterLines')
    .values(lines.map((line) => ({ letterId: id, ...line })))
    .execute();
  return id;
}

export async function findLetter(db: Db, id: string) {
  return await db
    .selectFrom('officerLetters')
    .innerJoin('staffUsers', 'staffUsers.id', 'officerLetters.staffId')
    .select(['officerLetters.id', 'officerLetters.staffId', 'officerLetters.sentAt', 'staffUsers.email'])
    .where('officerLetters.id', '=', id)
    .executeTakeFirst();
}

export async function listLines(db: Db, letterId: string) {
  return await db
    .selectFrom('officerLetterLines')
    .leftJoin('staffUsers as principal', 'principal.id', 'officerLetterLines.behalfId')
    .select(['caseId', 'occasion', 'behalfId', 'at', 'principal.name as behalf'])
    .where('letterId', '=', letterId)
    .orderBy('at')
    .orderBy('caseId')
    .execute();
}

/** Takes a letter in hand, unless it has gone, or somebody else took it after `lapsed`. */
export async function claimOfficerLetter(
  db: Db,
  id: string,
  { now, lapsed }: { now: Date; lapsed: Date },
): Promise<boolean> {
  const claimed = await db
    .updateTable('officerLetters')
    .set({ claimedAt: now })
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .where(({ or, eb }) => or([eb('claimedAt', 'is', null), eb('claimedAt', '<=', lapsed)]))
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}

export async function markOfficerLetter(
  db: Db,
  id: string,
  times: { sentAt: Date } | { claimedAt: null },
): Promise<void> {
  await db
    .updateTable('officerLetters')
    .set(times)
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .execute();
}

/** What has gone, or never can any more, is not kept. */
export async function deleteLettersBefore(trx: Transaction, before: Date): Promise<void> {
  await trx.deleteFrom('officerLetters').where('madeAt', '<', before).execute();
}
