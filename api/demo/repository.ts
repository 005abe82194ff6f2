// What the demonstration asks of the register besides what everybody can.
import type { Db } from '../db/open.ts';
import type { Role, Viewer } from '../staff/roles.ts';

export async function findVersion(db: Db, number: string): Promise<number> {
  const { version } = await db
    .selectFrom('cases')
    .select('version')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return version;
}

export async function anyCase(db: Db): Promise<boolean> {
  return (await db.selectFrom('cases').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** The first account of each role. */
export async function findOfficers(db: Db): Promise<Record<Role, Viewer>> {
  const rows = await db
    .selectFrom('staffUsers')
    .select(['id', 'name', 'email', 'role', 'unit'])
    .where('active', '=', true)
    .orderBy('email')
    .execute();
  return Object.fromEntries(rows.toReversed().map((row) => [row.role, row])) as Record<Role, Viewer>;
}
