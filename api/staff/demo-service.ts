// The accounts of a demonstration: one per role, named after the role and never after a person.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Portal } from '../portal/portal.ts';
import type { Unit } from '../units/schema.ts';
import { openAccounts, withPassword, type AccountWithPassword } from './opening-service.ts';
import { anyStaffUser } from './repository.ts';
import { Role, roleNames } from './roles.ts';

export const demoFile = 'demo-accounts.txt';

/**
 * Makes the accounts where no staff account exists yet and the database is the embedded one; otherwise none.
 * The passwords are random, kept in `demo-accounts.txt` (mode 600) and returned this once.
 */
export async function createDemoAccounts(portal: Portal, dataDir: string): Promise<AccountWithPassword[]> {
  if (portal.env.DATABASE_URL || (await anyStaffUser(portal.db))) return [];
  const accounts = demoAccounts(portal.content.units).map(withPassword);
  // The file first: a stop in between leaves no account whose password nobody knows.
  const file = path.join(dataDir, demoFile);
  await fs.rm(file, { force: true });
  await fs.writeFile(file, describe(accounts), { mode: 0o600, flag: 'wx' });
  await openAccounts(portal.db, accounts, { now: portal.now(), by: 'tài khoản minh họa' });
  return accounts;
}

// The handler and the head of unit sit in the same unit, so that a case can go from one to the other.
const kindOfUnit: Record<Role, Unit['kind']> = {
  TN: 'office',
  MC: 'office',
  XL: 'professional',
  TP: 'professional',
  LD: 'leadership',
  CVP: 'office',
  BT: 'office',
  QT: 'office',
};

function demoAccounts(units: Unit[]) {
  const unitOf = (kind: Unit['kind']) => (units.find((unit) => unit.kind === kind) ?? units[0])?.code;
  return Role.options.map((role) => ({
    email: `${role.toLowerCase()}@minhhoa.invalid`,
    name: `${roleNames[role]} (dữ liệu minh họa)`,
    role,
    unit: unitOf(kindOfUnit[role]) ?? 'van-phong',
  }));
}

const describe = (accounts: AccountWithPassword[]) =>
  [
    'Tài khoản minh họa, đăng nhập tại /can-bo/dang-nhap. Không dùng cho việc thật.',
    ...accounts.map(({ role, email, password }) => `${role}\t${email}\t${password}`),
    '',
  ].join('\n');
