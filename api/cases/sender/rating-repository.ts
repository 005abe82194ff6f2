// The rating of an answered case: after a second answer the new one counts, the earlier one stays.
import { sql, type Insertable } from 'kysely';
import type { Transaction } from '../../db/open.ts';
import type { CaseTables } from '../tables.ts';

export async function saveRating(
  trx: Transaction,
  rating: Insertable<CaseTables['ratingVersions']>,
): Promise<number> {
  const { version } = await trx
    .insertInto('ratingVersions')
    .values({
      ...rating,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from rating_versions where case_id = ${rating.caseId})`,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
