// What happened that officers are to be told of, in the transaction of what happened.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Occasion } from './occasions.ts';

export type Happening = {
  caseId: string;
  occasion: Occasion;
  actorId: string | null;
  at: Date;
  /** The event of the case; null: none is. */
  seq: number | null;
};

export async function insertHappening(trx: Transaction, happening: Happening): Promise<void> {
  await trx.insertInto('officerHappenings').values(happening).execute();
}

/** What no letter was made of yet, the oldest first, held against a second planner; `until`: nothing younger. */
export async function holdHappenings(trx: Transaction, until: Date, most: number) {
  return await trx
    .selectFrom('officerHappenings')
    .selectAll()
    .where('at', '<=', until)
    .orderBy('at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** What one officer has done to a case since an instant is told to nobody: it was undone. */
export async function forgetHappenings(
  trx: Transaction,
  { caseId, actorId, since }: { caseId: string; actorId: string; since: Date },
): Promise<void> {
  await trx
    .deleteFrom('officerHappenings')
    .where('caseId', '=', caseId)
    .where('actorId', '=', actorId)
    .where('at', '>=', since)
    .execute();
}

export async function deleteHappenings(trx: Transaction, ids: string[]): Promise<void> {
  await trx.deleteFrom('officerHappenings').where('id', 'in', ids).execute();
}

/** When the oldest of them happened; undefined: nothing waits. */
export async function findOldestHappening(db: Db): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`select min(at) as at from officer_happenings`.execute(db);
  return rows[0]?.at ?? undefined;
}
