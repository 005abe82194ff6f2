// Promises of the second factor: voluntary for all, required where TOTP_ROLES says so.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { cookiesOf, signedInAs, testPassword, withSession } from '../support/portal/staff.ts';
import { codeFor, wrongCode } from '../support/portal/totp.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal({ env: { TOTP_ROLES: 'QT, LD' } });
});
afterAll(() => portal.close());

type SignedIn = Awaited<ReturnType<typeof signedInAs>>;

async function turnOn({ client }: SignedIn) {
  const answer = await client.api.auth['two-factor'].enable.$post({ json: { password: testPassword } });
  const setup = await answer.json();
  if (!('totpUri' in setup)) throw new Error('no set-up');
  const code = codeFor(setup.totpUri);
  const verified = await client.api.auth['two-factor']['verify-totp'].$post({ json: { code } });
  expect(verified.status).toBe(200);
  return { ...setup, code, cookie: cookiesOf(verified) };
}

const signInAgain = async (email: string) => {
  const answer = await portal.client.api.auth['sign-in'].email.$post({
    json: { email, password: testPassword },
  });
  return { said: await answer.json(), client: portal.clientWith({ cookie: cookiesOf(answer) }) };
};

test('a role that must have it reaches nothing but the way to turn it on', async () => {
  const admin = await signedInAs(portal, 'LD', 'van-phong', 'must');
  expect(admin.me).toMatchObject({ hasSecondFactor: false, needsSecondFactor: true });
  const refused = await admin.client.api.staff.colleagues.$get();
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({
    code: 'second-factor-required',
    detail: 'Hãy bật xác thực hai lớp tại /can-bo/bao-mat.',
  });
  const { cookie } = await turnOn(admin);
  const client = portal.clientWith({ cookie });
  expect(await (await client.api.staff.me.$get()).json()).toMatchObject({
    hasSecondFactor: true,
    needsSecondFactor: false,
  });
  expect((await client.api.staff.colleagues.$get()).status).toBe(200);
});

test('a role that need not have it works without', async () => {
  const officer = await signedInAs(portal, 'TN', 'van-phong', 'free');
  expect(officer.me).toMatchObject({ hasSecondFactor: false, needsSecondFactor: false });
  expect((await officer.client.api.staff.colleagues.$get()).status).toBe(200);
});

