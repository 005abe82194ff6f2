// What a receipt says, from the first event of a case: it stays the same whatever happens to the case later.
import type { Db } from '../db/open.ts';

export async function findFirstEvent(db: Db, caseId: string) {
  return await db
    .selectFrom('caseEvents')
    .select(['at', 'dueAfter', 'commitment'])
    .where('caseId', '=', caseId)
    .where('seq', '=', 1)
    .executeTakeFirstOrThrow();
}
