// Whether letters reach an officer's box: one function, one query.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';

/** The box of an officer took no letter; the administrator sees since when. */
export async function markBoxRefused(db: Db, staffId: string, at: Date): Promise<void> {
  await sql`
    insert into officer_mail (staff_id, refused_at) values (${staffId}, ${at})
    on conflict (staff_id) do update set refused_at = coalesce(officer_mail.refused_at, excluded.refused_at)`.execute(
    db,
  );
}

/** A letter went through again. */
export async function markBoxTaken(db: Db, staffId: string): Promise<void> {
  await db
    .updateTable('officerMail')
    .set({ refusedAt: null })
    .where('staffId', '=', staffId)
    .where('refusedAt', 'is not', null)
    .execute();
}
