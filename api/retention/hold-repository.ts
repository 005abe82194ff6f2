// Cases that are held back: one function, one query.
import { sql } from 'kysely';
import { visibleTo } from '../cases/visible-repository.ts';
import { newRowId } from '../crypto/row-id.ts';
import { decrypted, encrypted } from '../db/encrypted.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';

const stands = (today: string) =>
  sql<boolean>`case_holds.ended_at is null and (case_holds.until_on is null or case_holds.until_on >= ${today}::date)`;

/** Those of cases that the viewer may open, the newest first. */
export async function listHolds(db: Db, viewer: Viewer, today: string, most: number) {
  return await db
    .selectFrom('caseHolds')
    .innerJoin('cases', 'cases.id', 'caseHolds.caseId')
    .leftJoin('staffUsers', 'staffUsers.id', 'caseHolds.madeBy')
    .select([
      'caseHolds.id',
      'cases.number',
      'caseHolds.untilOn',
      'staffUsers.name as by',
      'caseHolds.madeAt',
    ])
    .select(decrypted<string>('case_holds.reason').as('reason'))
    .where(stands(today))
    .where(visibleTo(viewer))
    .orderBy('caseHolds.madeAt', 'desc')
    .limit(most)
    .execute();
}

export async function countHolds(db: Db, today: string): Promise<number> {
  const { n } = await db
    .selectFrom('caseHolds')
    .select(sql<number>`count(*)::int`.as('n'))
    .where(stands(today))
    .executeTakeFirstOrThrow();
  return n;
}

/** Ends what stands on a case, over or not, and writes a new one. */
export async function putHold(
  trx: Transaction,
  hold: { caseId: string; reason: string; untilOn: string | null; by: string; at: Date },
): Promise<void> {
  const { caseId, reason, untilOn, by, at } = hold;
  await trx
    .updateTable('caseHolds')
    .set({ endedAt: at, endedBy: by })
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .execute();
  const id = newRowId();
  await trx
    .insertInto('caseHolds')
    .values({
      id,
      caseId,
      reason: encrypted('case_holds.reason', id, reason),
      untilOn,
      madeBy: by,
      madeAt: at,
      endedAt: null,
      endedBy: null,
    })
    .execute();
}

/** Whether there was one to end on a case that the viewer may open. */
export async function endHold(trx: Transaction, viewer: Viewer, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('caseHolds')
    .set({ endedAt: at, endedBy: viewer.id })
    .where(sql<boolean>`id::text = ${id}`)
    .where('endedAt', 'is', null)
    .where(
      sql<boolean>`exists (select from cases where cases.id = case_holds.case_id and ${visibleTo(viewer)})`,
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
