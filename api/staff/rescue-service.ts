// Emergencies at the machine itself, where nobody is left to ask or to confirm: a way in again, each an event of the log.
import type { Db } from '../db/open.ts';
import { changeAccount, deleteSecondFactor, lockAccount, savePassword } from './account-repository.ts';
import { spendLink } from './link-repository.ts';
import { deleteSessions, findUserIdByEmail, listSessionIds } from './repository.ts';
import { insertSecurityEvent } from './security-repository.ts';
import { deleteIdentity } from './sign-on-repository.ts';
import { hashPassword, randomPassword } from './tools/passwords.ts';

/**
 * Gives the account a first password (told this once, to be changed at the log-in), takes its second factor away, opens it
 * and ends its sessions. `by`: the command, for the log. Throws an Error where there is no such account.
 */
export async function rescueAccount(
  db: Db,
  { email, now, by }: { email: string; now: Date; by: string },
): Promise<{ password: string }> {
  const password = randomPassword();
  const hash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    const id = await findUserIdByEmail(trx, email);
    const account = id === undefined ? undefined : await lockAccount(trx, id);
    if (!account) throw new Error(`Không có tài khoản ${email}. Không có gì được ghi.`);
    const record = (kind: 'account-reopened' | 'second-factor-removed' | 'password-reset') =>
      insertSecurityEvent(trx, { at: now, kind, subjectId: account.id, detail: { by } });
    await deleteSessions(trx, await listSessionIds(trx, account.id));
    await savePassword(trx, account.id, hash, now);
    await deleteIdentity(trx, account.id);
    await spendLink(trx, account.id, now);
    await record('password-reset');
    if (account.twoFactorEnabled) {
      await deleteSecondFactor(trx, account.id);
      await record('second-factor-removed');
    }
    if (!account.active || account.validFrom !== null || account.validUntil !== null)
      await record('account-reopened');
    const open = { active: true, validFrom: null, validUntil: null };
    await changeAccount(trx, account.id, { ...open, twoFactorEnabled: false, mustChangePassword: true }, now);
  });
  return { password };
}
