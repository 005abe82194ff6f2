// The book of requests: rights over personal data, word on the site, help, a lost code; from the sending to the erasure.
import { decrypted } from '../../api/db/encrypted.ts';
import { findPerson } from '../../api/requests/repository.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetOldRequests } from '../../api/requests/staff-service.ts';
import { freshKey, post, submission, submit } from '../support/portal/case.ts';
import { runJobs } from '../support/portal/jobs.ts';
import { openMailbox } from '../support/stand-ins/mailbox.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

type Officer = Awaited<ReturnType<typeof signedInAs>>;
const friday = '2026-11-20T08:00:00+07:00';

let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let portal: TestPortal;
let chief: Officer;
beforeAll(async () => {
  mailbox = await openMailbox();
  portal = await openTestPortal({
    now: friday,
    env: { SMTP_URL: mailbox.url, PUBLIC_ORIGIN: 'https://coquan.example' },
  });
  chief = await signedInAs(portal, 'CVP');
});
beforeEach(() => portal.clock.set(friday));
afterAll(async () => {
  await portal.close();
  await mailbox.close();
});

const asked = {
  kind: 'know',
  text: 'Đề nghị cho biết Sở đang giữ dữ liệu gì của tôi (dữ liệu thử).',
  name: 'Người Thử Nghiệm',
  email: 'nguoi.thu@example.vn',
  readPrivacyNotice: true,
};
const send = (change: object = {}, key = freshKey()) =>
  post(portal, '/api/requests', { ...asked, ...change }, { 'idempotency-key': key });
const made = async (change: object = {}) => {
  const { status, body } = await send(change);
  expect(status).toBe(201);
  return body as unknown as { number: string; secret: string; acknowledgeOn: string; dueOn: string };
};
const lookUp = (number: string, secret: string) => post(portal, '/api/requests/lookup', { number, secret });
const read = async (number: string, { headers }: Officer = chief) => {
  const response = await portal.request(`/api/staff/requests/${number}`, { headers });
  return { status: response.status, body: (await response.json()) as Record<string, any> };
};
const take = async (number: string, step: string, fields: object = {}, { headers }: Officer = chief) => {
  const { body } = await read(number);
  return await post(
    portal,
    `/api/staff/requests/${number}/steps`,
    { step, version: body['version'], ...fields },
    headers,
  );
};
const must = async (number: string, step: string, fields: object = {}) => {
  const { status, body } = await take(number, step, fields);
  expect([step, status, body]).toEqual([step, 200, expect.anything()]);
  return body;
};
const count = async () => {
  const { db } = portal.portal;
  const { n } = await db
    .selectFrom('requests')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
};

