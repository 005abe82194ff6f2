// The rating of an answered case: after a second answer the new one counts, the earlier one stays.
import { sql, type Insertable } from 'kysely';
import { encryptedOrNull } from '../../db/encrypted.ts';
import type { Transaction } from '../../db/open.ts';
import type { CaseTables } from '../tables.ts';

export async function saveRating(
  trx: Transaction,
  rating: Omit<Insertable<CaseTables['ratingVersions']>, 'comment' | 'version'> & { comment: string | null },
): Promise<number> {
  // The case is locked, so that the number stays free.
  const { version } = await trx
    .selectFrom('ratingVersions')
    .select(sql<number>`coalesce(max(version), 0) + 1`.as('version'))
    .where('caseId', '=', rating.caseId)
    .executeTakeFirstOrThrow();
  const comment = encryptedOrNull('rating_versions.comment', [rating.caseId, version], rating.comment);
  await trx
    .insertInto('ratingVersions')
    .values({ ...rating, comment, version })
    .execute();
  return version;
}
