// Promises of staff accounts: who gets in, who is kept out, and what is never stored.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/portal/app.ts';
import { apiClient } from '../../api/client.ts';
import { forAnswers } from '../../api/db/connection.ts';
import { openDatabase } from '../../api/db/open.ts';
import { createAuth } from '../../api/staff/auth-service.ts';
import { openAccounts } from '../../api/staff/opening-service.ts';
import { openProxy } from '../support/stand-ins/database-proxy.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { cookiesOf, openAccount, signedInAs, testPassword, withSession } from '../support/portal/staff.ts';
import { codeFor } from '../support/portal/totp.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.close());

type From = { address?: string; cookie?: string };
// Each try comes from another address, unless it says from where.
let tries = 0;
function signIn(email: string, password = testPassword, on = portal, { address, cookie }: From = {}) {
  const clientAddress = address ?? `198.51.${100 + (++tries >> 8)}.${tries & 255}`;
  const client = apiClient(
    (input, init) => on.app.fetch(new Request(input, init), { clientAddress }),
    cookie ? { cookie } : {},
  );
  return client.api.auth['sign-in'].email.$post({ json: { email, password } });
}
const deviceOf = (answer: { headers: Headers }) =>
  cookiesOf(answer)
    .split('; ')
    .find((pair) => pair.includes('minh-bach.device-')) ?? '';
const waitOf = (answer: { headers: Headers }) => Number(answer.headers.get('retry-after'));
const sessions = () => portal.portal.db.selectFrom('staffSessions').selectAll().execute();

