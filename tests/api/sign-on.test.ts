// Promises of the sign-on by the office's own provider: it opens the account that its signed-in owner has tied to it and no
// other, and nothing that the provider or a browser says wrongly lets anybody in.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../api/portal/env.ts';
import { signOnSentence } from '../../site/lib/staff/sign-on-words.ts';
import { post } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { cookiesOf, signedInAs, testPassword, withSession } from '../support/portal/staff.ts';
import { codeFor, wrongCode } from '../support/portal/totp.ts';
import { makeKey } from '../support/stand-ins/authenticator.ts';
import { client, openCrookedSignOn, openSignOn } from '../support/stand-ins/sign-on.ts';

const origin = 'http://localhost:4399';
const redirectUri = `${origin}/can-bo/dang-nhap/tro-lai`;
const settings = (issuer: string, more: Record<string, string> = {}) => ({
  PUBLIC_ORIGIN: origin,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
  OIDC_LABEL: 'Đăng nhập bằng tài khoản của tỉnh',
  ...more,
});

let provider: Awaited<ReturnType<typeof openSignOn>>;
let at: TestPortal;
let crooked: Awaited<ReturnType<typeof openCrookedSignOn>>;
let there: TestPortal;
beforeAll(async () => {
  provider = await openSignOn({ redirectUri, leftFor: `${origin}/can-bo/dang-nhap` });
  crooked = await openCrookedSignOn();
  const scope = { OIDC_SCOPE: 'openid email', OIDC_EMAIL_CLAIM: 'email', OIDC_SECOND_FACTOR: 'mfa, hwk' };
  at = await openTestPortal({ env: settings(provider.issuer, { ...scope, TOTP_ROLES: 'CVP' }) });
  there = await openTestPortal({ env: settings(crooked.issuer) });
});
afterAll(async () => {
  await Promise.all([at.close(), there.close()]);
  await Promise.all([provider.close(), crooked.close()]);
});

type Officer = { headers: Record<string, string>; cookie: string; id: string; email: string };
const ask = (portal: TestPortal, path: string, body: object, headers: Record<string, string> = {}) =>
  post(portal, `/api/auth/sign-on${path}`, body, headers);
const goBack = (portal: TestPortal, query: string, cookie: string) =>
  ask(portal, '/return', { query }, { cookie });
const outcomeOf = async (answer: ReturnType<typeof goBack>) => (await answer).body['outcome'];
const noted = async (portal: TestPortal, kind: string) =>
  (await portal.owner.selectFrom('securityEvents').selectAll().orderBy('id').execute()).filter(
    (one) => one.kind === kind,
  );
const isIn = async (portal: TestPortal, cookie: string) =>
  (await portal.clientWith({ cookie }).api.staff.me.$get()).status === 200;

/** Begins at a browser that nobody knows: where it goes, and its cookie. */
async function begin(portal: TestPortal, returnTo = '/can-bo') {
  const begun = await ask(portal, '/start', { returnTo });
  expect(begun.status).toBe(200);
  const url = String(begun.body['url']);
  const asked = new URL(url).searchParams;
  return { url, cookie: cookiesOf(begun), state: asked.get('state') ?? '', asked };
}
/** Ties the account of an open session to somebody at the real provider. */
async function link(officer: Officer, login: string, email = officer.email) {
  const begun = await ask(at, '/link', { password: testPassword }, officer.headers);
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  const query = await provider.visit(String(begun.body['url']), { login, email });
  return await outcomeOf(goBack(at, query, officer.cookie));
}
async function signIn(login: string, amr?: string[]) {
  const { url, cookie } = await begin(at, '/can-bo/theo-doi');
  return await goBack(at, await provider.visit(url, { login, ...(amr && { amr }) }), cookie);
}

