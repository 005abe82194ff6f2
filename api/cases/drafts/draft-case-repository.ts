// The cases on which an officer is writing: where they stand, and whether they may still be opened.
import { sql } from 'kysely';
import type { Db, Transaction } from '../../db/open.ts';
import type { Viewer } from '../../staff/roles.ts';
import type { StepName } from '../lifecycle.ts';
import { visibleTo } from '../visible-repository.ts';

/** `starts`: the steps with which a round of handling starts. */
function standing(db: Db | Transaction, viewer: Viewer, starts: readonly StepName[]) {
  return db
    .selectFrom('cases')
    .select(['cases.id', 'cases.number', 'cases.status', 'cases.erasedAt'])
    .select(visibleTo(viewer).as('isVisible'))
    .select(
      sql<number>`(select count(*)::int from case_events e where e.case_id = cases.id and e.step = any(${[...starts]}::text[]))`.as(
        'round',
      ),
    );
}

/** Undefined where the viewer may not open the case and never had it open: it does not exist for them. */
export async function findDraftCase(
  db: Db | Transaction,
  viewer: Viewer,
  number: string,
  starts: readonly StepName[],
) {
  return await standing(db, viewer, starts)
    .where('cases.number', '=', number)
    .where(
      sql<boolean>`(${visibleTo(viewer)} or exists (
        select from case_reads r where r.case_id = cases.id and r.viewer_id = ${viewer.id}))`,
    )
    .executeTakeFirst();
}

export async function listDraftCases(
  db: Db | Transaction,
  viewer: Viewer,
  ids: string[],
  starts: readonly StepName[],
) {
  if (ids.length === 0) return [];
  return await standing(db, viewer, starts).where('cases.id', 'in', ids).execute();
}