describe('signing in', () => {
  test('the right password gives a session cookie that no script reads and no other site sends', async () => {
    const email = await openAccount(portal, 'right', 'TN');
    const answer = await signIn(email);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ needsCode: false });
    const [cookie, device, ...rest] = answer.headers.getSetCookie();
    expect(rest).toEqual([]);
    expect(device).toMatch(
      /^minh-bach\.device-[0-9a-f]{12}=[\w-]{16}\.\d+\.[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(cookie).toMatch(
      /^minh-bach\.session_token=[^;]+; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('behind https no other host of the domain can set any of its cookies', async () => {
    const secure = await openTestPortal({ env: { PUBLIC_ORIGIN: 'https://dichvu.example.vn' } });
    const officer = await signedInAs(secure, 'TN', 'van-phong', 'https');
    const [session, device, ...rest] = officer.cookie.split('; ').map((pair) => pair.split('=')[0]);
    expect([session, rest]).toEqual(['__Host-minh-bach.session_token', []]);
    expect(device).toMatch(/^__Host-minh-bach\.device-[0-9a-f]{12}$/);
    const second = officer.client.api.auth['two-factor'];
    const setup = await (await second.enable.$post({ json: { password: testPassword } })).json();
    if (!('totpUri' in setup)) throw new Error('no set-up');
    const on = await second['verify-totp'].$post({ json: { code: codeFor(setup.totpUri) } });
    const asked = await signIn(officer.email, testPassword, secure, { cookie: officer.cookie });
    expect(await asked.json()).toEqual({ needsCode: true });
    const waiting = secure.clientWith({ cookie: cookiesOf(asked) }).api.auth['two-factor'];
    const passed = await waiting['verify-totp'].$post({ json: { code: codeFor(setup.totpUri, 1) } });
    const inside = await withSession(secure, cookiesOf(passed));
    const out = await inside.client.api.auth['sign-out'].$post({ json: {} });
    const set = [on, asked, passed, out].flatMap(({ headers }) => headers.getSetCookie());
    for (const cookie of set)
      expect(cookie).toMatch(
        /^__Host-minh-bach\.[\w-]+=[^;]*; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
    expect(set.map((cookie) => cookie.split('=')[0]?.slice('__Host-minh-bach.'.length))).toContain(
      'two_factor',
    );
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-minh-bach\.session_token=; Max-Age=0;/);
    // A cookie of the same name that a host beside us could set is none of ours.
    for (const name of ['minh-bach.session_token', '__Secure-minh-bach.session_token'])
      expect(
        (await secure.clientWith({ cookie: inside.cookie.replace(/^[^=]+/, name) }).api.staff.me.$get())
          .status,
      ).toBe(401);
    await secure.close();
  });

  test('capital letters and composed or decomposed marks make no difference', async () => {
    await openAccount(portal, 'letters', 'TN');
    expect((await signIn(' Letters@CoQuan.example ', testPassword.normalize('NFD'))).status).toBe(200);
  });

  test('a wrong password, an unknown e-mail and a closed account are refused with the same words', async () => {
    const wrong = await openAccount(portal, 'wrong', 'TN');
    const closed = await openAccount(portal, 'closed', 'TN');
    await portal.portal.db
      .updateTable('staffUsers')
      .set({ active: false })
      .where('email', '=', closed)
      .execute();
    const before = await sessions();
    for (const answer of [
      await signIn(wrong, 'sai'),
      await signIn('ai-do@coquan.example', 'sai'),
      await signIn(closed),
    ]) {
      expect(answer.status).toBe(401);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await answer.json()).toMatchObject({
        code: 'unauthenticated',
        detail: 'E-mail hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock.',
      });
    }
    expect(await sessions()).toEqual(before);
  });

  test('an unknown e-mail costs as much work as a wrong password', async () => {
    const known = await openAccount(portal, 'known', 'TN');
    const time = async (email: string) => {
      const startedAt = performance.now();
      await signIn(email, 'sai');
      return performance.now() - startedAt;
    };
    const shortest = async (email: string) =>
      Math.min(await time(email), await time(email), await time(email));
    const ratio = (await shortest('unknown@coquan.example')) / (await shortest(known));
    expect(ratio).toBeGreaterThan(0.2);
    expect(ratio).toBeLessThan(5);
  });

  test('what is missing or malformed is named field by field', async () => {
    const answer = await portal.request('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'khong-phai-email', role: 'QT' }),
    });
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/email', '/password', '/role']);
  });

  test('whoever fails again and again waits longer and longer, and nobody else does', async () => {
    const email = await openAccount(portal, 'guessed', 'TN');
    portal.clock.set('2026-03-02T09:00:00+07:00');
    const guesser = { address: '203.0.113.9' };
    const guess = () => signIn(email, 'sai', portal, guesser);
    for (let attempt = 1; attempt <= 5; attempt++) expect((await guess()).status).toBe(401);
    const refused = await signIn(email, testPassword, portal, guesser);
    expect([refused.status, waitOf(refused)]).toEqual([429, 15]);
    expect(refused.headers.getSetCookie()).toEqual([]);
    expect(await refused.json()).toMatchObject({
      code: 'too-many',
      detail: 'Đã nhập sai nhiều lần. Hãy thử lại sau 15 giây; nếu quên mật khẩu, liên hệ quản trị hệ thống.',
    });
    expect((await signIn(email)).status).toBe(200);
    portal.clock.set('2026-03-02T09:00:15+07:00');
    expect((await guess()).status).toBe(401);
    expect(waitOf(await guess())).toBe(30);
    portal.clock.set('2026-03-02T09:00:45+07:00');
    expect((await signIn(email, testPassword, portal, guesser)).status).toBe(200);
    expect((await guess()).status).toBe(401);
  });

  test('wrong passwords sent all at once do not slip through', async () => {
    const email = await openAccount(portal, 'flooded', 'TN');
    const address = '203.0.113.10';
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => signIn(email, 'sai', portal, { address })),
    );
    const statuses = answers.map(({ status }) => status as number).sort();
    expect(statuses).toEqual([...Array(5).fill(401), ...Array(10).fill(429)]);
  });

  test('while strangers hammer an account its devices and its networks pass; strangers wait minutes, not for ever', async () => {
    const email = await openAccount(portal, 'besieged', 'TN');
    const other = await openAccount(portal, 'neighbour', 'TN');
    portal.clock.set('2026-03-02T10:00:00+07:00');
    const device = deviceOf(await signIn(email, testPassword, portal, { address: '192.0.2.1' }));
    const foreign = deviceOf(await signIn(other));
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 33; attempt++) statuses.push((await signIn(email, 'sai')).status);
    expect(statuses).toEqual([...Array(30).fill(401), ...Array(3).fill(429)]);
    const knocking = await signIn(email);
    expect([knocking.status, waitOf(knocking)]).toEqual([429, 15]);
    expect((await signIn(email, testPassword, portal, { cookie: device })).status).toBe(200);
    expect((await signIn(email, testPassword, portal, { address: '192.0.2.1' })).status).toBe(200);
    // A device of another account, or a cookie with a letter changed, is a stranger's.
    for (const cookie of [
      foreign,
      foreign.replace(/^[^=]+/, device.split('=')[0] ?? ''),
      `${device.slice(0, -3)}xyz`,
    ])
      expect((await signIn(email, testPassword, portal, { cookie })).status).toBe(429);
    portal.clock.set('2026-03-02T10:00:16+07:00');
    expect((await signIn(email)).status).toBe(200);
    // A stolen device slows down like anybody, for itself, and is a stranger after twenty failures.
    for (let attempt = 0; attempt < 5; attempt++)
      expect((await signIn(email, 'sai', portal, { cookie: device })).status).toBe(401);
    expect(waitOf(await signIn(email, 'sai', portal, { cookie: device }))).toBe(15);
  });

  test('one network may fail at sixty accounts, then its strangers wait', async () => {
    const flood = await openTestPortal();
    const from = (clientAddress: string, attempt: number) =>
      flood.app.request(
        '/api/auth/sign-in/email',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: `ai-${attempt}@coquan.example`, password: 'sai' }),
        },
        { clientAddress },
      );
    const statuses: number[] = [];
    for (let attempt = 0; attempt <= 60; attempt++)
      statuses.push((await from('203.0.113.7', attempt)).status);
    expect(statuses).toEqual([...Array(60).fill(401), 429]);
    expect((await from('203.0.113.8', 61)).status).toBe(401);
    // A whole /64 is one subscriber.
    const six: number[] = [];
    for (let attempt = 0; attempt <= 5; attempt++)
      six.push((await from(`2001:db8:1:2::${attempt}`, 62)).status);
    expect(six).toEqual([...Array(5).fill(401), 429]);
    await flood.close();
  });

  test('nobody can sign up, and only the named endpoints of log-in exist', async () => {
    const before = await portal.portal.db.selectFrom('staffUsers').select('id').execute();
    const post = (address: string) =>
      portal.request(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'moi@coquan.example', password: testPassword, name: 'Mới' }),
      });
    for (const name of [
      'sign-up/email',
      'update-user',
      'delete-user',
      'request-password-reset',
      'sign-in/social',
    ])
      expect((await post(`/api/auth/${name}`)).status).toBe(404);
    expect((await portal.request('/api/auth/list-sessions')).status).toBe(404);
    expect(await portal.portal.db.selectFrom('staffUsers').select('id').execute()).toEqual(before);
  });
});

