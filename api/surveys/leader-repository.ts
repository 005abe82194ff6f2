// Who leads rounds, and is written to about them.
import type { Db } from '../db/open.ts';
import type { Role } from '../staff/roles.ts';

const leading: Role[] = ['CVP', 'BT'];

export async function listLeaders(db: Db): Promise<{ id: string }[]> {
  return await db
    .selectFrom('staffUsers')
    .select('id')
    .where('active', '=', true)
    .where('role', 'in', leading)
    .orderBy('id')
    .execute();
}
