// Promises of running accounts: invited by a one-use link, good between two days, reset by two officers' word, never without
// an administrator; every act in the security log.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiClient } from '../../api/client.ts';
import { deviceKind, deviceWords } from '../../api/staff/tools/device-words.ts';
import { readEnvironment } from '../../api/portal/env.ts';
import { post } from '../support/portal/case.ts';
import { forgetJobs, runJobs } from '../support/portal/jobs.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { cookiesOf, openAccount, signedInAs, testPassword, withSession } from '../support/portal/staff.ts';
import { openMailbox } from '../support/stand-ins/mailbox.ts';
import { codeFor } from '../support/portal/totp.ts';

const newPassword = 'năm cây dừa bên bờ biển';
let at: TestPortal;
let admin: Awaited<ReturnType<typeof signedInAs>>;
let leader: typeof admin;
beforeAll(async () => {
  at = await openTestPortal();
  admin = await signedInAs(at, 'QT', 'van-phong', 'admin');
  leader = await signedInAs(at, 'LD', 'lanh-dao', 'leader');
});
afterAll(() => at.close());
beforeEach(() => at.clock.set('2026-03-02T08:00:00+07:00'));

const act = (id: string, step: object, headers = admin.headers) =>
  post(at, `/api/staff/accounts/${id}/steps`, step, headers);
const signIn = (email: string, password: string, portal = at) =>
  portal.client.api.auth['sign-in'].email.$post({ json: { email, password } });
const setPassword = (token: string, password: string, portal = at) =>
  portal.client.api.auth.links.$post({ json: { token, newPassword: password } });
const tokenIn = (text: string) => /[?&]ma=([\w-]+)/.exec(text)?.[1] ?? '';
const isIn = async (cookie: string) => (await at.clientWith({ cookie }).api.staff.me.$get()).status === 200;
const eventsAbout = async (id: string) =>
  (await at.owner.selectFrom('securityEvents').selectAll().orderBy('id').execute())
    .filter(({ subjectId, actorId }) => subjectId === id || (actorId === id && subjectId === null))
    .map(({ kind, detail }) => [kind, detail]);
const viewOf = async (id: string) => {
  const answer = await admin.client.api.staff.accounts[':id'].$get({ param: { id } });
  if (answer.status !== 200) throw new Error(String(answer.status));
  return await answer.json();
};
async function invited(name: string, role = 'TN') {
  const said = { email: `${name}@coquan.example`, name: `${name} (thử)`, role, unit: 'van-phong' };
  const { status, body } = await post(at, '/api/staff/accounts', said, admin.headers);
  expect(status).toBe(201);
  const { id } = await at.owner
    .selectFrom('staffUsers')
    .select('id')
    .where('email', '=', said.email)
    .executeTakeFirstOrThrow();
  return { ...said, id, token: tokenIn(String(body['link'])), told: body };
}