describe('a session', () => {
  test('tells who is signed in, and ends at sign-out', async () => {
    const { client, cookie, me } = await signedInAs(portal, 'LD', 'van-phong', 'leader');
    expect(me).toEqual({
      id: expect.any(String),
      name: 'leader',
      email: 'leader@coquan.example',
      role: 'LD',
      unit: 'van-phong',
      hasSecondFactor: false,
      needsSecondFactor: false,
      needsPasswordChange: false,
      formToken: expect.stringMatching(/^[A-Za-z0-9_-]{86}$/),
    });
    expect(await (await client.api.auth['get-session'].$get()).json()).toEqual({
      viewer: { id: me.id, name: 'leader', email: 'leader@coquan.example', role: 'LD', unit: 'van-phong' },
    });
    const out = await client.api.auth['sign-out'].$post({ json: {} });
    expect(out.headers.getSetCookie()[0]).toMatch(/^minh-bach\.session_token=; Max-Age=0/);
    expect((await sessions()).filter(({ userId }) => userId === me.id)).toEqual([]);
    expect((await portal.clientWith({ cookie }).api.staff.me.$get()).status).toBe(401);
  });

  test('does not outlive the account', async () => {
    const { client, me } = await signedInAs(portal, 'TN', 'van-phong', 'leaving');
    await portal.portal.db.updateTable('staffUsers').set({ active: false }).where('id', '=', me.id).execute();
    expect((await client.api.staff.me.$get()).status).toBe(401);
    expect((await client.api.staff.colleagues.$get()).status).toBe(401);
    expect(await (await client.api.auth['get-session'].$get()).json()).toEqual({ viewer: null });
  });

  test('a forged or cut cookie is no session', async () => {
    const { cookie: all } = await signedInAs(portal, 'TN', 'van-phong', 'forged');
    const cookie = all.split('; ')[0] ?? '';
    for (const bad of [cookie.slice(0, -6), cookie.replace('=', '=x'), 'minh-bach.session_token=x'])
      expect((await portal.clientWith({ cookie: bad }).api.staff.me.$get()).status).toBe(401);
  });

  test('ends twelve hours after the log-in, however busy', async () => {
    const { cookie, me } = await signedInAs(portal, 'TN', 'van-phong', 'busy');
    const aged = async (hours: number) => {
      await portal.portal.db
        .updateTable('staffSessions')
        .set({
          createdAt: sql<Date>`now() - make_interval(hours => ${hours})`,
          expiresAt: sql`now() + interval '8 hours'`,
        })
        .where('userId', '=', me.id)
        .execute();
      return (await portal.clientWith({ cookie }).api.staff.me.$get()).status;
    };
    expect(await aged(11)).toBe(200);
    expect(await aged(12)).toBe(401);
    expect((await sessions()).filter(({ userId }) => userId === me.id)).toEqual([]);
  });

  test('a password that can be guessed is refused with a sentence at its field, and nothing changes', async () => {
    const { client, email } = await signedInAs(portal, 'TN', 'van-phong', 'weakling');
    for (const newPassword of [
      '123456789012',
      'password1234',
      email,
      'Sở KH&CN Quảng Ngãi 2026',
      testPassword,
    ]) {
      const answer = await client.api.auth['change-password'].$post({
        json: { currentPassword: testPassword, newPassword },
      });
      expect([newPassword, answer.status]).toEqual([newPassword, 422]);
      expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/newPassword' }] });
    }
    expect((await signIn(email)).status).toBe(200);
  });

  test('a changed password ends the other sessions', async () => {
    const { client, cookie, email } = await signedInAs(portal, 'TN', 'van-phong', 'changing');
    const other = cookiesOf(await signIn(email));
    const change = (currentPassword: string) =>
      client.api.auth['change-password'].$post({
        json: { currentPassword, newPassword: 'một mật khẩu khác hẳn' },
      });
    const refused = await change('sai');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      errors: [{ pointer: '/currentPassword', detail: 'Mật khẩu đang dùng không đúng.' }],
    });
    const changed = await change(testPassword);
    expect(changed.status).toBe(200);
    for (const old of [cookie, other])
      expect((await portal.clientWith({ cookie: old }).api.staff.me.$get()).status).toBe(401);
    expect((await portal.clientWith({ cookie: cookiesOf(changed) }).api.staff.me.$get()).status).toBe(200);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, 'một mật khẩu khác hẳn')).status).toBe(200);
  });

  test('with the database away the answer is 503, not "signed out"', async () => {
    const { cookie } = await signedInAs(portal, 'TN', 'van-phong', 'patient');
    const db = openDatabase('postgres://nobody@127.0.0.1:1/none', 1);
    const away = { ...portal.portal, db, auth: createAuth({ ...portal.portal, db }) };
    const app = createApp(away);
    expect((await app.request('/api/staff/me', { headers: { cookie } })).status).toBe(503);
    const out = await app.request('/api/auth/sign-out', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(out.status).toBe(503);
    await db.destroy();
  });

  test('with the database silent for a while it is 503 too, and a session that was not ended is not told ended', async () => {
    const { cookie, headers, me } = await signedInAs(portal, 'TN', 'van-phong', 'stalled');
    const proxy = await openProxy(portal.databaseUrl);
    const db = openDatabase(proxy.url, 1, { patience: { ...forAnswers, client: 500 } });
    const app = createApp({ ...portal.portal, db, auth: createAuth({ ...portal.portal, db }) });
    const read = proxy.fail('"staff_sessions"', 'silence');
    const first = await app.request('/api/staff/me', { headers: { cookie } });
    await read;
    expect([first.status, await first.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'database-away' }),
    ]);
    const ended = proxy.fail('delete from "staff_sessions"', 'cut');
    const out = await app.request('/api/auth/sign-out', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{}',
    });
    await ended;
    expect([out.status, await out.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'outcome-unknown' }),
    ]);
    expect((await sessions()).filter(({ userId }) => userId === me.id)).toEqual([]);
    await db.destroy();
    await proxy.close();
  });
});

