// Opens staff accounts with a random first password.
import type { Db } from '../db/open.ts';
import { hashPassword, randomPassword } from './passwords.ts';
import { insertStaffAccount } from './repository.ts';
import type { NewAccount } from './schema.ts';

export type AccountWithPassword = NewAccount & { password: string };

export const withPassword = (account: NewAccount): AccountWithPassword => ({
  ...account,
  password: randomPassword(),
});

/** Writes the accounts, all or none; only the hashes of their passwords are kept. `mustChangePassword`: at the first log-in. */
export async function openAccounts(
  db: Db,
  accounts: AccountWithPassword[],
  { mustChangePassword = false }: { mustChangePassword?: boolean } = {},
): Promise<void> {
  const hashed = await Promise.all(
    accounts.map(async ({ password, ...account }) => ({
      ...account,
      passwordHash: await hashPassword(password),
    })),
  );
  await db.transaction().execute(async (trx) => {
    for (const account of hashed) await insertStaffAccount(trx, { ...account, mustChangePassword });
  });
}
