// The open cases near their date that an officer may see.
import { sql } from 'kysely';
import type { StepName } from '../cases/lifecycle.ts';
import { isDue } from '../cases/dates/due-repository.ts';
import { isWithheld } from '../cases/reading/register-repository.ts';
import { visibleTo } from '../cases/visible-repository.ts';
import type { Db } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';

/** Open cases that this officer may see and whose nearer date is `until` or earlier. */
export async function listOwed(db: Db, viewer: Viewer, until: string) {
  return await db
    .selectFrom('cases')
    .leftJoin('caseProposals', 'caseProposals.caseId', 'cases.id')
    .select([
      'cases.number',
      'cases.status',
      'cases.handlerId',
      'cases.unit',
      'cases.locked',
      'cases.keeperId',
      sql<{ step: StepName; proposedBy: string } | null>`case when case_proposals.step is not null then
        json_build_object('step', case_proposals.step, 'proposedBy', case_proposals.proposed_by) end`.as(
        'proposal',
      ),
      sql<boolean>`(cases.restricted or ${isWithheld})`.as('isGuarded'),
      sql<string>`cases.nearest_on::text`.as('dueOn'),
    ])
    .where('cases.closedAt', 'is', null)
    .where(isDue({ until }))
    .where(visibleTo(viewer))
    .execute();
}
