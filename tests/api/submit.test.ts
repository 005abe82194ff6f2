// Submitting a case: once per key, numbered without gaps, refused with a sentence and nothing written.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decrypted } from '../../api/db/encrypted.ts';
import { shownNotice } from '../../api/privacy/shown.ts';
import { freshKey, post, submission, submit } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
});
afterAll(() => test.close());

const countCases = async () =>
  (
    await test.portal.db
      .selectFrom('cases')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

const send = (body: unknown, key = freshKey()) => post(test, '/api/cases', body, { 'idempotency-key': key });

describe('a good submission', () => {
  it('answers 201 with number, secret, moment and the counted due date, and exactly these keys', async () => {
    const { status, body } = await send(submission);
    expect(status).toBe(201);
    expect(Object.keys(body).sort()).toEqual(['due', 'number', 'receivedAt', 'secret']);
    expect(body['number']).toMatch(/^PAKN-2026-\d{6}$/);
    expect(body['secret']).toMatch(/^([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/);
    expect(body['receivedAt']).toBe('2026-11-20T01:30:00.000Z');
    expect(body['due']).toMatchObject({ on: '2026-12-14' });
  });

  it('stores the secret nowhere in clear', async () => {
    const { secret, number } = await submit(test);
    const row = await test.portal.db
      .selectFrom('cases')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const stored = JSON.stringify(row, (_key, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    );
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(secret.replaceAll('-', ''));
  });

  it('writes text in NFC and telephone numbers in one spelling', async () => {
    const { number } = await submit(test, { name: 'Nguye\u0302\u0303n Thử', phone: '+84 900.000.000' });
    const row = await test.portal.db
      .selectFrom('caseSenders')
      .innerJoin('cases', 'cases.id', 'caseSenders.caseId')
      .select([decrypted('case_senders.name').as('name'), decrypted('case_senders.phone').as('phone')])
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ name: 'Nguy\u1ec5n Thử', phone: '0900000000' });
  });

  it('restricts a case about conduct from the first moment', async () => {
    const { number } = await submit(test, { contentCode: '5.1' });
    const row = await test.portal.db
      .selectFrom('cases')
      .select('restricted')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(row.restricted).toBe(true);
  });
});

describe('the same form sent twice', () => {
  it('gives the same receipt and one case', async () => {
    const key = freshKey();
    const before = await countCases();
    const [first, again] = [await send(submission, key), await send(submission, key)];
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await countCases()).toBe(before + 1);
  });

  it('gives one case when both arrive at the same moment', async () => {
    const key = freshKey();
    const before = await countCases();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(submission, key)));
    expect(new Set(answers.map(({ body }) => `${body['number']} ${body['secret']}`)).size).toBe(1);
    expect(await countCases()).toBe(before + 1);
  });

  it('refuses the key for another content and tells nothing of the first', async () => {
    const key = freshKey();
    await send(submission, key);
    const before = await countCases();
    const { status, body } = await send(
      { ...submission, body: 'Một nội dung hoàn toàn khác, gửi lại với khóa cũ.' },
      key,
    );
    expect([status, body['code']]).toEqual([409, 'key-reused']);
    expect(JSON.stringify(body)).not.toMatch(/PAKN-2026/);
    expect(await countCases()).toBe(before);
  });
});