describe('at a real provider', () => {
  test('who is tied comes in, with code, PKCE, state and nonce; nothing of them is kept or stands in an address', async () => {
    const officer = await signedInAs(at, 'TN', 'van-phong', 'mai');
    const stranger = await signIn('mai-o-tinh');
    expect([stranger.status, stranger.body]).toEqual([
      200,
      { outcome: 'unknown', returnTo: '', isLink: false },
    ]);
    expect(cookiesOf(stranger)).toBe('');
    expect(await link(officer, 'mai-o-tinh')).toBe('linked');
    const { asked } = await begin(at);
    expect([...asked.keys()].toSorted()).toEqual(
      'client_id code_challenge code_challenge_method nonce redirect_uri response_type scope state'.split(
        ' ',
      ),
    );
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{ client_id: client.id, redirect_uri: redirectUri, response_type: 'code', scope: 'openid email' },
      code_challenge_method: 'S256',
    });
    const passed = await signIn('mai-o-tinh');
    expect(passed.body).toEqual({ outcome: 'in', returnTo: '/can-bo/theo-doi', isLink: false });
    const { me, headers } = await withSession(at, cookiesOf(passed));
    expect(me).toMatchObject({ id: officer.id, role: 'TN' });
    expect((await noted(at, 'sign-in')).at(-1)).toMatchObject({
      actorId: officer.id,
      detail: { by: 'oidc' },
    });
    expect((await noted(at, 'sign-on-linked')).at(-1)?.actorId).toBe(officer.id);
    const left = await post(at, '/api/auth/sign-out', {}, headers);
    expect(left.body).toEqual({ done: true, isBySignOn: true });
    const leave = await (await at.client.api.auth['sign-on'].leave.$get()).json();
    const to = new URL('url' in leave ? (leave.url ?? '') : '');
    expect([to.pathname, Object.fromEntries(to.searchParams)]).toEqual([
      '/session/end',
      { client_id: client.id, post_logout_redirect_uri: `${origin}/can-bo/dang-nhap` },
    ]);
    const byPassword = await withSession(at, officer.cookie);
    expect((await post(at, '/api/auth/sign-out', {}, byPassword.headers)).body['isBySignOn']).toBe(false);
    const tables = ['staff_identities', 'staff_challenges', 'staff_accounts', 'security_events'];
    const { rows } = await sql<{ all: string }>`
      select string_agg(t, '') as all from (${sql.join(
        tables.map((name) => sql`select to_json(x)::text as t from ${sql.table(name)} x`),
        sql` union all `,
      )}) as rows`.execute(at.owner);
    expect(rows[0]?.all).not.toContain('mai-o-tinh');
  });

  test('asks the account for its own second factor; the one of the provider counts where the office says so', async () => {
    const officer = await signedInAs(at, 'CVP', 'van-phong', 'chief');
    await ask(at, '/link', { password: testPassword }, officer.headers);
    // Of a role that must have one, nothing is reached by a plain sign-on but the way to set it up.
    expect(await link(officer, 'chief')).toBe('linked');
    const plain = await withSession(at, cookiesOf(await signIn('chief', ['pwd'])));
    expect(plain.me).toMatchObject({ hasSecondFactor: false, needsSecondFactor: true });
    const strong = await withSession(at, cookiesOf(await signIn('chief', ['pwd', 'mfa'])));
    expect(strong.me).toMatchObject({ hasSecondFactor: false, needsSecondFactor: false });
    expect((await strong.client.api.staff.colleagues.$get()).status).toBe(200);
    expect((await noted(at, 'sign-in')).at(-1)?.detail).toEqual({ by: 'oidc', factor: 'oidc' });
    // With a passkey of its own the account asks for it.
    const begun = await post(at, '/api/auth/passkeys/ticket', { password: testPassword }, officer.headers);
    const { ticket } = begun.body;
    const creation = await post(at, '/api/auth/passkeys/creation', { ticket }, officer.headers);
    const key = makeKey(creation.body as never, { origin });
    const kept = { ticket, name: 'Điện thoại', response: key.response };
    expect((await post(at, '/api/auth/passkeys', kept, officer.headers)).status).toBe(200);
    const waits = await signIn('chief', ['pwd']);
    expect(waits.body['outcome']).toBe('second-step');
    const cookie = cookiesOf(waits);
    expect(await isIn(at, cookie)).toBe(false);
    const asked = await post(at, '/api/auth/passkeys/question', { for: 'second-step' }, { cookie });
    const response = key.signed(asked.body as never, { origin });
    const passed = await post(
      at,
      '/api/auth/passkeys/sign-in',
      { response },
      { cookie: `${cookie}; ${cookiesOf(asked)}` },
    );
    expect([passed.status, await isIn(at, cookiesOf(passed))]).toEqual([200, true]);
    expect((await signIn('chief', ['hwk'])).body['outcome']).toBe('in');
  });

  test('takes a code of the authenticator app as the second step', async () => {
    const officer = await signedInAs(at, 'XL', 'van-phong', 'coded');
    expect(await link(officer, 'coded')).toBe('linked');
    const second = '/api/auth/two-factor';
    const setup = await post(at, `${second}/enable`, { password: testPassword }, officer.headers);
    const uri = String(setup.body['totpUri']);
    const on = await post(at, `${second}/verify-totp`, { code: codeFor(uri) }, officer.headers);
    expect(on.status).toBe(200);
    const waits = await signIn('coded');
    expect(waits.body['outcome']).toBe('second-step');
    const verify = (code: string) =>
      post(at, `${second}/verify-totp`, { code }, { cookie: cookiesOf(waits) });
    expect((await verify(wrongCode(codeFor(uri, 1)))).status).toBe(422);
    const passed = await verify(codeFor(uri, 1));
    expect([passed.status, await isIn(at, cookiesOf(passed))]).toEqual([200, true]);
  });

  test('ties no account without its owner, nor to somebody who is tied already or has another e-mail', async () => {
    const one = await signedInAs(at, 'XL', 'van-phong', 'one');
    const two = await signedInAs(at, 'XL', 'van-phong', 'two');
    for (const proof of [{}, { password: 'sai mật khẩu rồi' }])
      expect((await ask(at, '/link', proof, one.headers)).status).toBe(422);
    expect((await ask(at, '/link', { password: testPassword })).status).toBe(401);
    expect((await ask(at, '/link', { password: testPassword }, { cookie: one.cookie })).status).toBe(403);
    expect(await link(one, 'shared', 'somebody@coquan.example')).toBe('mismatch');
    expect(await link(one, 'shared')).toBe('linked');
    expect(await link(two, 'shared')).toBe('taken');
    expect((await noted(at, 'sign-on-failed')).at(-1)).toMatchObject({
      actorId: two.id,
      detail: { code: 'taken' },
    });
    expect((await withSession(at, cookiesOf(await signIn('shared')))).id).toBe(one.id);
    // What was begun in one session ends nowhere else: not in another's, and not as a sign-in.
    const begun = await ask(at, '/link', { password: testPassword }, two.headers);
    const query = await provider.visit(String(begun.body['url']), { login: 'alone', email: two.email });
    expect(await outcomeOf(goBack(at, query, one.cookie))).toBe('refused');
    expect(await outcomeOf(goBack(at, query, ''))).toBe('refused');
    expect(await outcomeOf(goBack(at, query, two.cookie))).toBe('linked');
    // A later tie takes the place of the earlier one; untied, it opens nothing.
    expect(await link(two, 'later')).toBe('linked');
    expect((await signIn('alone')).body['outcome']).toBe('unknown');
    expect((await ask(at, '/unlink', { password: 'sai mật khẩu rồi' }, two.headers)).status).toBe(422);
    expect((await ask(at, '/unlink', { password: testPassword }, two.headers)).status).toBe(200);
    expect((await ask(at, '/unlink', { password: testPassword }, two.headers)).status).toBe(409);
    expect((await signIn('later')).body['outcome']).toBe('unknown');
  });

  test('lets in no closed account, and none whose password two officers have reset', async () => {
    const admin = await signedInAs(at, 'QT', 'van-phong', 'admin');
    const leader = await signedInAs(at, 'LD', 'lanh-dao', 'leader');
    const officer = await signedInAs(at, 'XL', 'van-phong', 'leaver');
    expect(await link(officer, 'leaver')).toBe('linked');
    const act = (step: object) => post(at, `/api/staff/accounts/${officer.id}/steps`, step, admin.headers);
    expect((await act({ step: 'close' })).status).toBe(200);
    const closed = await signIn('leaver');
    expect([closed.body['outcome'], cookiesOf(closed)]).toEqual(['refused', '']);
    expect((await act({ step: 'reopen' })).status).toBe(200);
    expect((await signIn('leaver')).body['outcome']).toBe('in');
    const seen = await admin.client.api.staff.accounts[':id'].$get({ param: { id: officer.id } });
    expect(await seen.json()).toMatchObject({ account: { hasSignOn: true } });
    await act({ step: 'ask-reset', kind: 'password', reason: 'Lộ mật khẩu (dữ liệu thử).' });
    const asks = await (await leader.client.api.staff.asks.$get()).json();
    const id = 'asks' in asks ? asks.asks[0]?.id : '';
    await post(at, `/api/staff/asks/${id}/decision`, { decision: 'confirm' }, leader.headers);
    expect((await signIn('leaver')).body['outcome']).toBe('unknown');
  });

  test('a code and its state are good once, where they were begun, in time; no means no', async () => {
    const officer = await signedInAs(at, 'XL', 'van-phong', 'again');
    expect(await link(officer, 'again')).toBe('linked');
    const { url, cookie } = await begin(at);
    const query = await provider.visit(url, { login: 'again' });
    const elsewhere = await begin(at);
    expect(await outcomeOf(goBack(at, query, elsewhere.cookie))).toBe('refused');
    const both = await Promise.all([goBack(at, query, cookie), goBack(at, query, cookie)]);
    expect(both.map(({ body }) => body['outcome']).toSorted()).toEqual(['in', 'refused']);
    expect(await outcomeOf(goBack(at, query, cookie))).toBe('refused');
    // The same code under a new state is the provider's to refuse.
    const code = new URLSearchParams(query).get('code');
    const fresh = await begin(at);
    const replayed = new URLSearchParams({ code: code ?? '', state: fresh.state, iss: provider.issuer });
    expect(await outcomeOf(goBack(at, replayed.toString(), fresh.cookie))).toBe('refused');
    const no = await begin(at);
    expect(await outcomeOf(goBack(at, await provider.visit(no.url, undefined), no.cookie))).toBe('denied');
    const slow = await begin(at);
    const late = await provider.visit(slow.url, { login: 'again' });
    at.clock.set('2026-03-02T08:10:01+07:00');
    expect(await outcomeOf(goBack(at, late, slow.cookie))).toBe('refused');
  });
});

