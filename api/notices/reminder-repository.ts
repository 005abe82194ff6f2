// Officers who are reminded, and the open cases near their date that one of them may see.
import { sql } from 'kysely';
import type { StepName } from '../cases/lifecycle.ts';
import { isDue } from '../cases/dates/due-repository.ts';
import { visibleTo } from '../cases/visible-repository.ts';
import type { Db } from '../db/open.ts';
import { isGoodOn } from '../staff/repository.ts';
import { rolesWith } from '../staff/rights.ts';
import type { Viewer } from '../staff/roles.ts';

/** Those who may have to act on a case. */
export async function listReminded(db: Db, day: string): Promise<{ id: string }[]> {
  return await db
    .selectFrom('staffUsers')
    .select('id')
    .where(isGoodOn(day))
    .where('role', 'in', rolesWith('see-case'))
    .orderBy('id')
    .execute();
}

export async function findReminded(db: Db, id: string, day: string): Promise<Viewer | undefined> {
  return await db
    .selectFrom('staffUsers')
    .select(['id', 'name', 'email', 'role', 'unit'])
    .where('id', '=', id)
    .where(isGoodOn(day))
    .executeTakeFirst();
}

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
      sql<string>`cases.nearest_on::text`.as('dueOn'),
    ])
    .where('cases.closedAt', 'is', null)
    .where(isDue({ until }))
    .where(visibleTo(viewer))
    .execute();
}
