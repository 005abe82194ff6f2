// What the administrator does to the accounts of others: invite, close, bound in time, change rights. Each an event.
import { localDate } from '../dates/dates.ts';
import { isUniqueViolation } from '../db/open.ts';
import type { Transaction } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import {
  changeAccount,
  countLasting,
  holdAdministrators,
  listAccounts,
  lockAccount,
} from './account-repository.ts';
import type { AccountStep, AccountView } from './account-schema.ts';
import { stateOf, validityWords } from './account-words.ts';
import { askReset, viewAsks } from './ask-service.ts';
import { endLink } from './link-repository.ts';
import { makeLink } from './link-service.ts';
import { endMandatesOf, giveMandate, viewMandatesOf } from './mandate-service.ts';
import { deleteSessions, insertStaffAccount, listSessionIds } from './repository.ts';
import { may, rolesWith } from './rights.ts';
import type { Viewer } from './roles.ts';
import { viewSessions } from './session-list-service.ts';
import type { NewAccount } from './schema.ts';
import type { SecurityDetail, SecurityKind } from './security-events.ts';
import { recordSecurity } from './security-service.ts';
import { hashPassword, randomPassword } from './tools/passwords.ts';

type By = { viewer: Viewer; address: string };
type Told = Awaited<ReturnType<typeof makeLink>>;
type Account = NonNullable<Awaited<ReturnType<typeof lockAccount>>>;

export async function viewAccounts(
  { db, env, now }: Pick<Portal, 'db' | 'env' | 'now'>,
  id?: string,
): Promise<AccountView[]> {
  const at = now();
  const rows = await listAccounts(db, at, id);
  return rows.map(
    ({ lastSignInAt, mailRefusedAt, linkUntil, openSessions, passkeys, active, isInvited, ...row }) => ({
      ...row,
      state: stateOf({ ...row, active, isInvited }, localDate(at)),
      lacksSecondFactor: !row.hasSecondFactor && env.TOTP_ROLES.includes(row.role),
      linkUntil: linkUntil?.toISOString() ?? null,
      openSessions: Number(openSessions ?? 0),
      passkeys: Number(passkeys ?? 0),
      hasSignOn: Boolean(row.hasSignOn),
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
      mailRefusedAt: mailRefusedAt?.toISOString() ?? null,
    }),
  );
}

/** One account with its sessions and what is asked about it. */
export async function viewAccount(portal: Portal, viewer: Viewer, id: string) {
  const [account] = await viewAccounts(portal, id);
  if (!account) throw new Problem('not-found', 'Không có tài khoản này.');
  const [sessions, asks, mandates] = await Promise.all([
    viewSessions(portal, id),
    viewAsks(portal, viewer, id),
    viewMandatesOf(portal, id),
  ]);
  return { account, sessions, asks, mandates };
}