test('it is on only after a right code', async () => {
  const officer = await signedInAs(portal, 'TN', 'van-phong', 'halfway');
  const refused = await officer.client.api.auth['two-factor'].enable.$post({ json: { password: 'sai' } });
  expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/password' }] });
  const answer = await officer.client.api.auth['two-factor'].enable.$post({
    json: { password: testPassword },
  });
  const setup = await answer.json();
  if (!('totpUri' in setup)) throw new Error('no set-up');
  expect(setup.recoveryCodes).toHaveLength(10);
  const wrong = await officer.client.api.auth['two-factor']['verify-totp'].$post({
    json: { code: wrongCode(codeFor(setup.totpUri)) },
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.json()).toMatchObject({ errors: [{ pointer: '/code' }] });
  expect((await signInAgain(officer.email)).said).toEqual({ needsCode: false });
});

test('once on, the password alone opens nothing; the code does', async () => {
  const officer = await signedInAs(portal, 'XL', 'van-phong', 'careful');
  const { totpUri } = await turnOn(officer);
  const { said, client } = await signInAgain(officer.email);
  expect(said).toEqual({ needsCode: true });
  expect((await client.api.staff.me.$get()).status).toBe(401);
  // The code that turned it on is used up: the next one.
  const right = codeFor(totpUri, 1);
  const verify = (code: string) => client.api.auth['two-factor']['verify-totp'].$post({ json: { code } });
  expect((await verify(wrongCode(right))).status).toBe(422);
  const passed = await verify(`${right.slice(0, 3)} ${right.slice(3)}`);
  expect(passed.status).toBe(200);
  expect((await portal.clientWith({ cookie: cookiesOf(passed) }).api.staff.me.$get()).status).toBe(200);
});

test('a recovery code works once', async () => {
  const officer = await signedInAs(portal, 'XL', 'van-phong', 'phoneless');
  const { recoveryCodes } = await turnOn(officer);
  const use = async () => {
    const { client } = await signInAgain(officer.email);
    const json = { code: ` ${recoveryCodes[0]?.toUpperCase()} ` };
    return client.api.auth['two-factor']['verify-backup-code'].$post({ json });
  };
  expect((await use()).status).toBe(200);
  const again = await use();
  expect(again.status).toBe(422);
  expect(await again.json()).toMatchObject({
    errors: [{ pointer: '/code', detail: 'Mã khôi phục không đúng hoặc đã dùng.' }],
  });
});

test('five wrong codes end the attempt, ten lock the second step', async () => {
  const officer = await signedInAs(portal, 'XL', 'van-phong', 'besieged');
  const { totpUri } = await turnOn(officer);
  const statuses: number[] = [];
  for (let round = 0; round < 3; round++) {
    const { client } = await signInAgain(officer.email);
    for (let guess = 0; guess < 6; guess++) {
      const code = wrongCode(codeFor(totpUri));
      statuses.push((await client.api.auth['two-factor']['verify-totp'].$post({ json: { code } })).status);
    }
  }
  expect(statuses).toEqual([
    422, 422, 422, 422, 422, 401, 422, 422, 422, 422, 422, 429, 429, 429, 429, 429, 429, 429,
  ]);
});

test('a code works once, at the log-in too, and of two at the same moment one is refused', async () => {
  const officer = await signedInAs(portal, 'XL', 'van-phong', 'overlooked');
  const { totpUri, code: first } = await turnOn(officer);
  const verify = async (code: string) => {
    const { client } = await signInAgain(officer.email);
    return client.api.auth['two-factor']['verify-totp'].$post({ json: { code } });
  };
  const replayed = await verify(first);
  expect(replayed.status).toBe(422);
  expect(await replayed.json()).toMatchObject({
    errors: [{ pointer: '/code', detail: expect.stringMatching(/^Mã này đã dùng rồi\./) }],
  });
  const next = codeFor(totpUri, 1);
  const twins = await Promise.all([verify(next), verify(next)]);
  expect(twins.map(({ status }) => status as number).sort()).toEqual([200, 422]);
  expect((await verify(next)).status).toBe(422);
  // An earlier code than the last one taken is past as well.
  expect((await verify(codeFor(totpUri))).status).toBe(422);
});

test('sessions from before it do not survive it', async () => {
  const officer = await signedInAs(portal, 'XL', 'van-phong', 'cautious');
  const elsewhere = await signInAgain(officer.email);
  expect((await elsewhere.client.api.staff.me.$get()).status).toBe(200);
  const { cookie } = await turnOn(officer);
  expect((await elsewhere.client.api.staff.me.$get()).status).toBe(401);
  expect((await portal.clientWith({ cookie: officer.cookie }).api.staff.me.$get()).status).toBe(401);
  expect((await portal.clientWith({ cookie }).api.staff.me.$get()).status).toBe(200);
});

test('turning it off needs the password and a code, or a recovery code', async () => {
  const officer = await signedInAs(portal, 'XL', 'van-phong', 'tired');
  const { cookie, code: used, recoveryCodes } = await turnOn(officer);
  const { client } = await withSession(portal, cookie);
  const off = (password: string, code: string) =>
    client.api.auth['two-factor'].disable.$post({ json: { password, code } });
  const [recovery = ''] = recoveryCodes;
  expect((await off('sai', recovery)).status).toBe(422);
  expect((await off(testPassword, '')).status).toBe(422);
  expect((await off(testPassword, used)).status).toBe(422);
  expect((await off(testPassword, 'aaaaa-aaaaa')).status).toBe(422);
  expect(await (await client.api.staff.me.$get()).json()).toMatchObject({ hasSecondFactor: true });
  const done = await off(testPassword, recovery);
  expect(done.status).toBe(200);
  const me = await portal.clientWith({ cookie: cookiesOf(done) }).api.staff.me.$get();
  expect(await me.json()).toMatchObject({ hasSecondFactor: false });
  expect((await portal.clientWith({ cookie }).api.staff.me.$get()).status).toBe(401);
});

test('nobody sees the key of a second factor again with the password alone', async () => {
  const path = '/api/auth/two-factor/get-totp-uri';
  expect((await portal.request(path, { method: 'POST', body: '{}' })).status).toBe(404);
});

test('neither the key nor the recovery codes are stored in clear', async () => {
  const officer = await signedInAs(portal, 'XL', 'van-phong', 'sealed');
  const { recoveryCodes } = await turnOn(officer);
  const rows = await portal.portal.db.selectFrom('staffTwoFactors').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(recoveryCodes[0]);
});
