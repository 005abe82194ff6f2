// Promises of passkeys: both factors by one of them, each question answered once and where it was asked, none added or taken
// away by who knows the password alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { cookiesOf, openAccount, signedInAs, testPassword, withSession } from '../support/portal/staff.ts';
import { codeFor } from '../support/portal/totp.ts';
import { makeKey, type Made } from '../support/stand-ins/authenticator.ts';

let at: TestPortal;
let admin: Awaited<ReturnType<typeof signedInAs>>;
let leader: typeof admin;
beforeAll(async () => {
  at = await openTestPortal({ env: { TOTP_ROLES: 'CVP' } });
  admin = await signedInAs(at, 'QT', 'van-phong', 'admin');
  leader = await signedInAs(at, 'LD', 'lanh-dao', 'leader');
});
afterAll(() => at.close());

type Officer = { headers: Record<string, string>; cookie: string };
const ask = async (path: string, body: object, headers: Record<string, string> = {}) =>
  await post(at, `/api/auth/passkeys${path}`, body, headers);
const noted = async (kind: string) =>
  (await at.owner.selectFrom('securityEvents').selectAll().orderBy('id').execute()).filter(
    (one) => one.kind === kind,
  );
const stored = () => at.owner.selectFrom('staffPasskeys').selectAll().execute();
const isIn = async (cookie: string) => (await at.clientWith({ cookie }).api.staff.me.$get()).status === 200;

/** Adds a passkey to the account of an open session; `proof` is the password where nothing else is said. */
async function add({ headers }: Officer, name = 'Điện thoại', proof: object = { password: testPassword }) {
  const begun = await ask('/ticket', proof, headers);
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  const { ticket } = begun.body;
  const options = (await ask('/creation', { ticket }, headers)).body as never;
  const key = makeKey(options);
  const kept = await ask('', { ticket, name, response: key.response }, headers);
  expect(kept.status, JSON.stringify(kept.body)).toBe(200);
  return { key, options, ticket };
}

/** Asks as a browser that nobody knows, or that waits for its second step, and signs the question. */
async function question(what: 'sign-in' | 'second-step' | 'proof', headers: Record<string, string> = {}) {
  const asked = await ask('/question', { for: what }, headers);
  return {
    status: asked.status,
    options: asked.body as never as { challenge: string; rpId: string; allowCredentials: { id: string }[] },
    cookie: [headers['cookie'], cookiesOf(asked)].filter(Boolean).join('; '),
  };
}
const bring = (response: string, cookie: string) => ask('/sign-in', { response }, { cookie });
async function signIn(key: Made, wish: Parameters<Made['signed']>[1] = {}) {
  const { options, cookie } = await question('sign-in');
  return await bring(key.signed(options, wish), cookie);
}
const byPassword = async (email: string) => {
  const answer = await at.client.api.auth['sign-in'].email.$post({ json: { email, password: testPassword } });
  return { said: await answer.json(), cookie: cookiesOf(answer) };
};

