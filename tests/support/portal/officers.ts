// The ten officers of a crew: signed in once per worker, afterwards put into each further database as they are.
import { sql } from 'kysely';
import type { TestPortal } from './portal.ts';
import { signedInAs } from './staff.ts';

const places = {
  TN: ['TN', 'van-phong'],
  MC: ['MC', 'van-phong'],
  CVP: ['CVP', 'van-phong'],
  LD: ['LD', 'lanh-dao'],
  XL: ['XL', 'quan-ly-cong-nghe'],
  TP: ['TP', 'quan-ly-cong-nghe'],
  otherXL: ['XL', 'chi-cuc-tdc'],
  otherTP: ['TP', 'chi-cuc-tdc'],
  BT: ['BT', 'van-phong'],
  QT: ['QT', 'van-phong'],
} as const;

export type Who = keyof typeof places;
type Officers = Record<Who, Awaited<ReturnType<typeof signedInAs>>>;
type Row = Record<string, unknown>;

const tables = ['staff_users', 'staff_accounts', 'staff_sessions'] as const;

// A session is good wherever its row and the key of its cookie are; cookies are named after the address.
const known = new Map<string, { officers: Officers; rows: Map<string, Row[]> }>();

/** One officer per role and two of another unit, each with an open session. */
export async function openOfficers(test: TestPortal): Promise<Officers> {
  const address = test.portal.env.PUBLIC_ORIGIN ?? '';
  const before = known.get(address);
  if (!before) {
    const officers = await signIn(test);
    known.set(address, { officers, rows: await rowsOf(test, officers) });
    return officers;
  }
  await test.owner.transaction().execute(async (trx) => {
    for (const [table, rows] of before.rows)
      await sql`insert into ${sql.table(table)}
        select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)})`.execute(
        trx,
      );
  });
  return eachOf(before.officers, (officer) => ({ ...officer, client: test.clientWith(officer.headers) }));
}

async function signIn(test: TestPortal): Promise<Officers> {
  const officers: Partial<Officers> = {};
  for (const [who, [role, unit]] of Object.entries(places))
    officers[who as Who] = await signedInAs(test, role, unit);
  return officers as Officers;
}

async function rowsOf({ owner }: TestPortal, officers: Officers): Promise<Map<string, Row[]>> {
  const ids = Object.values(officers).map(({ id }) => id);
  const found = new Map<string, Row[]>();
  for (const table of tables) {
    const key = sql.ref(table === 'staff_users' ? 'id' : 'user_id');
    const { rows } = await sql<{ row: Row }>`
      select to_json(t) as row from ${sql.table(table)} t where ${key} = any(${ids})`.execute(owner);
    found.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

const eachOf = (officers: Officers, make: (officer: Officers[Who]) => Officers[Who]): Officers =>
  Object.fromEntries(Object.entries(officers).map(([who, officer]) => [who, make(officer)])) as Officers;
