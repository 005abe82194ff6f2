// An officer in an open session shows again who they are, before anything that lets somebody in later: by a passkey, or by
// the password and, where the account has an authenticator app, a code.
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { provePassword } from './own-account-service.ts';
import { hasAuthenticatorApp } from './passkey-repository.ts';
import type { Assertion, OwnerProof } from './passkey-schema.ts';
import { passkeyOwner } from './passkey-service.ts';
import type { Viewer } from './roles.ts';
import { enterSession } from './throttle-service.ts';

type At = { viewer: Viewer; address: string; session: string };
type TakeCode = (factor: 'totp' | 'backup-code', code: string) => Promise<unknown>;

const wrong = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);
const notYours = () =>
  wrong('/password', 'Khóa truy cập này không phải của tài khoản, hoặc đã quá thời gian chờ. Hãy thử lại.');

/** Throws unless a passkey of the viewer has answered the question of this session. */
export async function provePasskey(
  portal: Portal,
  { viewer, address, session }: At,
  response: Assertion | undefined,
): Promise<void> {
  if (!response)
    throw wrong('/password', 'Tài khoản này dùng khóa truy cập: hãy bấm nút xác nhận bằng khóa truy cập.');
  const entry = await enterSession(portal, viewer.id, 'code', address);
  const asked = { kinds: ['passkey-proof' as const], bearer: { session }, address };
  await passkeyOwner(portal, asked, response, notYours);
  await entry.succeed();
}

/** Throws unless the owner of the session has shown who they are by everything that the account has. */
export async function proveOwner(
  portal: Portal,
  at: At & { hasSecondFactor: boolean },
  { password, code, response }: OwnerProof,
  takeCode: TakeCode,
): Promise<void> {
  const hasCode = await hasAuthenticatorApp(portal.db, at.viewer.id);
  if (response || (at.hasSecondFactor && !hasCode)) return await provePasskey(portal, at, response);
  if (password === undefined) throw wrong('/password', 'Hãy nhập mật khẩu đang dùng.');
  if (hasCode && !/^(\d{6}|[a-z0-9]{5}-[a-z0-9]{5})$/.test(code ?? ''))
    throw wrong('/code', 'Hãy nhập mã 6 chữ số, hoặc mã khôi phục dạng abcde-fghjk.');
  await provePassword(portal, at, password, 'password');
  if (hasCode && code !== undefined) await takeCode(code.includes('-') ? 'backup-code' : 'totp', code);
}
