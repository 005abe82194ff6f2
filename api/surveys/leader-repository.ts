// Who leads rounds, and is written to about them.
import type { Db } from '../db/open.ts';
import { isGoodOn } from '../staff/repository.ts';
import { rolesWith } from '../staff/rights.ts';

export async function listLeaders(db: Db, day: string): Promise<{ id: string }[]> {
  return await db
    .selectFrom('staffUsers')
    .select('id')
    .where(isGoodOn(day))
    .where('role', 'in', rolesWith('lead-rounds'))
    .orderBy('id')
    .execute();
}
