// Staff of a test: accounts opened on the spot, and clients that are signed in as them.
import { randomUUID } from 'node:crypto';
import { openHashedAccounts } from '../../../api/staff/opening-service.ts';
import { hashPassword } from '../../../api/staff/tools/passwords.ts';
import type { Role } from '../../../api/staff/roles.ts';
import type { TestPortal } from './portal.ts';

export const testPassword = 'đúng mật khẩu của bài thử';
let passwordHash: Promise<string> | undefined;

/** Opens an account; the e-mail is `{name}@coquan.example`. */
export async function openAccount(test: TestPortal, name: string, role: Role, unit = 'van-phong') {
  const email = `${name}@coquan.example`;
  // One hash for all: what it costs has its own tests.
  passwordHash ??= hashPassword(testPassword);
  const account = { email, name, role, unit, passwordHash: await passwordHash };
  await openHashedAccounts(test.portal.db, [account], { now: test.portal.now(), by: 'bài thử' });
  return email;
}

/** The cookies of an answer as a Cookie header; expired ones are left out. */
export const cookiesOf = (answer: { headers: Headers }): string =>
  answer.headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Opens an account of a role and signs it in: its session as headers, and a client that carries them. */
export async function signedInAs(
  test: TestPortal,
  role: Role,
  unit = 'van-phong',
  name = `${role.toLowerCase()}-${randomUUID()}`,
) {
  const email = await openAccount(test, name, role, unit);
  const answer = await test.client.api.auth['sign-in'].email.$post({
    json: { email, password: testPassword },
  });
  return { ...(await withSession(test, cookiesOf(answer))), email };
}

/** What a session's cookie makes of its holder: headers with the form token, and a client that carries them. */
export async function withSession(test: TestPortal, cookie: string) {
  const me = await (await test.clientWith({ cookie }).api.staff.me.$get()).json();
  if (!('formToken' in me)) throw new Error('not signed in');
  const headers = { cookie, 'x-form-token': me.formToken };
  return { id: me.id, headers, client: test.clientWith(headers), cookie, me };
}