describe('a request over personal data', () => {
  test('gets its own number, code and days; sent again it is the same; its words go to its office alone', async () => {
    const key = freshKey();
    const first = await send({}, key);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      number: 'YC-2026-000001',
      acknowledgeOn: '2026-11-25',
      dueOn: '2026-12-07',
    });
    expect((await send({}, key)).body).toEqual(first.body);
    expect((await send({ text: 'Nội dung khác hẳn, cùng khóa.' }, key)).status).toBe(409);
    expect(await count()).toBe(1);
    const { number, secret } = first.body as unknown as { number: string; secret: string };
    const found = await lookUp(number.toLowerCase(), secret);
    expect(found.body).toEqual({
      number,
      kind: 'know',
      status: 'received',
      receivedAt: '2026-11-20T01:00:00.000Z',
      acknowledgeOn: '2026-11-25',
      dueOn: '2026-12-07',
      letter: { number: null, on: null },
      events: [{ step: 'submit', at: '2026-11-20T01:00:00.000Z', text: asked.text }],
    });
    const [intake, editor] = [await signedInAs(portal, 'TN'), await signedInAs(portal, 'BT')];
    for (const officer of [intake, editor]) {
      expect((await read(number, officer)).status).toBe(403);
      expect((await portal.request('/api/staff/requests', { headers: officer.headers })).status).toBe(403);
    }
    const row = await portal.portal.db.selectFrom('requests').selectAll().executeTakeFirstOrThrow();
    expect(row.privacyNotice).toMatch(/^2026-11-30 sha256:[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  test('an unknown number and a wrong code are the same refusal', async () => {
    const one = await made();
    const other = await made();
    const [unknown, wrong] = [
      await lookUp('YC-2026-999999', one.secret),
      await lookUp(one.number, other.secret),
    ];
    expect(unknown.status).toBe(404);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  test('bad input is refused by its field, and nothing is written', async () => {
    const before = await count();
    for (const [change, pointer] of [
      [{ kind: 'x' }, '/kind'],
      [{ text: 'ngắn' }, '/text'],
      [{ name: '' }, '/name'],
      [{ email: '' }, '/phone'],
      [{ readPrivacyNotice: false }, '/readPrivacyNotice'],
      [{ privacyNotice: '2020-01-01' }, '/readPrivacyNotice'],
      [{ caseSecret: 'ABCD' }, '/caseNumber'],
    ] as const) {
      const { status, body } = await send(change);
      expect([change, status, body.errors?.map((one) => one.pointer)]).toEqual([change, 422, [pointer]]);
    }
    expect(await count()).toBe(before);
  });

  test('the steps are logged, due days move once, and the answer waits until it is known who asks', async () => {
    const { number, secret } = await made();
    await must(number, 'acknowledge');
    const early = await take(number, 'answer', { text: 'Sở giữ các dữ liệu sau đây.' });
    expect([early.status, early.body['detail']]).toEqual([
      409,
      'Phải đối chiếu danh tính người yêu cầu trước.',
    ]);
    await must(number, 'identify', { text: 'Gọi lại số điện thoại đã ghi.' });
    await must(number, 'extend', { text: 'Dữ liệu nằm ở nhiều nơi, cần thêm thời gian tập hợp.' });
    expect((await take(number, 'extend', { text: 'Lần thứ hai.' })).status).toBe(409);
    const { version } = (await read(number)).body;
    await must(number, 'answer', {
      text: 'Sở giữ các dữ liệu sau đây.',
      letterNumber: '12/SKHCN-VP',
      letterOn: '2026-11-20',
    });
    const late = await post(
      portal,
      `/api/staff/requests/${number}/steps`,
      { step: 'note', version, text: 'Ghi đè.' },
      chief.headers,
    );
    expect([late.status, late.body['code']]).toEqual([409, 'stale']);
    const { body } = await lookUp(number, secret);
    expect(body).toMatchObject({
      status: 'answered',
      dueOn: '2026-12-21',
      letter: { number: '12/SKHCN-VP', on: '2026-11-20' },
    });
    const told = (body['events'] as { step: string; text: string | null }[]).map(({ step, text }) => [
      step,
      text,
    ]);
    expect(told).toEqual([
      ['submit', asked.text],
      ['acknowledge', null],
      ['extend', 'Dữ liệu nằm ở nhiều nơi, cần thêm thời gian tập hợp.'],
      ['answer', 'Sở giữ các dữ liệu sau đây.'],
    ]);
    await expect(portal.owner.deleteFrom('requestEvents').execute()).rejects.toThrow();
  });

  test('number and code of a case prove who asks; a wrong pair is refused alike whether the case exists or not', async () => {
    const mine = await submit(portal);
    const other = await submit(portal);
    const proven = await made({ kind: 'delete', caseNumber: mine.number, caseSecret: mine.secret });
    expect((await read(proven.number)).body).toMatchObject({ identity: 'by-code', caseNumber: mine.number });
    expect((await read(proven.number)).body['steps']).toContain('answer');
    const wrong = await send({ caseNumber: mine.number, caseSecret: other.secret });
    const unknown = await send({ caseNumber: 'PAKN-2026-999999', caseSecret: other.secret });
    expect([wrong.status, wrong.body.errors]).toEqual([422, unknown.body.errors]);
    expect(wrong.body.errors?.map(({ pointer }) => pointer)).toEqual(['/caseSecret']);
  });

  test('late and pressing ones are counted for the first page of the chief of office', async () => {
    const standing = async () =>
      (await portal.request('/api/staff/requests/standing', { headers: chief.headers })).json();
    const before = (await standing()) as { open: number };
    await made();
    portal.clock.set('2026-11-26T08:00:00+07:00');
    const after = (await standing()) as { open: number; late: number };
    expect(after.open).toBe(before.open + 1);
    expect(after.late).toBeGreaterThan(0);
  });
});

describe('a lost look-up code', () => {
  test('is given anew by an officer after the comparison; the old one is dead, the case says so, nothing tells whether it exists', async () => {
    const mine = await submit(portal);
    const lost = {
      kind: 'lost-code',
      text: 'Tôi mất giấy biên nhận.',
      phone: submission.phone,
      email: undefined,
    };
    const real = await send({ ...lost, caseNumber: mine.number });
    const made_up = await send({ ...lost, caseNumber: 'PAKN-2026-999999' });
    expect([real.status, made_up.status]).toEqual([201, 201]);
    const number = String(real.body['number']);
    expect((await take(number, 'reissue', { caseNumber: mine.number })).status).toBe(409);
    await must(number, 'identify', { text: 'Gọi lại số điện thoại trong hồ sơ, đúng người.' });
    const unknown = await take(number, 'reissue', { caseNumber: 'PAKN-2026-999999' });
    expect([unknown.status, unknown.body.errors?.[0]?.pointer]).toEqual([422, '/caseNumber']);
    const { secret } = (await must(number, 'reissue', { caseNumber: mine.number })) as unknown as {
      secret: string;
    };
    const open = (code: string) => post(portal, '/api/cases/lookup', { number: mine.number, secret: code });
    expect((await open(mine.secret)).status).toBe(404);
    expect((await open(secret)).status).toBe(200);
    const event = await portal.portal.db
      .selectFrom('caseEvents')
      .innerJoin('cases', 'cases.id', 'caseEvents.caseId')
      .select(['step', 'actorRole'])
      .where('number', '=', mine.number)
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    expect(event).toEqual({ step: 'renew-secret', actorRole: 'CVP' });
  });
});

describe('word on the site', () => {
  test('needs neither name nor contact, and is answered', async () => {
    const { number, secret } = await made({ kind: 'feedback', name: undefined, email: undefined });
    await must(number, 'answer', { text: 'Đã sửa liên kết hỏng.' });
    expect((await lookUp(number, secret)).body).toMatchObject({ status: 'answered', acknowledgeOn: null });
  });
});

test('letters tell of the steps that are told, and hold no code', async () => {
  const { number, secret } = await made({ kind: 'correct', email: 'thu.bao@example.vn' });
  await must(number, 'identify', { text: 'Gọi lại, đúng người.' });
  await must(number, 'refuse', { text: 'Dữ liệu do cơ quan khác giữ (Điều 4 Luật số 91/2025/QH15).' });
  await runJobs(portal.portal);
  const letters = mailbox.letters.filter(({ to }) => to.includes('thu.bao@example.vn'));
  const told = letters.find(({ subject }) => subject.includes('đã nhận'));
  const refused = letters.find(({ subject }) => subject.includes('không'));
  expect(letters).toHaveLength(2);
  expect([told?.subject, refused?.subject]).toEqual([
    expect.stringMatching(
      new RegExp(`^Yêu cầu ${number}: đã nhận, trả lời chậm nhất \\d\\d/\\d\\d?/\\d{4}$`),
    ),
    `Yêu cầu ${number}: không thực hiện được, có nêu lý do`,
  ]);
  expect(told?.text).toContain(`đã nhận và vào sổ yêu cầu ${number} của Ông/Bà: Chỉnh sửa dữ liệu.`);
  expect([told?.calendar, refused?.calendar]).toEqual([
    expect.stringContaining(`SUMMARY:Hạn trả lời yêu cầu ${number}`),
    '',
  ]);
  expect(JSON.stringify(letters)).toContain('Dữ liệu do cơ quan khác giữ');
  expect(JSON.stringify(letters)).not.toContain(secret);
});

test('after its term a request keeps its days and steps, and nothing of who asked or what was written', async () => {
  const { number } = await made({
    kind: 'feedback',
    text: 'Chuỗi đánh dấu 7f3a để tìm lại.',
    name: 'Canh Hai Yến',
  });
  await must(number, 'answer', { text: 'Trả lời có chuỗi 7f3a.' });
  portal.clock.set('2028-11-21T08:00:00+07:00');
  const forgotten = new Set<string>();
  const mailer = {
    ...portal.portal.mailer,
    forget: async (names: ReadonlySet<string>) => names.forEach((name) => forgotten.add(name)),
  };
  expect(await forgetOldRequests({ ...portal.portal, mailer })).toBeGreaterThan(0);
  // A letter about each step may lie in the mail folder: two of this request at least.
  expect(forgotten.size).toBeGreaterThanOrEqual(2);
  expect(await forgetOldRequests(portal.portal)).toBe(0);
  const { body } = await read(number);
  expect(body['person']).toBeNull();
  expect(
    (body['events'] as { step: string; text: string | null }[]).map(({ step, text }) => [step, text]),
  ).toEqual([
    ['submit', null],
    ['answer', null],
    ['erase', null],
  ]);
  const { db } = portal.portal;
  const left = await Promise.all([
    db.selectFrom('requestTexts').select(decrypted('request_texts.text').as('text')).execute(),
    Promise.all(
      (await db.selectFrom('requestPeople').select('requestId').execute()).map(({ requestId }) =>
        findPerson(db, requestId),
      ),
    ),
    db.selectFrom('requests').selectAll().execute(),
  ]);
  expect(JSON.stringify(left)).not.toMatch(/7f3a|Canh Hai Yến/);
});
