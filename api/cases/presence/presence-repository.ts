// Who has which case open: rows of minutes.
import { sql } from 'kysely';
import type { Db } from '../../db/open.ts';

/** Notes that somebody has a case open, since when they came; what is older than `after` is gone. */
export async function enterCase(
  db: Db,
  { caseId, staffId, now, after }: { caseId: string; staffId: string; now: Date; after: Date },
): Promise<void> {
  await sql`
    with gone as (delete from case_presence where seen_at <= ${after} and (case_id, staff_id) <> (${caseId}::uuid, ${staffId}::text))
    insert into case_presence (case_id, staff_id, since, seen_at)
    values (${caseId}, ${staffId}, ${now}, ${now})
    on conflict (case_id, staff_id) do update set seen_at = excluded.seen_at,
      since = case when case_presence.seen_at <= ${after} then excluded.since else case_presence.since end`.execute(
    db,
  );
}

/** Only what was said until `at`: the next page has said so again. */
export async function leaveCase(
  db: Db,
  { caseId, staffId, at }: { caseId: string; staffId: string; at: Date },
): Promise<void> {
  await db
    .deleteFrom('casePresence')
    .where('caseId', '=', caseId)
    .where('staffId', '=', staffId)
    .where('seenAt', '<=', at)
    .execute();
}

/** The others who have a case open, who came first first. */
export async function listOthers(
  db: Db,
  { caseId, staffId, after }: { caseId: string; staffId: string; after: Date },
) {
  return await db
    .selectFrom('casePresence')
    .innerJoin('staffUsers', 'staffUsers.id', 'casePresence.staffId')
    .select(['staffUsers.name', 'casePresence.since'])
    .where('casePresence.caseId', '=', caseId)
    .where('casePresence.staffId', '<>', staffId)
    .where('casePresence.seenAt', '>', after)
    .orderBy('casePresence.since')
    .limit(20)
    .execute();
}

export async function deletePresenceUntil(db: Db, instant: Date): Promise<void> {
  await db.deleteFrom('casePresence').where('seenAt', '<=', instant).execute();
}
