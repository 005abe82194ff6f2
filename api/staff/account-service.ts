// What the administrator does to the accounts of others: open, close, give a new password, change rights. Each an event.
import { isUniqueViolation } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import {
  changeAccount,
  deleteSecondFactor,
  listAccounts,
  lockAccount,
  savePassword,
} from './account-repository.ts';
import type { AccountStep, AccountView } from './account-schema.ts';
import { hashPassword, randomPassword } from './tools/passwords.ts';
import { deleteSessions, insertStaffAccount, listSessionIds } from './repository.ts';
import type { Viewer } from './roles.ts';
import type { NewAccount } from './schema.ts';
import type { SecurityDetail, SecurityKind } from './security-events.ts';
import { recordSecurity } from './security-service.ts';

type By = { viewer: Viewer; address: string };
type Once = { email: string; password: string };

export async function viewAccounts({ db }: Pick<Portal, 'db'>): Promise<AccountView[]> {
  const rows = await listAccounts(db);
  return rows.map(({ lastSignInAt, ...row }) => ({
    ...row,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  }));
}

/** Opens an account and answers with its first password, told this once. */
export async function openAccount(
  portal: Portal,
  { viewer, address }: By,
  account: NewAccount,
): Promise<Once> {
  requireUnit(portal, account.unit);
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  try {
    await portal.db.transaction().execute(async (trx) => {
      const subjectId = await insertStaffAccount(trx, { ...account, passwordHash, mustChangePassword: true });
      const detail = { to: `${account.role}, ${account.unit}` };
      await recordSecurity(
        portal,
        { kind: 'account-opened', actorId: viewer.id, subjectId, address, detail },
        trx,
      );
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem('invalid', undefined, [{ pointer: '/email', detail: 'E-mail này đã có tài khoản.' }]);
  }
  return { email: account.email, password };
}

/** Does one thing to somebody else's account; every session of it ends. `once`: a new password, told this once. */
export async function takeAccountStep(
  portal: Portal,
  { viewer, address }: By,
  id: string,
  input: AccountStep,
): Promise<Once | null> {
  // Whoever rules over accounts cannot shut the own one or take more rights: a second administrator does that.
  if (id === viewer.id)
    throw new Problem(
      'wrong-status',
      'Không tự đổi tài khoản của chính mình ở đây. Hãy nhờ một quản trị khác.',
    );
  if (input.step === 'change-rights') requireUnit(portal, input.unit);
  const password = input.step === 'reset-password' ? randomPassword() : undefined;
  const passwordHash = password && (await hashPassword(password));
  const now = portal.now();
  return await portal.db.transaction().execute(async (trx) => {
    const account = await lockAccount(trx, id);
    if (!account) throw new Problem('not-found', 'Không có tài khoản này.');
    const record = (kind: SecurityKind, detail: SecurityDetail = {}) =>
      recordSecurity(portal, { kind, actorId: viewer.id, subjectId: id, address, detail }, trx);
    await deleteSessions(trx, await listSessionIds(trx, id));
    switch (input.step) {
      case 'close':
        if (!account.active) throw new Problem('wrong-status', 'Tài khoản này đã đóng rồi.');
        await changeAccount(trx, id, { active: false }, now);
        await record('account-closed');
        return null;
      case 'reopen':
        if (account.active) throw new Problem('wrong-status', 'Tài khoản này đang mở.');
        await changeAccount(trx, id, { active: true }, now);
        await record('account-reopened');
        return null;
      case 'reset-password':
        await savePassword(trx, id, passwordHash ?? '', now);
        await changeAccount(trx, id, { mustChangePassword: true }, now);
        await record('password-reset');
        return { email: account.email, password: password ?? '' };
      case 'remove-second-factor':
        if (!account.twoFactorEnabled)
          throw new Problem('wrong-status', 'Tài khoản này chưa bật xác thực hai lớp.');
        await deleteSecondFactor(trx, id);
        await changeAccount(trx, id, { twoFactorEnabled: false }, now);
        await record('second-factor-removed');
        return null;
      case 'change-rights': {
        const { role, unit } = input;
        if (role === account.role && unit === account.unit)
          throw new Problem('wrong-status', 'Vai trò và đơn vị vẫn như cũ.');
        await changeAccount(trx, id, { role, unit }, now);
        await record('rights-changed', { from: `${account.role}, ${account.unit}`, to: `${role}, ${unit}` });
        return null;
      }
    }
  });
}

function requireUnit({ content }: Pick<Portal, 'content'>, unit: string): void {
  if (content.units.some(({ code }) => code === unit)) return;
  throw new Problem('invalid', undefined, [{ pointer: '/unit', detail: 'Chọn một đơn vị trong danh sách.' }]);
}
