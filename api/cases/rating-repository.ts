// The rating of an answered case: one per case, by its primary key.
import type { Insertable } from 'kysely';
import type { Transaction } from '../db/open.ts';
import type { CaseTables } from './tables.ts';

export async function insertRating(
  trx: Transaction,
  rating: Insertable<CaseTables['caseRatings']>,
): Promise<void> {
  await trx.insertInto('caseRatings').values(rating).execute();
}
