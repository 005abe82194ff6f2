// Cases as letters to officers need them: who may be told, and what they are told.
import { sql } from 'kysely';
import type { StepName } from '../cases/lifecycle.ts';
import { isWithheld } from '../cases/reading/register-repository.ts';
import type { Db, Transaction } from '../db/open.ts';

/** The cases of an array of ids as they stand now, without those whose data was erased. */
export async function listTold(db: Db | Transaction, ids: string[]) {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('cases')
    .select([
      'cases.id',
      'cases.number',
      'cases.track',
      'cases.status',
      'cases.handlerId',
      'cases.unit',
      'cases.locked',
      'cases.keeperId',
      sql<boolean>`(cases.restricted or ${isWithheld})`.as('isGuarded'),
      sql<string | null>`nullif(cases.nearest_on, 'infinity')::text`.as('dueOn'),
      sql<{ step: StepName; proposedBy: string } | null>`(
        select json_build_object('step', p.step, 'proposedBy', p.proposed_by)
        from case_proposals p where p.case_id = cases.id)`.as('proposal'),
      sql<{ unit: string; staffId: string }[]>`coalesce((
        select json_agg(json_build_object('unit', s.unit, 'staffId', s.staff_id))
        from case_subjects s where s.case_id = cases.id), '[]')`.as('subjects'),
      sql<string[]>`array(select u.unit from case_units u where u.case_id = cases.id)`.as('coUnits'),
      sql<boolean>`exists (select from case_news n where n.case_id = cases.id)`.as('hasNews'),
    ])
    .where('cases.id', 'in', ids)
    .where('cases.erasedAt', 'is', null)
    .execute();
}