/** Opens an account that nobody knows a password of; its owner sets one by the link of the invitation. */
export async function invite(portal: Portal, { viewer, address }: By, account: NewAccount): Promise<Told> {
  requireUnit(portal, account.unit);
  const passwordHash = await hashPassword(randomPassword());
  try {
    return await portal.db.transaction().execute(async (trx) => {
      const subjectId = await insertStaffAccount(trx, { ...account, passwordHash });
      const detail = { to: `${account.role}, ${account.unit}` };
      const happening = { actorId: viewer.id, subjectId, address };
      await recordSecurity(portal, { ...happening, kind: 'account-opened', detail }, trx);
      await recordSecurity(portal, { ...happening, kind: 'invited' }, trx);
      const whose = { userId: subjectId, email: account.email, madeBy: viewer.id };
      return await makeLink(trx, portal, { ...whose, kind: 'invitation' });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem('invalid', undefined, [{ pointer: '/email', detail: 'E-mail này đã có tài khoản.' }]);
  }
}

/** Does one thing to somebody else's account. `told`: a link that must be handed over, told this once. */
export async function takeAccountStep(
  portal: Portal,
  by: By,
  id: string,
  input: AccountStep,
): Promise<Told | null> {
  const { viewer, address } = by;
  // Whoever rules over accounts cannot shut the own one or take more rights: a second administrator does that.
  if (id === viewer.id)
    throw new Problem(
      'wrong-status',
      'Không tự đổi tài khoản của chính mình ở đây. Hãy nhờ một quản trị khác.',
    );
  if (input.step === 'change-rights') requireUnit(portal, input.unit);
  const now = portal.now();
  return await portal.db.transaction().execute(async (trx) => {
    await holdAdministrators(trx);
    const account = await lockAccount(trx, id);
    if (!account) throw new Problem('not-found', 'Không có tài khoản này.');
    const record = (kind: SecurityKind, detail: SecurityDetail = {}) =>
      recordSecurity(portal, { kind, actorId: viewer.id, subjectId: id, address, detail }, trx);
    const endSessions = async () => deleteSessions(trx, await listSessionIds(trx, id));
    switch (input.step) {
      case 'close':
        await close(trx, portal, by, account);
        return null;
      case 'reopen':
        if (account.active) throw new Problem('wrong-status', 'Tài khoản này đang mở.');
        await changeAccount(trx, id, { active: true }, now);
        await record('account-reopened');
        return null;
      case 'invite-again':
        if (!account.active || !account.isInvited)
          throw new Problem('wrong-status', 'Chỉ gửi lại lời mời cho tài khoản đang mở chưa đặt mật khẩu.');
        await record('invited');
        return await makeLink(trx, portal, {
          userId: id,
          email: account.email,
          kind: 'invitation',
          madeBy: viewer.id,
        });
      case 'end-sessions': {
        const open = await listSessionIds(trx, id);
        const ended = input.session === undefined ? open : open.filter((one) => one === input.session);
        if (ended.length === 0) throw new Problem('wrong-status', 'Không còn phiên nào để đóng.');
        await deleteSessions(trx, ended);
        await record('sessions-ended', { count: ended.length });
        return null;
      }
      case 'add-role':
      case 'deputise':
        await giveMandate(trx, portal, by, id, input);
        return null;
      case 'end-mandate':
        if ((await endMandatesOf(trx, portal, by, id, input.mandate)) === 0)
          throw new Problem('wrong-status', 'Việc kiêm nhiệm, làm thay này đã kết thúc.');
        return null;
      case 'ask-reset':
        requireResettable(account, input.kind);
        await askReset(trx, portal, by, { subjectId: id, kind: input.kind, reason: input.reason });
        return null;
      case 'set-validity': {
        const { validFrom, validUntil } = input;
        if (validFrom !== null && validUntil !== null && validFrom > validUntil)
          throw invalid('/validUntil', 'Ngày cuối phải từ ngày đầu trở đi.');
        if (validUntil !== null || (validFrom ?? '') > localDate(now)) await requireOther(trx, account);
        await endSessions();
        await changeAccount(trx, id, { validFrom, validUntil }, now);
        const words = validityWords({ validFrom, validUntil }) || 'không giới hạn';
        await record('validity-changed', { from: validityWords(account) || 'không giới hạn', to: words });
        return null;
      }
      case 'change-rights': {
        const { role, unit } = input;
        if (role === account.role && unit === account.unit)
          throw new Problem('wrong-status', 'Vai trò và đơn vị vẫn như cũ.');
        if (role !== account.role) await requireOther(trx, account);
        await endSessions();
        // What was given beside the old role is given anew where it fits the new one.
        if (role !== account.role) await endMandatesOf(trx, portal, by, id);
        await changeAccount(trx, id, { role, unit }, now);
        await record('rights-changed', { from: `${account.role}, ${account.unit}`, to: `${role}, ${unit}` });
        return null;
      }
    }
  });
}

/** The same as the step `close`, as part of something greater. */
export async function closeWithin(trx: Transaction, portal: Portal, by: By, id: string): Promise<void> {
  if (id === by.viewer.id) throw new Problem('wrong-status', 'Không tự đóng tài khoản của chính mình.');
  await holdAdministrators(trx);
  const account = await lockAccount(trx, id);
  if (!account) throw new Problem('not-found', 'Không có tài khoản này.');
  await close(trx, portal, by, account);
}

async function close(
  trx: Transaction,
  portal: Portal,
  { viewer, address }: By,
  account: Account,
): Promise<void> {
  const { id } = account;
  if (!account.active) throw new Problem('wrong-status', 'Tài khoản này đã đóng rồi.');
  await requireOther(trx, account);
  await deleteSessions(trx, await listSessionIds(trx, id));
  await endLink(trx, id, portal.now());
  await endMandatesOf(trx, portal, { viewer, address }, id);
  await changeAccount(trx, id, { active: false }, portal.now());
  const happening = { kind: 'account-closed', actorId: viewer.id, subjectId: id, address } as const;
  await recordSecurity(portal, happening, trx);
}

/** Somebody must always be left who rules over accounts, without a last day. */
async function requireOther(trx: Transaction, account: Account): Promise<void> {
  if (!may(account, 'accounts')) return;
  const counts = await Promise.all(
    rolesWith('accounts').map((role) => countLasting(trx, { role, besides: account.id })),
  );
  if (counts.every((count) => count === 0))
    throw new Problem(
      'wrong-status',
      'Đây là quản trị hệ thống cuối cùng không có ngày hết hạn. Hãy mở tài khoản cho một quản trị khác trước.',
    );
}

function requireResettable(
  { active, isInvited, twoFactorEnabled }: Account,
  kind: 'password' | 'second-factor',
) {
  if (!active) throw new Problem('wrong-status', 'Tài khoản đã đóng. Hãy mở lại trước.');
  if (kind === 'second-factor' && !twoFactorEnabled)
    throw invalid('/kind', 'Tài khoản này chưa bật xác thực hai lớp.');
  if (kind === 'password' && isInvited)
    throw invalid('/kind', 'Tài khoản chưa đặt mật khẩu lần đầu: hãy gửi lại lời mời.');
}

const invalid = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

function requireUnit({ content }: Pick<Portal, 'content'>, unit: string): void {
  if (content.units.some(({ code }) => code === unit)) return;
  throw invalid('/unit', 'Chọn một đơn vị trong danh sách.');
}
