// What one officer asks for somebody's account and a second one confirms, one function per query.
import { sql, type Insertable } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { StaffTables } from './tables.ts';

/** Open asks that are not over, the oldest first; `subjectId`: those about one account. */
export async function listAsks(db: Db | Transaction, now: Date, subjectId?: string) {
  return await db
    .selectFrom('staffAsks')
    .innerJoin('staffUsers as subject', 'subject.id', 'staffAsks.subjectId')
    .innerJoin('staffUsers as asker', 'asker.id', 'staffAsks.askedBy')
    .select([
      'staffAsks.id',
      'staffAsks.kind',
      'staffAsks.subjectId',
      'staffAsks.reason',
      'staffAsks.askedBy as askedById',
      'staffAsks.askedAt',
      'staffAsks.until',
      'subject.name as subject',
      'asker.name as askedBy',
    ])
    .where('outcome', 'is', null)
    .where('staffAsks.until', '>', now)
    .$if(subjectId !== undefined, (query) => query.where('subjectId', '=', subjectId as string))
    .orderBy('staffAsks.askedAt')
    .execute();
}

/** Those that nobody has answered in time are over: the same may be asked anew. */
export async function endOverAsks(trx: Transaction, subjectId: string, now: Date): Promise<void> {
  await trx
    .updateTable('staffAsks')
    .set({ outcome: 'declined', decidedAt: now })
    .where('subjectId', '=', subjectId)
    .where('outcome', 'is', null)
    .where('until', '<=', now)
    .execute();
}

export async function insertAsk(
  trx: Transaction,
  ask: Insertable<StaffTables['staffAsks']>,
): Promise<string> {
  const { id } = await trx.insertInto('staffAsks').values(ask).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function lockAsk(trx: Transaction, id: string) {
  return await trx
    .selectFrom('staffAsks')
    .selectAll()
    .where(sql<boolean>`id::text = ${id}`)
    .forUpdate()
    .executeTakeFirst();
}

export async function decideAsk(
  trx: Transaction,
  id: string,
  decision: { outcome: 'confirmed' | 'declined'; decidedBy: string; decidedAt: Date },
): Promise<void> {
  await trx.updateTable('staffAsks').set(decision).where('id', '=', id).execute();
}

/** An ask with the names of who asked and who decided, for the letter about it. */
export async function findAskNames(db: Db, id: string) {
  return await db
    .selectFrom('staffAsks')
    .innerJoin('staffUsers as asker', 'asker.id', 'staffAsks.askedBy')
    .leftJoin('staffUsers as decider', 'decider.id', 'staffAsks.decidedBy')
    .select(['staffAsks.kind', 'staffAsks.until', 'asker.name as askedBy', 'decider.name as decidedBy'])
    .where('staffAsks.id', '=', id)
    .executeTakeFirst();
}