describe('the guard', () => {
  test('asks for a session, then for the role', async () => {
    expect((await portal.client.api.staff.me.$get()).status).toBe(401);
    const nobody = await portal.client.api.staff.colleagues.$get();
    expect(nobody.status).toBe(401);
    expect(await nobody.json()).toMatchObject({ code: 'unauthenticated' });
    const editor = await signedInAs(portal, 'BT');
    const refused = await editor.client.api.staff.colleagues.$get();
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'forbidden' });
  });

  test('shows colleagues without e-mails, and only active ones', async () => {
    const own = await openTestPortal();
    const chief = await signedInAs(own, 'CVP', 'van-phong', 'chief');
    await openAccount(own, 'gone', 'XL');
    await own.portal.db.updateTable('staffUsers').set({ active: false }).where('name', '=', 'gone').execute();
    const answer = await chief.client.api.staff.colleagues.$get();
    expect(await answer.json()).toEqual({
      colleagues: [{ id: chief.me.id, name: 'chief', role: 'CVP', unit: 'van-phong' }],
    });
    await own.close();
  });

  test('a change without the form token of this very session is refused', async () => {
    const one = await signedInAs(portal, 'TN', 'van-phong', 'one');
    const two = await signedInAs(portal, 'TN', 'van-phong', 'two');
    const { requireStaff } = await import('../../api/staff/guard-service.ts');
    const { router } = await import('../../api/http/router.ts');
    const reached: string[] = [];
    const api = router();
    api.use(requireStaff(portal.portal, 'own-account'));
    api.all('/', (c) => {
      reached.push(`${c.req.method} ${c.get('viewer').name}`);
      return c.text('ok');
    });
    api.onError((error, c) => c.text(error.message, 403));
    const ask = async (method: string, token?: string) => {
      const headers = { cookie: one.cookie, ...(token && { 'x-form-token': token }) };
      return (await api.request('/', { method, headers })).text();
    };
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const token of [undefined, '', 'x', two.me.formToken, `${one.me.formToken}x`])
        expect(await ask(method, token)).toBe('wrong-origin');
    expect(reached).toEqual([]);
    expect(await ask('POST', one.me.formToken)).toBe('ok');
    expect(await ask('GET')).toBe('ok');
    expect(reached).toEqual(['POST one', 'GET one']);
    const again = await (await one.client.api.staff.me.$get()).json();
    if (!('formToken' in again)) throw new Error('not signed in');
    expect(again.formToken).not.toBe(one.me.formToken);
    expect(await ask('POST', again.formToken)).toBe('ok');
  });
});

describe('what is stored', () => {
  test('passwords are argon2id hashes, each with its own salt', async () => {
    const { db, now } = portal.portal;
    const stored = ['stored-1', 'stored-2', 'stored-3'].map((name) => ({
      ...{ name, email: `${name}@coquan.example`, password: testPassword },
      ...{ role: 'TN' as const, unit: 'van-phong' },
    }));
    await openAccounts(db, stored, { now: now(), by: 'bài thử' });
    const rows = await db
      .selectFrom('staffAccounts')
      .innerJoin('staffUsers', 'staffUsers.id', 'staffAccounts.userId')
      .where('name', 'like', 'stored-%')
      .select('password')
      .execute();
    const hashes = rows.map(({ password }) => password ?? '');
    expect(hashes).toHaveLength(3);
    for (const hash of hashes)
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(JSON.stringify(rows)).not.toContain(testPassword);
  });

  test('an e-mail that was only typed is nowhere kept in clear', async () => {
    await signIn('go-nham@coquan.example', 'sai');
    const [row, ...rest] = await portal.portal.db.selectFrom('staffAttempts').selectAll().execute();
    expect(row?.key).toHaveLength(16);
    expect(JSON.stringify([row, ...rest])).not.toContain('go-nham');
  });
});