describe('at a provider that says what it should not', () => {
  let officer: Officer;
  const back = async (forged: typeof crooked.says.forged, more: Record<string, string> = {}) => {
    const { state, asked, cookie } = await begin(there);
    Object.assign(crooked.says, { nonce: asked.get('nonce'), forged });
    const query = new URLSearchParams({ code: 'a code', state, ...more }).toString();
    return await goBack(there, query, cookie);
  };
  beforeAll(async () => {
    officer = await signedInAs(there, 'TN', 'van-phong', 'mai');
    const begun = await ask(there, '/link', { password: testPassword }, officer.headers);
    const asked = new URL(String(begun.body['url'])).searchParams;
    Object.assign(crooked.says, { nonce: asked.get('nonce'), forged: {} });
    const query = new URLSearchParams({ code: 'a code', state: asked.get('state') ?? '' }).toString();
    expect(await outcomeOf(goBack(there, query, officer.cookie))).toBe('linked');
  });

  test('a right token lets its person in', async () => {
    expect((await back({})).body['outcome']).toBe('in');
  });

  test.each([
    ['with another nonce', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['of another issuer', { claims: { iss: 'https://other.example' } }],
    ['for another client', { claims: { aud: 'somebody' } }],
    ['that is over', { claims: { exp: 1_700_000_000 } }],
    ['of tomorrow', { claims: { nbf: 4_000_000_000 } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['that nobody has signed', { header: { alg: 'none' } }],
    ['signed with the secret of the client', { header: { alg: 'HS256' } }],
    ['signed with another key', { otherKey: true }],
    ['under a key that it does not publish', { header: { kid: 'other' }, otherKey: true }],
  ])('a token %s lets nobody in', async (_, forged) => {
    const before = (await noted(there, 'sign-on-failed')).length;
    const refused = await back(forged);
    expect([refused.body['outcome'], await isIn(there, cookiesOf(refused))]).toEqual(['refused', false]);
    expect((await noted(there, 'sign-on-failed')).slice(before)).toMatchObject([
      { detail: { code: 'token' } },
    ]);
  });

  test('an answer of another issuer, with two states or none, is no answer', async () => {
    expect((await back({}, { iss: 'https://other.example' })).body['outcome']).toBe('refused');
    const { state, cookie, asked } = await begin(there);
    crooked.says.nonce = asked.get('nonce') ?? '';
    expect(await outcomeOf(goBack(there, `code=a&state=${state}&state=b`, cookie))).toBe('refused');
    for (const query of ['', 'code=a', `state=${'x'.repeat(5_000)}`, 'code=a&state=%00'])
      expect(await outcomeOf(goBack(there, query, cookie))).toBe('refused');
    expect((await goBack(there, 'x'.repeat(6_001), cookie)).status).toBe(422);
  });

  test('one that is away is told of, not waited for, and asked again after a while; passwords go on', async () => {
    expect((await back({ status: 503 })).body['outcome']).toBe('away');
    expect(crooked.says.discovered).toBe(1);
    const { state, cookie } = await begin(there);
    crooked.says.isAway = true;
    expect(await outcomeOf(goBack(there, `code=a&state=${state}`, cookie))).toBe('away');
    const gone = await openTestPortal({ env: settings('http://127.0.0.1:9') });
    expect((await ask(gone, '/start', { returnTo: '/can-bo' })).body).toEqual({ url: null });
    const { headers } = await signedInAs(gone, 'TN', 'van-phong', 'patient');
    expect((await ask(gone, '/link', { password: testPassword }, headers)).body).toEqual({ url: null });
    await gone.close();
    expect(signOnSentence(new URLSearchParams('loi-chung=away'))).toBe(
      'Hệ thống đăng nhập của cơ quan không trả lời. Vẫn đăng nhập được bằng e-mail và mật khẩu.',
    );
    expect(signOnSentence(new URLSearchParams('loi-chung=constructor'))).toBeUndefined();
  });
});

test('without a provider nothing is offered; settings that do not hold together stop the start with a sentence', async () => {
  const plain = await openTestPortal();
  expect(await (await plain.client.api.auth['sign-on'].$get()).json()).toEqual({ label: null });
  for (const [path, body] of [
    ['/start', { returnTo: '/can-bo' }],
    ['/return', { query: 'code=a&state=b' }],
  ] as const)
    expect((await ask(plain, path, body)).status).toBe(404);
  await plain.close();
  const { label } = (await (await at.client.api.auth['sign-on'].$get()).json()) as { label: string };
  expect(label).toBe('Đăng nhập bằng tài khoản của tỉnh');
  const whole = settings('https://dangnhap.example.vn');
  expect(() => readEnvironment({ ...whole, OIDC_CLIENT_SECRET: '' })).toThrow(
    'OIDC_CLIENT_SECRET: cần có khi đặt OIDC_ISSUER',
  );
  expect(() => readEnvironment({ ...whole, PUBLIC_ORIGIN: '' })).toThrow('PUBLIC_ORIGIN: cần có');
  expect(() => readEnvironment({ ...whole, OIDC_ISSUER: 'http://dangnhap.example.vn' })).toThrow(
    'phải là https',
  );
  expect(() => readEnvironment({ ...whole, OIDC_ISSUER: 'máy chủ' })).toThrow('OIDC_ISSUER: viết dạng https');
  for (const OIDC_ALGORITHMS of ['none', 'HS256', 'RS256,none'])
    expect(() => readEnvironment({ ...whole, OIDC_ALGORITHMS })).toThrow('OIDC_ALGORITHMS');
  expect(readEnvironment(whole)).toMatchObject({
    OIDC_ALGORITHMS: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    OIDC_SECOND_FACTOR: [],
  });
});
