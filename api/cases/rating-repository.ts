// The rating of an answered case: one per case; after a second answer the new one counts.
import type { Insertable } from 'kysely';
import type { Transaction } from '../db/open.ts';
import type { CaseTables } from './tables.ts';

export async function saveRating(
  trx: Transaction,
  rating: Insertable<CaseTables['caseRatings']>,
): Promise<void> {
  await trx
    .insertInto('caseRatings')
    .values(rating)
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet(rating))
    .execute();
}
