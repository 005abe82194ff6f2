// What came from a sender and was not looked at yet.
import { sql } from 'kysely';
import type { Db } from '../../db/open.ts';
import type { Viewer } from '../../staff/roles.ts';
import { isNewsFor } from '../dates/due-repository.ts';

/** A case was opened: what had come by then is no longer new, if it was for this officer. */
export async function seeNews(db: Db, viewer: Viewer, caseId: string, openedAt: Date): Promise<void> {
  await sql`
    delete from case_news n using cases
    where n.case_id = cases.id and cases.id = ${caseId} and n.at <= ${openedAt} and ${isNewsFor(viewer)}`.execute(
    db,
  );
}
