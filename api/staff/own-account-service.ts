// What an officer does to the own account: the password by its rules, the second factor on and off, other sessions ended.
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { viewSessions } from './session-list-service.ts';
import { weaknessOf } from './tools/password-strength.ts';
import { verifyPassword } from './tools/passwords.ts';
import { deleteSessions, findPasswordHash, listSessionIds, savePasswordChanged } from './repository.ts';
import type { Viewer } from './roles.ts';
import { noteSecurity, recordSecurity } from './security-service.ts';
import { enterSession } from './throttle-service.ts';

type At = { viewer: Viewer; address: string };

/** Throws unless the password is the present one; guessing inside an open session slows down like a log-in. */
export async function provePassword(
  portal: Portal,
  { viewer, address }: At,
  password: string,
  field: string,
): Promise<void> {
  const entry = await enterSession(portal, viewer.id, 'password', address);
  const hash = await findPasswordHash(portal.db, viewer.id);
  if (hash && (await verifyPassword({ hash, password }))) return await entry.succeed();
  await noteSecurity(portal, { kind: 'password-failed', actorId: viewer.id, address });
  throw wrong(field, 'Mật khẩu đang dùng không đúng.');
}

/** Throws unless the new password may be used by its owner: not the present one, not to be guessed. */
export async function judgeNewPassword(
  portal: Pick<Portal, 'content'>,
  owner: Viewer,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<void> {
  if (currentPassword.normalize('NFC') === newPassword.normalize('NFC'))
    throw wrong('newPassword', 'Mật khẩu mới phải khác mật khẩu đang dùng.');
  await judgePassword(portal, owner, newPassword);
}

/** Throws where a password of this owner can be guessed. */
export async function judgePassword(
  { content }: Pick<Portal, 'content'>,
  { name, email, unit }: Pick<Viewer, 'name' | 'email' | 'unit'>,
  newPassword: string,
): Promise<void> {
  const { department, units } = content;
  const words = ['minh bạch', department.name, department.shortName, department.province];
  const unitName = units.find(({ code }) => code === unit)?.name ?? '';
  const weakness = await weaknessOf(newPassword, { email, name, unit: `${unit} ${unitName}`, words });
  if (weakness) throw wrong('newPassword', weakness);
}

export async function passwordChanged(portal: Portal, { viewer, address }: At): Promise<void> {
  await savePasswordChanged(portal.db, viewer.id);
  await recordSecurity(portal, { kind: 'password-changed', actorId: viewer.id, address });
}

/** The sessions of an account as they are now, besides one; `end` ends exactly these, so that one opened since goes on. */
export async function sessionsUntilNow({ db }: Pick<Portal, 'db'>, userId: string, besides?: string) {
  const ids = (await listSessionIds(db, userId)).filter((id) => id !== besides);
  return { end: () => deleteSessions(db, ids) };
}

type Present = { id: string; viewer: Pick<Viewer, 'id'> };

/** The sessions of the viewer; `isThis`: the one that asks. */
export async function viewOwnSessions({ db }: Pick<Portal, 'db'>, { id, viewer }: Present) {
  return (await viewSessions({ db }, viewer.id)).map((one) => ({ ...one, isThis: one.id === id }));
}

/** Ends one other session of the viewer, or all others (`others`). */
export async function endOwnSessions(
  portal: Portal,
  { id, viewer }: Present,
  which: string,
  address: string,
): Promise<void> {
  const others = (await listSessionIds(portal.db, viewer.id)).filter((one) => one !== id);
  const ended = which === 'others' ? others : others.filter((one) => one === which);
  if (ended.length === 0)
    throw new Problem(
      'wrong-status',
      'Phiên này đã đóng rồi. Phiên đang dùng thì đóng bằng nút “Đăng xuất”.',
    );
  await deleteSessions(portal.db, ended);
  const detail = { count: ended.length };
  await recordSecurity(portal, { kind: 'sessions-ended', actorId: viewer.id, address, detail });
}

const wrong = (field: string, detail: string) =>
  new Problem('invalid', undefined, [{ pointer: `/${field}`, detail }]);