describe('a passkey', () => {
  test('signs its owner in alone, and is what the role must have as a second factor', async () => {
    const chief = await signedInAs(at, 'CVP', 'van-phong', 'chief');
    expect(chief.me).toMatchObject({ hasSecondFactor: false, needsSecondFactor: true });
    const elsewhere = await byPassword(chief.email);
    const { key } = await add(chief);
    // Whoever was in with the password alone is out; the session that added it goes on, and may work now.
    expect(await isIn(elsewhere.cookie)).toBe(false);
    expect((await chief.client.api.staff.colleagues.$get()).status).toBe(200);
    const passed = await signIn(key);
    expect(passed.status).toBe(200);
    const { me, client } = await withSession(at, cookiesOf(passed));
    expect(me).toMatchObject({ id: chief.id, hasSecondFactor: true, needsSecondFactor: false });
    const factors = await (await client.api.auth.passkeys.$get()).json();
    expect(factors).toEqual({
      passkeys: [
        {
          id: expect.any(String),
          name: 'Điện thoại',
          createdAt: '2026-03-02T01:00:00.000Z',
          lastUsedAt: '2026-03-02T01:00:00.000Z',
          synced: false,
        },
      ],
      hasCode: false,
      signOn: null,
    });
    expect((await noted('passkey-added')).map(({ actorId }) => actorId)).toContain(chief.id);
    expect((await noted('sign-in')).at(-1)).toMatchObject({
      actorId: chief.id,
      detail: { factor: 'passkey' },
    });
    const seen = await admin.client.api.staff.accounts[':id'].$get({ param: { id: chief.id } });
    expect(await seen.json()).toMatchObject({ account: { passkeys: 1, hasSecondFactor: true } });
  });

  test('is the second step after the password, which then opens nothing alone', async () => {
    const officer = await signedInAs(at, 'XL', 'van-phong', 'second');
    const { key } = await add(officer);
    const { said, cookie } = await byPassword(officer.email);
    expect(said).toEqual({ needsCode: true });
    expect(await isIn(cookie)).toBe(false);
    const step = await at.clientWith({ cookie }).api.auth['second-step'].$get();
    expect(await step.json()).toEqual({ code: false, passkey: true });
    const asked = await question('second-step', { cookie });
    expect(asked.options.allowCredentials).toHaveLength(1);
    const passed = await bring(key.signed(asked.options), asked.cookie);
    expect(passed.status).toBe(200);
    expect(await isIn(cookiesOf(passed))).toBe(true);
    // The log-in that waited is over with it.
    expect((await question('second-step', { cookie })).status).toBe(401);
    // Somebody else's key is no second step of this log-in.
    const other = await signedInAs(at, 'XL', 'van-phong', 'other');
    const { key: foreign } = await add(other);
    const again = await byPassword(officer.email);
    const waits = await question('second-step', { cookie: again.cookie });
    expect((await bring(foreign.signed(waits.options), waits.cookie)).status).toBe(401);
    expect((await noted('passkey-failed')).at(-1)?.detail).toEqual({ code: 'owner' });
  });

  test('of a stranger tells nothing: the question is the same for everybody, the refusal one sentence', async () => {
    const { options, cookie } = await question('sign-in');
    expect(options).toEqual({
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      timeout: 300_000,
      rpId: 'localhost',
      allowCredentials: [],
      userVerification: 'required',
    });
    expect(cookie).toMatch(/^minh-bach\.entrance=[\w-]{32}$/);
    const unknown = makeKey({ challenge: 'x', rp: { id: 'localhost' }, user: { id: 'eA' } });
    const refused = await bring(unknown.signed(options), cookie);
    expect([refused.status, refused.body['detail']]).toEqual([
      401,
      'Khóa truy cập này không dùng được ở đây, hoặc đã quá thời gian chờ. Hãy thử lại, hoặc dùng mật khẩu.',
    ]);
    const officer = await signedInAs(at, 'TN', 'van-phong', 'closed');
    const { key } = await add(officer);
    await post(at, `/api/staff/accounts/${officer.id}/steps`, { step: 'close' }, admin.headers);
    const closed = await signIn(key);
    expect([closed.status, closed.body['detail']]).toEqual([401, refused.body['detail']]);
    await post(at, `/api/staff/accounts/${officer.id}/steps`, { step: 'reopen' }, admin.headers);
    const bounds = { step: 'set-validity', validFrom: '', validUntil: '01/3/2026' };
    expect((await post(at, `/api/staff/accounts/${officer.id}/steps`, bounds, admin.headers)).status).toBe(
      200,
    );
    expect((await signIn(key)).status).toBe(401);
    const open = { step: 'set-validity', validFrom: '', validUntil: '' };
    await post(at, `/api/staff/accounts/${officer.id}/steps`, open, admin.headers);
    expect((await signIn(key)).status).toBe(200);
  });

  test('answers each question once, in time, from the browser that was asked, of two at one moment one', async () => {
    const { key } = await add(await signedInAs(at, 'TN', 'van-phong', 'once'));
    const { options, cookie } = await question('sign-in');
    const stranger = await question('sign-in');
    expect((await bring(key.signed(options), stranger.cookie)).status).toBe(401);
    expect((await bring(key.signed(options), '')).status).toBe(401);
    const answer = key.signed(options);
    const both = await Promise.all([bring(answer, cookie), bring(answer, cookie)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect((await bring(answer, cookie)).status).toBe(401);
    const late = await question('sign-in');
    at.clock.set('2026-03-02T08:05:01+07:00');
    expect((await bring(key.signed(late.options), late.cookie)).status).toBe(401);
    // A question to make a key, or to prove something in a session, lets nobody in.
    const inside = await signedInAs(at, 'TN', 'van-phong', 'inside');
    const { key: own } = await add(inside);
    const proof = await question('proof', inside.headers);
    expect((await bring(own.signed(proof.options), proof.cookie)).status).toBe(401);
  });

  test.each([
    ['of another site', { origin: 'http://localhost.example' }],
    ['kept for another name', { rpId: 'example.vn' }],
    ['without the user verified', { isVerified: false }],
    ['out of a frame of another site', { crossOrigin: true }],
    ['to another kind of question', { type: 'webauthn.create' }],
    ['for another user', { userHandle: 'eA' }],
    ['for no user', { userHandle: '' }],
  ])('an answer %s is refused', async (name, wish) => {
    const officer = await signedInAs(at, 'TN', 'van-phong', `wrong-${name.replaceAll(' ', '-')}`);
    const { key } = await add(officer);
    const before = (await noted('passkey-failed')).length;
    expect((await signIn(key, wish)).status).toBe(401);
    expect((await noted('passkey-failed')).length).toBe(before + 1);
    expect((await signIn(key)).status).toBe(200);
  });

  test('whose counter goes back is refused and written down', async () => {
    const officer = await signedInAs(at, 'TN', 'van-phong', 'copied');
    const { key } = await add(officer);
    expect((await signIn(key, { signCount: 40 })).status).toBe(200);
    for (const signCount of [40, 39, 0]) expect((await signIn(key, { signCount })).status).toBe(401);
    expect((await noted('passkey-failed')).at(-1)).toMatchObject({
      subjectId: officer.id,
      detail: { code: 'counter' },
    });
    expect((await signIn(key, { signCount: 41 })).status).toBe(200);
    const still = await signedInAs(at, 'TN', 'van-phong', 'uncounted');
    const begun = await ask('/ticket', { password: testPassword }, still.headers);
    const { ticket } = begun.body;
    const made = makeKey((await ask('/creation', { ticket }, still.headers)).body as never, { signCount: 0 });
    await ask('', { ticket, name: 'Không đếm', response: made.response }, still.headers);
    for (let use = 0; use < 2; use++) expect((await signIn(made, { signCount: 0 })).status).toBe(200);
  });
});

describe('adding and taking away', () => {
  test('asks again who it is: the password, and a code or a passkey where the account has one', async () => {
    const officer = await signedInAs(at, 'XL', 'van-phong', 'strict');
    const rows = (await stored()).length;
    for (const [proof, pointer] of [
      [{}, '/password'],
      [{ password: 'sai mật khẩu rồi' }, '/password'],
      [{ response: 'không phải JSON' }, '/response'],
      [{ response: '{"id":"a b"}' }, '/response/id'],
    ] as const) {
      const { status, body } = await ask('/ticket', proof, officer.headers);
      expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    }
    expect((await ask('/ticket', { password: testPassword })).status).toBe(401);
    expect((await ask('/ticket', { password: testPassword }, { cookie: officer.cookie })).status).toBe(403);
    const { key } = await add(officer);
    // From now on the password alone adds nothing: neither a passkey nor an authenticator app.
    for (const path of ['/api/auth/passkeys/ticket', '/api/auth/two-factor/enable']) {
      const { status, body } = await post(at, path, { password: testPassword }, officer.headers);
      expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/password']);
    }
    const prove = async (by = key) => by.signed((await question('proof', officer.headers)).options as never);
    const { key: foreign } = await add(await signedInAs(at, 'XL', 'van-phong', 'thief'));
    expect((await ask('/ticket', { response: await prove(foreign) }, officer.headers)).status).toBe(422);
    await add(officer, 'Khóa bảo mật', { response: await prove() });
    const enabled = await post(
      at,
      '/api/auth/two-factor/enable',
      { password: testPassword, response: await prove() },
      officer.headers,
    );
    const code = codeFor(String(enabled.body['totpUri']));
    const on = await post(at, '/api/auth/two-factor/verify-totp', { code }, officer.headers);
    expect(on.status).toBe(200);
    expect(await isIn(officer.cookie)).toBe(true);
    const list = await (await officer.client.api.auth.passkeys.$get()).json();
    if (!('passkeys' in list)) throw new Error('no list');
    expect([list.hasCode, list.passkeys.map(({ name }) => name)]).toEqual([
      true,
      ['Điện thoại', 'Khóa bảo mật'],
    ]);
    const [first, second] = list.passkeys.map(({ id }) => id);
    const remove = (id = '', proof: object = {}) => ask(`/${id}/removal`, proof, officer.headers);
    expect((await remove(first, { password: testPassword })).status).toBe(422);
    const [recovery] = enabled.body['recoveryCodes'] as string[];
    const strangers = await signedInAs(at, 'XL', 'van-phong', 'stranger');
    expect((await ask(`/${first}/removal`, { password: testPassword }, strangers.headers)).status).toBe(404);
    const withKey = cookiesOf(await signIn(key));
    expect((await remove(first, { password: testPassword, code: recovery })).status).toBe(200);
    // What the key has opened ends with it, and it opens nothing more.
    expect([await isIn(withKey), (await signIn(key)).status]).toEqual([false, 401]);
    // The app goes, the other passkey stays the second factor; at no moment is there none.
    const off = { password: testPassword, code: (enabled.body['recoveryCodes'] as string[])[1] };
    const turnedOff = await post(at, '/api/auth/two-factor/disable', off, officer.headers);
    expect(turnedOff.status).toBe(200);
    const { me, headers } = await withSession(at, cookiesOf(turnedOff));
    expect(me.hasSecondFactor).toBe(true);
    expect((await byPassword(officer.email)).said).toEqual({ needsCode: true });
    expect((await ask(`/${second}/removal`, { password: testPassword }, headers)).status).toBe(422);
    expect((await stored()).length).toBe(rows + 2);
  });

  test('the last one away turns the second factor off', async () => {
    const officer = await signedInAs(at, 'XL', 'van-phong', 'last');
    const { key } = await add(officer);
    const list = await (await officer.client.api.auth.passkeys.$get()).json();
    const id = 'passkeys' in list ? list.passkeys[0]?.id : undefined;
    const { options } = await question('proof', officer.headers);
    const gone = await ask(`/${id}/removal`, { response: key.signed(options) }, officer.headers);
    expect(gone.status).toBe(200);
    expect((await byPassword(officer.email)).said).toEqual({ needsCode: false });
    expect((await noted('second-factor-off')).at(-1)?.actorId).toBe(officer.id);
  });

  test('takes no key that was made for another question, site or session, twice, or with certificates', async () => {
    const officer = await signedInAs(at, 'XL', 'van-phong', 'maker');
    const other = await signedInAs(at, 'XL', 'van-phong', 'other-maker');
    const { ticket } = (await ask('/ticket', { password: testPassword }, officer.headers)).body;
    const creation = async () => (await ask('/creation', { ticket }, officer.headers)).body as never;
    const keep = (response: string, headers = officer.headers) =>
      ask('', { ticket, name: 'Khóa thử', response }, headers);
    expect((await ask('/creation', { ticket }, other.headers)).status).toBe(409);
    for (const wish of [
      { origin: 'https://coquan.example' },
      { rpId: 'coquan.example' },
      { isVerified: false },
      { challenge: 'A'.repeat(43) },
      { type: 'webauthn.get' },
      { fmt: 'packed' },
    ] as const) {
      const { status, body } = await keep(makeKey(await creation(), wish).response);
      expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/name']);
    }
    const { response } = makeKey(await creation());
    expect((await keep(response, other.headers)).status).toBe(422);
    const unnamed = await ask('', { ticket, name: ' ', response }, officer.headers);
    expect([unnamed.status, unnamed.body.errors?.[0]?.pointer]).toEqual([422, '/name']);
    expect((await keep(response)).status).toBe(200);
    expect((await keep(response)).status).toBe(422);
    // The ticket is spent too.
    expect((await ask('/creation', { ticket }, officer.headers)).status).toBe(409);
  });

  test('a reset by two officers takes passkeys away as well', async () => {
    const officer = await signedInAs(at, 'XL', 'van-phong', 'lost');
    const { key } = await add(officer);
    const asked = { step: 'ask-reset', kind: 'second-factor', reason: 'Mất điện thoại (dữ liệu thử).' };
    const steps = `/api/staff/accounts/${officer.id}/steps`;
    expect((await post(at, steps, asked, admin.headers)).status).toBe(200);
    const asks = await (await leader.client.api.staff.asks.$get()).json();
    const id = 'asks' in asks ? asks.asks.find(({ subjectId }) => subjectId === officer.id)?.id : undefined;
    const yes = { decision: 'confirm' };
    expect((await post(at, `/api/staff/asks/${id}/decision`, yes, leader.headers)).status).toBe(200);
    expect((await signIn(key)).status).toBe(401);
    expect((await byPassword(officer.email)).said).toEqual({ needsCode: false });
    expect((await stored()).filter(({ userId }) => userId === officer.id)).toEqual([]);
  });

  test('a password given by somebody else adds none', async () => {
    const email = await openAccount(at, 'given', 'XL');
    await at.owner
      .updateTable('staffUsers')
      .set({ mustChangePassword: true })
      .where('email', '=', email)
      .execute();
    const { headers } = await withSession(at, (await byPassword(email)).cookie);
    const refused = await ask('/ticket', { password: testPassword }, headers);
    expect([refused.status, refused.body['code']]).toEqual([403, 'password-change-required']);
  });
});

test('the address says for which name browsers keep the key, and where they keep none', async () => {
  const secure = await openTestPortal({ env: { PUBLIC_ORIGIN: 'https://dichvu.example.vn' } });
  const asked = await post(secure, '/api/auth/passkeys/question', { for: 'sign-in' });
  expect(asked.body['rpId']).toBe('dichvu.example.vn');
  expect(asked.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^__Host-minh-bach\.entrance=[\w-]{32}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ),
  ]);
  await secure.close();
  const bare = await openTestPortal({ env: { PUBLIC_ORIGIN: 'http://10.0.0.7:4321' } });
  const refused = await post(bare, '/api/auth/passkeys/question', { for: 'sign-in' });
  expect([refused.status, refused.body['detail']]).toEqual([
    400,
    'Khóa truy cập chỉ dùng được khi cổng có tên miền và https. Hãy đăng nhập bằng mật khẩu.',
  ]);
  await bare.close();
});