describe('an invitation', () => {
  test('without a mail server is told once to who invites; its owner sets the first password with it, once', async () => {
    const one = await invited('moi');
    expect(one.told).toEqual({
      email: 'moi@coquan.example',
      link: expect.stringContaining('/can-bo/dat-mat-khau?ma='),
      until: '2026-03-03T01:00:00.000Z',
    });
    expect(JSON.stringify(await viewOf(one.id))).not.toContain(one.token);
    expect((await viewOf(one.id)).account).toMatchObject({ state: 'invited', linkUntil: one.told['until'] });
    const seen = await at.client.api.auth.links[':token'].$get({ param: { token: one.token } });
    expect([seen.status, await seen.json()]).toEqual([
      200,
      { name: 'moi (thử)', email: 'moi@coquan.example', kind: 'invitation', until: one.told['until'] },
    ]);
    for (const [password, pointer] of [
      ['ngắn', '/newPassword'],
      ['moi@coquan.example', '/newPassword'],
    ] as const) {
      const refused = await setPassword(one.token, password);
      expect([refused.status, await refused.json()]).toEqual([
        422,
        expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
      ]);
    }
    const set = await setPassword(one.token, newPassword);
    expect([set.status, await set.json()]).toEqual([200, { email: one.email, mayEnter: true }]);
    const { me } = await withSession(at, cookiesOf(await signIn(one.email, newPassword)));
    expect(me).toMatchObject({ role: 'TN', unit: 'van-phong', needsPasswordChange: false });
    expect((await setPassword(one.token, 'bốn con vịt xiêm qua cầu')).status).toBe(404);
    expect((await signIn(one.email, newPassword)).status).toBe(200);
    expect((await viewOf(one.id)).account).toMatchObject({ state: 'open', linkUntil: null });
    expect(await eventsAbout(one.id)).toEqual([
      ['account-opened', { to: 'TN, van-phong' }],
      ['invited', {}],
      ['invitation-taken', {}],
      ['sign-in', {}],
      ['sign-in', { known: 'network' }],
    ]);
  });

  test('ends after its hours, when a newer one is made, and when the account is closed', async () => {
    const late = await invited('tre');
    at.clock.set('2026-03-03T08:00:01+07:00');
    expect((await setPassword(late.token, newPassword)).status).toBe(404);
    const again = await act(late.id, { step: 'invite-again' });
    const token = tokenIn(String((again.body['told'] as { link: string }).link));
    expect((await act(late.id, { step: 'invite-again' })).status).toBe(200);
    expect((await setPassword(token, newPassword)).status).toBe(404);
    const closed = await invited('dong');
    expect((await act(closed.id, { step: 'close' })).status).toBe(200);
    expect((await setPassword(closed.token, newPassword)).status).toBe(404);
    for (const token of [
      'x',
      late.token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
      'a'.repeat(48),
    ])
      expect((await setPassword(token, newPassword)).status).toBe(404);
  });

  test('of two at the same moment sets one password', async () => {
    const one = await invited('hai-lan');
    const both = await Promise.all([
      setPassword(one.token, newPassword),
      setPassword(one.token, 'bốn con vịt xiêm qua cầu'),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  test('refuses an address that has an account, at its field', async () => {
    const email = await openAccount(at, 'da-co', 'TN');
    const said = { email, name: 'Trùng', role: 'TN', unit: 'van-phong' };
    const { status, body } = await post(at, '/api/staff/accounts', said, admin.headers);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/email']);
  });

  test('with a mail server goes to its owner alone', async () => {
    const mailbox = await openMailbox();
    const own = await openTestPortal({
      env: { SMTP_URL: mailbox.url, PUBLIC_ORIGIN: 'https://coquan.example' },
    });
    const inviter = await signedInAs(own, 'QT', 'van-phong', 'inviter');
    await forgetJobs(own.portal);
    const said = { email: 'thu@coquan.example', name: 'Văn thư', role: 'TN', unit: 'van-phong' };
    const { body } = await post(own, '/api/staff/accounts', said, inviter.headers);
    expect(body['link']).toBeNull();
    expect(await runJobs(own.portal)).toEqual(['staff-letter done']);
    const [letter] = mailbox.letters;
    expect(letter).toMatchObject({ to: ['thu@coquan.example'] });
    const text = letter?.text ?? '';
    expect(text).toContain('inviter đã mở tài khoản cán bộ cho Ông/Bà');
    expect((await setPassword(tokenIn(text), newPassword, own)).status).toBe(200);
    expect((await signIn(said.email, newPassword, own)).status).toBe(200);
    await own.close();
    await mailbox.close();
  });
});

describe('an account', () => {
  test('lets in from its first day to its last, and nobody before or after; its sessions end with it', async () => {
    const officer = await signedInAs(at, 'XL', 'quan-ly-cong-nghe', 'co-han');
    const dated = { step: 'set-validity', validFrom: '05/3/2026', validUntil: '2026-03-10' };
    expect((await act(officer.id, { ...dated, validUntil: '04/03/2026' })).body.errors).toEqual([
      { pointer: '/validUntil', detail: 'Ngày cuối phải từ ngày đầu trở đi.' },
    ]);
    expect((await act(officer.id, { ...dated, validFrom: '31/02/2026' })).body.errors).toEqual([
      {
        pointer: '/validFrom',
        detail: 'Ghi đủ ngày, tháng, năm của một ngày có thật, ví dụ 05/01/2026.',
      },
    ]);
    expect(await isIn(officer.cookie)).toBe(true);
    expect((await act(officer.id, dated)).status).toBe(200);
    expect(await isIn(officer.cookie)).toBe(false);
    expect((await signIn(officer.email, testPassword)).status).toBe(401);
    expect((await viewOf(officer.id)).account.state).toBe('not-yet');
    const colleagues = async () => {
      const answer = await leader.client.api.staff.colleagues.$get();
      return JSON.stringify(await answer.json()).includes(officer.id);
    };
    expect(await colleagues()).toBe(false);
    at.clock.set('2026-03-05T00:00:01+07:00');
    const cookie = cookiesOf(await signIn(officer.email, testPassword));
    expect([await isIn(cookie), await colleagues()]).toEqual([true, true]);
    at.clock.set('2026-03-10T23:59:59+07:00');
    expect(await isIn(cookie)).toBe(true);
    at.clock.set('2026-03-11T00:00:01+07:00');
    expect([await isIn(cookie), await colleagues()]).toEqual([false, false]);
    expect((await signIn(officer.email, testPassword)).status).toBe(401);
    expect((await viewOf(officer.id)).account.state).toBe('over');
    expect((await act(officer.id, { step: 'set-validity', validFrom: '', validUntil: '' })).status).toBe(200);
    expect((await signIn(officer.email, testPassword)).status).toBe(200);
  });

  test('is closed, reopened and given other rights; each ends the sessions and is an event', async () => {
    const officer = await signedInAs(at, 'TN', 'van-phong', 'moved');
    expect((await act(officer.id, { step: 'change-rights', role: 'XL', unit: 'khong-co' })).status).toBe(422);
    expect(await isIn(officer.cookie)).toBe(true);
    expect((await act(officer.id, { step: 'change-rights', role: 'CVP', unit: 'van-phong' })).status).toBe(
      200,
    );
    expect(await isIn(officer.cookie)).toBe(false);
    const cookie = cookiesOf(await signIn(officer.email, testPassword));
    expect((await act(officer.id, { step: 'close' })).status).toBe(200);
    expect(await isIn(cookie)).toBe(false);
    expect((await act(officer.id, { step: 'close' })).status).toBe(409);
    expect((await signIn(officer.email, testPassword)).status).toBe(401);
    expect((await act(officer.id, { step: 'reopen' })).status).toBe(200);
    expect((await signIn(officer.email, testPassword)).status).toBe(200);
    expect(await eventsAbout(officer.id)).toEqual([
      ['account-opened', { to: 'TN, van-phong', by: 'bài thử' }],
      ['sign-in', {}],
      ['rights-changed', { from: 'TN, van-phong', to: 'CVP, van-phong' }],
      ['sign-in', { known: 'network' }],
      ['account-closed', {}],
      ['sign-in-failed', {}],
      ['account-reopened', {}],
      ['sign-in', { known: 'network' }],
    ]);
  });

  test('is the administrator’s, and not for the own one', async () => {
    const before = await at.owner.selectFrom('staffUsers').selectAll().orderBy('id').execute();
    expect((await act(admin.id, { step: 'close' })).status).toBe(409);
    expect((await act(admin.id, { step: 'close' }, leader.headers)).status).toBe(403);
    expect((await at.request('/api/staff/accounts', { headers: leader.headers })).status).toBe(403);
    expect(await at.owner.selectFrom('staffUsers').selectAll().orderBy('id').execute()).toEqual(before);
  });

  test('of the last administrator without a last day stays as it is, also where two shut each other out at once', async () => {
    const other = await signedInAs(at, 'QT', 'van-phong', 'quan-tri-hai');
    const dated = { step: 'set-validity', validFrom: '', validUntil: '31/12/2026' };
    const both = await Promise.all([
      act(other.id, { step: 'close' }),
      act(admin.id, { step: 'close' }, other.headers),
    ]);
    // Whichever comes second has no session any more, or finds itself alone.
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    await at.owner.updateTable('staffUsers').set({ active: true }).where('role', '=', 'QT').execute();
    admin = { ...admin, ...(await withSession(at, cookiesOf(await signIn(admin.email, testPassword)))) };
    const second = await withSession(at, cookiesOf(await signIn(other.email, testPassword)));
    expect((await act(admin.id, dated, second.headers)).status).toBe(200);
    const again = await withSession(at, cookiesOf(await signIn(admin.email, testPassword)));
    for (const step of [
      dated,
      { step: 'close' },
      { step: 'change-rights', role: 'TN', unit: 'van-phong' },
    ] as const)
      expect((await act(other.id, step, again.headers)).body['detail']).toContain(
        'quản trị hệ thống cuối cùng',
      );
    await at.owner.updateTable('staffUsers').set({ validUntil: null }).where('role', '=', 'QT').execute();
    admin = { ...admin, ...again };
  });
});

describe('a reset', () => {
  test('of a password needs a second officer; then the old one is dead and a link sets the new one', async () => {
    const officer = await signedInAs(at, 'MC', 'van-phong', 'quen');
    expect((await act(officer.id, { step: 'ask-reset', kind: 'password', reason: 'x' })).body.errors).toEqual(
      [{ pointer: '/reason', detail: 'Ghi vì sao cần, ít nhất 5 ký tự; người xác nhận đọc lời này.' }],
    );
    const ask = { step: 'ask-reset', kind: 'password', reason: 'Gọi điện xin đặt lại.' };
    expect((await act(officer.id, ask)).status).toBe(200);
    expect((await act(officer.id, ask)).status).toBe(409);
    expect(await isIn(officer.cookie)).toBe(true);
    const asks = async (headers: Record<string, string>) => {
      const answer = await at.request('/api/staff/asks', { headers });
      return ((await answer.json()) as { asks: { id: string; mayConfirm: boolean }[] }).asks;
    };
    const [open] = await asks(admin.headers);
    expect(open).toMatchObject({ subjectId: officer.id, reason: ask.reason, mayConfirm: false });
    const id = open?.id ?? '';
    const decide = (decision: string, headers: Record<string, string>) =>
      post(at, `/api/staff/asks/${id}/decision`, { decision }, headers);
    expect((await decide('confirm', admin.headers)).status).toBe(409);
    expect((await decide('confirm', officer.headers)).status).toBe(403);
    expect((await decide('mo', leader.headers)).body.errors?.[0]?.pointer).toBe('/decision');
    expect((await asks(leader.headers))[0]).toMatchObject({ mayConfirm: true });
    const { status, body } = await decide('confirm', leader.headers);
    expect(status).toBe(200);
    expect([await isIn(officer.cookie), (await signIn(officer.email, testPassword)).status]).toEqual([
      false,
      401,
    ]);
    expect((await decide('confirm', leader.headers)).status).toBe(409);
    const token = tokenIn(String((body['told'] as { link: string }).link));
    expect((await setPassword(token, newPassword)).status).toBe(200);
    expect((await signIn(officer.email, newPassword)).status).toBe(200);
    expect((await eventsAbout(officer.id)).map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['reset-asked', 'reset-confirmed', 'password-reset', 'password-set']),
    );
  });

  test('that is declined, or asked of who did not ask in time, changes nothing', async () => {
    const officer = await signedInAs(at, 'MC', 'van-phong', 'khong-quen');
    const ask = { step: 'ask-reset', kind: 'password', reason: 'Gọi điện xin đặt lại.' };
    expect((await act(officer.id, ask)).status).toBe(200);
    const idOf = async () => (await viewOf(officer.id)).asks[0]?.id ?? '';
    const declined = await post(
      at,
      `/api/staff/asks/${await idOf()}/decision`,
      { decision: 'decline' },
      leader.headers,
    );
    expect([declined.status, declined.body['told']]).toEqual([200, null]);
    expect((await act(officer.id, ask)).status).toBe(200);
    const late = await idOf();
    at.clock.set('2026-03-05T08:00:01+07:00');
    expect(
      (await post(at, `/api/staff/asks/${late}/decision`, { decision: 'confirm' }, leader.headers)).status,
    ).toBe(409);
    expect((await viewOf(officer.id)).asks).toEqual([]);
    expect((await signIn(officer.email, testPassword)).status).toBe(200);
    expect((await act(officer.id, ask)).status).toBe(200);
  });

  test('of the second factor takes it away, ends the sessions, and tells the owner by mail each time', async () => {
    const officer = await signedInAs(at, 'BT', 'van-phong', 'mat-may');
    const kind = 'second-factor';
    const ask = { step: 'ask-reset', kind, reason: 'Mất điện thoại, đến gặp trực tiếp.' };
    expect((await act(officer.id, ask)).body.errors?.[0]?.pointer).toBe('/kind');
    const on = await officer.client.api.auth['two-factor'].enable.$post({ json: { password: testPassword } });
    const setup = await on.json();
    if (!('totpUri' in setup)) throw new Error('no set-up');
    const code = codeFor(setup.totpUri);
    const verified = await officer.client.api.auth['two-factor']['verify-totp'].$post({ json: { code } });
    await forgetJobs(at.portal);
    expect((await act(officer.id, ask)).status).toBe(200);
    const id = (await viewOf(officer.id)).asks[0]?.id ?? '';
    const done = await post(at, `/api/staff/asks/${id}/decision`, { decision: 'confirm' }, leader.headers);
    expect([done.status, done.body['told']]).toEqual([200, null]);
    expect(await isIn(cookiesOf(verified))).toBe(false);
    expect(await (await signIn(officer.email, testPassword)).json()).toEqual({ needsCode: false });
    expect(await runJobs(at.portal)).toEqual(['staff-letter done', 'staff-letter done']);
  });
});

describe('sessions', () => {
  test('are told by kind of device, ended by their owner one by one or all, and by the administrator', async () => {
    const email = await openAccount(at, 'nhieu-may', 'TN');
    const agents = {
      phone:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 19_2 like Mac OS X) AppleWebKit/605.1.15 Version/19.2 Safari/604.1',
      office: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36',
    };
    const from = async (agent: string) => {
      const client = apiClient(
        (input, init) => at.app.fetch(new Request(input, init), { clientAddress: '198.51.100.7' }),
        { 'user-agent': agent },
      );
      const answer = await client.api.auth['sign-in'].email.$post({
        json: { email, password: testPassword },
      });
      return await withSession(at, cookiesOf(answer));
    };
    const [phone, office, third] = [await from(agents.phone), await from(agents.office), await from('')];
    const listOf = async ({ client }: typeof phone) => {
      const answer = await client.api.staff['own-sessions'].$get();
      return answer.status === 200 ? (await answer.json()).sessions : [];
    };
    const own = await listOf(office);
    expect(own.map(({ device, isThis }) => [device, isThis]).toSorted()).toEqual([
      ['Chrome trên máy tính Windows', true],
      ['Không rõ thiết bị', false],
      ['Safari trên iPhone', false],
    ]);
    const stored = await at.owner.selectFrom('staffSessions').selectAll().execute();
    expect(JSON.stringify(stored)).not.toMatch(/Mozilla|AppleWebKit|198\.51/);
    const phoneId = own.find(({ device }) => device === 'Safari trên iPhone')?.id ?? '';
    const end = (session: string) => office.client.api.staff['own-sessions'].end.$post({ json: { session } });
    expect((await end(phoneId)).status).toBe(200);
    expect([await isIn(phone.cookie), await isIn(third.cookie)]).toEqual([false, true]);
    expect((await end(own.find(({ isThis }) => isThis)?.id ?? '')).status).toBe(409);
    const strange = await at.owner
      .selectFrom('staffSessions')
      .select('id')
      .where('userId', '=', admin.id)
      .execute();
    expect((await end(strange[0]?.id ?? '')).status).toBe(409);
    expect(await isIn(admin.cookie)).toBe(true);
    expect((await end('others')).status).toBe(200);
    expect([await isIn(third.cookie), await isIn(office.cookie)]).toEqual([false, true]);
    const { sessions } = await viewOf(office.id);
    expect(sessions.map(({ device }) => device)).toEqual(['Chrome trên máy tính Windows']);
    expect((await act(office.id, { step: 'end-sessions', session: sessions[0]?.id })).status).toBe(200);
    expect(await isIn(office.cookie)).toBe(false);
  });

  test('name a family of browsers and of machines, whatever is sent', () => {
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
    expect([deviceKind(agent), deviceWords(deviceKind(agent))]).toEqual([
      'firefox/linux',
      'Firefox trên máy tính Linux',
    ]);
    for (const strange of ['curl/8.1', 'x'.repeat(100_000), '', undefined])
      expect(deviceWords(deviceKind(strange))).toBe('Không rõ thiết bị');
  });
});

describe('the page of running the portal', () => {
  test('tells each what is theirs: an administrator all, a leader what waits for a word', async () => {
    const read = async (headers: Record<string, string>) => {
      const answer = await at.request('/api/staff/overview', { headers });
      return { status: answer.status, body: (await answer.json()) as Record<string, any> };
    };
    const { body } = await read(admin.headers);
    expect(body['accounts']).toMatchObject({ closed: expect.any(Number), lackingSecondFactor: 0 });
    expect(body['settings'].find(({ name }: { name: string }) => name === 'TOTP_ROLES')).toMatchObject({
      value: 'không vai trò nào',
      isGiven: true,
      source: 'nội bộ',
    });
    expect((await read(leader.headers)).body).toMatchObject({ accounts: null, settings: null });
    const officer = await signedInAs(at, 'XL', 'quan-ly-cong-nghe', 'ngoai');
    expect((await read(officer.headers)).status).toBe(403);
  });
});

test('those who sign, assign and rule over accounts need a second factor where people reach the portal, unless it is set otherwise', () => {
  const rolesOf = (env: Record<string, string>) => readEnvironment(env).TOTP_ROLES;
  expect(rolesOf({ PUBLIC_ORIGIN: 'https://coquan.example' })).toEqual(['LD', 'CVP', 'QT']);
  expect(rolesOf({ PUBLIC_ORIGIN: 'https://coquan.example', TOTP_ROLES: 'none' })).toEqual([]);
  expect(rolesOf({ PUBLIC_ORIGIN: 'https://coquan.example', TOTP_ROLES: 'QT' })).toEqual(['QT']);
  expect(rolesOf({})).toEqual([]);
  expect(rolesOf({ DEMO: 'true' })).toEqual([]);
});
