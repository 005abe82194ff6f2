// Opens staff accounts with a random first password.
import type { Db } from '../db/open.ts';
import { hashPassword, randomPassword } from './tools/passwords.ts';
import { insertStaffAccount } from './repository.ts';
import type { NewAccount } from './schema.ts';
import { insertSecurityEvent } from './security-repository.ts';

export type AccountWithPassword = NewAccount & { password: string };

export const withPassword = (account: NewAccount): AccountWithPassword => ({
  ...account,
  password: randomPassword(),
});

type How = {
  now: Date;
  /** What opened them, since no officer did: a word for the security log. */
  by: string;
  /** At the first log-in. */
  mustChangePassword?: boolean;
};

/** Writes the accounts, all or none, each with its event; only the hashes of their passwords are kept. */
export async function openAccounts(db: Db, accounts: AccountWithPassword[], how: How): Promise<void> {
  const hashed = await Promise.all(
    accounts.map(async ({ password, ...account }) => ({
      ...account,
      passwordHash: await hashPassword(password),
    })),
  );
  await openHashedAccounts(db, hashed, how);
}

/** The same where the hashes are known. */
export async function openHashedAccounts(
  db: Db,
  accounts: (NewAccount & { passwordHash: string })[],
  { now, by, mustChangePassword = false }: How,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const account of accounts) {
      const subjectId = await insertStaffAccount(trx, { ...account, mustChangePassword });
      const detail = { to: `${account.role}, ${account.unit}`, by };
      await insertSecurityEvent(trx, { at: now, kind: 'account-opened', subjectId, detail });
    }
  });
}