describe('numbers', () => {
  it('have no gap and no double under concurrent submissions, refusals and replays among them', async () => {
    const fresh = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
    const key = freshKey();
    await Promise.all([
      ...Array.from({ length: 40 }, () => submit(fresh)),
      ...Array.from({ length: 10 }, () => submit(fresh, {}, key)),
      ...Array.from({ length: 10 }, () =>
        post(fresh, '/api/cases', { ...submission, name: '' }, { 'idempotency-key': freshKey() }),
      ),
    ]);
    const rows = await fresh.portal.db
      .selectFrom('cases')
      .select(['serial', 'number', 'receivedAt'])
      .orderBy('serial')
      .execute();
    await fresh.close();
    expect(rows.map(({ serial }) => serial)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    expect(rows.at(40)?.number).toBe('PAKN-2026-000041');
    expect(rows.map(({ receivedAt }) => receivedAt.getTime())).toEqual(
      rows.map(({ receivedAt }) => receivedAt.getTime()).sort((a, b) => a - b),
    );
  });

  it('start anew with the year in Việt Nam, not in UTC', async () => {
    const eve = await openTestPortal({ now: '2026-12-31T23:59:59+07:00' });
    const last = await submit(eve);
    eve.clock.set('2027-01-01T00:00:00+07:00');
    const first = await submit(eve);
    await eve.close();
    expect([last.number, first.number]).toEqual(['PAKN-2026-000001', 'PAKN-2027-000001']);
  });
});

describe('a bad submission writes nothing and says what to do', () => {
  it.each([
    ['no name', { name: ' ' }, '/name'],
    ['no way to reach the sender', { phone: '', email: '' }, '/phone'],
    ['a telephone number of seven digits', { phone: '0900000' }, '/phone'],
    ['an e-mail without a domain', { email: 'ai-do@' }, '/email'],
    ['a content outside Điều 5', { contentCode: '5.9' }, '/contentCode'],
    ['a body too short', { body: 'Ngắn quá.' }, '/body'],
    ['a body too long', { body: 'Đ'.repeat(10_001) }, '/body'],
    ['a NUL byte', { body: `Nội dung có ký tự rỗng \u0000 ở giữa câu này.` }, '/body'],
    ['an unpaired surrogate', { body: `Nội dung có nửa ký tự \ud83d ở giữa câu này.` }, '/body'],
    ['an unknown procedure', { procedure: '9.999999' }, '/procedure'],
    ['a replaced procedure', { procedure: '1.000173' }, '/procedure'],
    ['an unread privacy notice', { readPrivacyNotice: false }, '/readPrivacyNotice'],
    ['notices without an e-mail', { consentsToNotices: true }, '/email'],
    ['a field that does not exist', { isAdmin: true }, '/isAdmin'],
  ])('%s', async (_what, change, pointer) => {
    const before = await countCases();
    const { status, body, headers } = await send({ ...submission, ...change });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(body.errors?.every(({ detail }) => /[^\u0000-\u007f]/.test(detail))).toBe(true);
    expect(await countCases()).toBe(before);
  });

  it.each([
    ['broken JSON', '{"body": ', 400],
    ['an array', '[]', 422],
    ['nothing', '', 400],
    ['a body beyond 64 KB', JSON.stringify({ ...submission, body: 'x'.repeat(70_000) }), 413],
  ])('%s is a problem, never a 500', async (_what, body, status) => {
    const before = await countCases();
    expect((await send(body)).status).toBe(status);
    expect(await countCases()).toBe(before);
  });

  it.each(['', ' ', '\r\n'])(
    'with %j for the notice it was shown is taken with the newest',
    async (privacyNotice) => {
      const { status, body } = await send({ ...submission, privacyNotice });
      expect(status).toBe(201);
      const row = await test.portal.db
        .selectFrom('caseSenders')
        .innerJoin('cases', 'cases.id', 'caseSenders.caseId')
        .select('privacyNotice')
        .where('number', '=', body['number'] as string)
        .executeTakeFirstOrThrow();
      expect(row.privacyNotice).toBe(shownNotice(test.portal.content.privacy, undefined));
    },
  );

  it('without an idempotency key is refused', async () => {
    const { status, body } = await post(test, '/api/cases', submission);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/idempotency-key']);
  });

  it('strips direction and zero-width marks from one-line fields', async () => {
    const { number } = await submit(test, { name: 'Người \u202eThử\u200b Nghiệm' });
    const row = await test.portal.db
      .selectFrom('caseSenders')
      .innerJoin('cases', 'cases.id', 'caseSenders.caseId')
      .select(decrypted('case_senders.name').as('name'))
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(row.name).toBe('Người Thử Nghiệm');
  });
});
