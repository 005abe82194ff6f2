// The role with which the portal runs on its embedded database; the cluster's owner only migrates.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export const runRole = 'portal';

/** Its password: made at the first start, in a file of mode 600 beside the cluster. */
function password(dataDir: string): string {
  const file = path.join(dataDir, `pg.${runRole}.secret`);
  try {
    fs.writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/** The address of the same database for that role. */
export function runAddress(dataDir: string, ownerAddress: string): string {
  const address = new URL(ownerAddress);
  address.username = runRole;
  address.password = password(dataDir);
  return address.href;
}

/** Makes the role where there is none, and sets its password to the one in the file. */
export async function makeRunRole(owner: Db, dataDir: string): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('minh-bach/role'))`.execute(trx);
    const { rows } = await sql`select from pg_roles where rolname = ${runRole}`.execute(trx);
    const verb = sql.raw(rows.length > 0 ? 'alter' : 'create');
    await sql`${verb} role ${sql.id(runRole)} login password ${sql.lit(password(dataDir))}`.execute(trx);
  });
}
