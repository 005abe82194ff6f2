// Being told by mail of changed procedures: on a real PostgreSQL and a real SMTP server.
import { decrypted } from '../../api/db/encrypted.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Decision } from '../../api/procedures/decisions/schema.ts';
import { recordPublications } from '../../api/publishing/record-service.ts';
import { sendDecisionLetter } from '../../api/subscriptions/letter-service.ts';
import { forgetJobs, plan, runJobs } from '../support/portal/jobs.ts';
import { openMailbox } from '../support/stand-ins/mailbox.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

const reader = 'nguoi.doc@example.vn';
const made: Decision = {
  slug: '01-qd-thu-2026',
  number: '01/QĐ-THỬ',
  title: 'Công bố thủ tục sửa đổi (dữ liệu thử)',
  scope: 'province',
  authority: 'Cơ quan thử nghiệm',
  signedOn: '2026-03-01',
  effectiveOn: '2026-03-15',
  receivedOn: null,
  shortened: false,
  file: null,
  sources: [],
  note: null,
  items: [
    { op: 'amend', procedure: 'cap-giay-phep-buu-chinh-cap-tinh', replaces: [], parts: ['fee'], note: null },
    { op: 'amend', procedure: '1.014446', replaces: [], parts: [], note: null },
  ],
};

let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let at: TestPortal;
beforeAll(async () => {
  mailbox = await openMailbox();
  at = await openTestPortal({
    env: {
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'Sở Thử nghiệm <thu@coquan.example>',
      PUBLIC_ORIGIN: 'https://coquan.example',
    },
  });
});
afterAll(async () => {
  await at.close();
  await mailbox.close();
});
beforeEach(async () => {
  at.clock.set('2026-03-02T08:00:00+07:00');
  await forgetJobs(at.portal);
  mailbox.letters.length = 0;
  await sql`delete from decision_letters`.execute(at.owner);
  await sql`delete from subscriptions`.execute(at.owner);
});

const ask = (email: string, fields: string[] = []) =>
  at.client.api.subscriptions.$post({ json: { email, fields } });
const confirm = (token: string) => at.client.api.subscriptions.confirm.$post({ json: { token } });
const end = (token: string) => at.client.api.subscriptions.end.$post({ json: { token } });
const rows = () =>
  at.portal.db
    .selectFrom('subscriptions')
    .selectAll()
    .select(decrypted('subscriptions.email').as('email'))
    .execute();
const tokenIn = (text = '', page: string) =>
  new RegExp(`https://coquan\\.example/thong-bao/${page}\\?ma=([\\w-]{48})(?:\\n|$)`).exec(text)?.[1] ?? '';
const newest = () => mailbox.letters.at(-1)?.text;

/** Asks, reads the letter, confirms. */
async function subscribed(email: string, fields: string[] = []): Promise<string> {
  await ask(email, fields);
  await runJobs(at.portal);
  const token = tokenIn(newest(), 'xac-nhan');
  expect((await confirm(token)).status).toBe(200);
  mailbox.letters.length = 0;
  return token;
}

/** A decision appears on the portal, as at a start with new content. */
async function publish(decision: Decision): Promise<void> {
  const { content } = at.portal;
  content.decisions = [decision, ...content.decisions.filter(({ slug }) => slug !== decision.slug)];
  await recordPublications(at.portal, [
    { kind: 'decision', entries: content.decisions.map((one) => ({ key: one.slug, content: one })) },
  ]);
}
const tell = async () => {
  await plan(at.portal, 'decision-letters');
  return await runJobs(at.portal);
};

describe('asking', () => {
  test('writes one letter with the fields and a link; nothing is subscribed before its button is pressed', async () => {
    const response = await ask(reader, ['buu-chinh']);
    expect([response.status, await response.text()]).toEqual([202, '']);
    expect(await runJobs(at.portal)).toEqual(['subscription-letter done']);
    expect(mailbox.letters).toHaveLength(1);
    const [letter] = mailbox.letters;
    expect(letter?.to).toEqual([reader]);
    expect(letter?.subject).toMatch(
      /^Xin xác nhận trước \d\d:\d\d ngày \d\d\/\d\d?\/2026: nhận thư khi thủ tục hành chính thay đổi$/,
    );
    expect(letter?.text).toContain('Lĩnh vực: Bưu chính.');
    expect(tokenIn(letter?.text, 'xac-nhan')).toHaveLength(48);
    expect(letter?.text).not.toContain(reader);
    expect(await rows()).toMatchObject([{ fields: null, confirmedAt: null, wishedFields: ['buu-chinh'] }]);
  });

  test('answers the same for an address that is subscribed, waits or is new', async () => {
    await subscribed(reader);
    at.clock.set('2026-03-02T09:00:00+07:00');
    const seen = [];
    for (const email of [reader, 'cho.thu@example.vn', 'cho.thu@example.vn', 'moi@example.vn']) {
      const response = await ask(email);
      seen.push([response.status, await response.text()]);
    }
    expect(new Set(seen.map(String))).toEqual(new Set(['202,']));
    await runJobs(at.portal);
    // The one that is subscribed gets the very same letter as a new one.
    const texts = mailbox.letters.map(({ text }) => text.replace(/ma=[\w-]+/g, 'ma='));
    expect(mailbox.letters.map(({ to }) => to[0]).sort()).toEqual([
      'cho.thu@example.vn',
      'moi@example.vn',
      reader,
    ]);
    expect(new Set(texts).size).toBe(1);
  });

  test('cannot fill a mailbox: one letter in ten minutes, five without an answer', async () => {
    for (let minute = 0; minute < 120; minute += 5) {
      at.clock.set(new Date(Date.parse('2026-03-02T08:00:00+07:00') + minute * 60_000).toISOString());
      expect((await ask(minute % 2 ? reader : reader.toUpperCase())).status).toBe(202);
    }
    await runJobs(at.portal);
    // Earlier letters give way to the newest: none leads to a dead link.
    expect(mailbox.letters).toHaveLength(1);
    expect(await rows()).toMatchObject([{ round: 5 }]);
  });

  test('is throttled per network address like other public forms', async () => {
    const own = await openTestPortal({ env: { SUBMISSIONS_PER_10_MINUTES: '2', SMTP_URL: mailbox.url } });
    try {
      const statuses = [];
      for (const name of ['mot', 'hai', 'ba'])
        statuses.push(
          (await own.client.api.subscriptions.$post({ json: { email: `${name}@example.vn`, fields: [] } }))
            .status,
        );
      expect(statuses).toEqual([202, 202, 429]);
      expect(await own.portal.db.selectFrom('subscriptions').select('id').execute()).toHaveLength(2);
    } finally {
      await own.close();
    }
  });

  test.each([
    [{ email: 'khong phai thu', fields: [] }, '/email'],
    [{ email: reader, fields: ['khong-co-linh-vuc'] }, '/fields'],
  ])('is refused with a sentence at the field: %j', async (json, pointer) => {
    const response = await at.client.api.subscriptions.$post({ json });
    expect(response.status).toBe(422);
    const { errors } = (await (response as Response).json()) as {
      errors: { pointer: string; detail: string }[];
    };
    expect(errors).toEqual([{ pointer, detail: expect.stringMatching(/[^\u0000-\u007f]/) }]);
    expect(await rows()).toEqual([]);
  });
});

describe('the link to confirm', () => {
  test('confirms once; opened again it changes nothing', async () => {
    await ask(reader, ['buu-chinh']);
    await runJobs(at.portal);
    const token = tokenIn(newest(), 'xac-nhan');
    const first = await confirm(token);
    expect([first.status, await first.json()]).toEqual([200, { fields: ['buu-chinh'] }]);
    const before = await rows();
    at.clock.set('2026-03-03T08:00:00+07:00');
    expect((await confirm(token)).status).toBe(200);
    expect(await rows()).toEqual(before);
  });

  test('is dead after 72 hours, after a newer letter, and when changed', async () => {
    await ask(reader);
    await runJobs(at.portal);
    const old = tokenIn(newest(), 'xac-nhan');
    at.clock.set('2026-03-02T08:10:00+07:00');
    await ask(reader);
    await runJobs(at.portal);
    const token = tokenIn(newest(), 'xac-nhan');
    const forged = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const wrong of [old, forged, 'abc', `${token}A`]) expect((await confirm(wrong)).status).toBe(404);
    at.clock.set('2026-03-05T08:10:00+07:00');
    expect((await confirm(token)).status).toBe(404);
    expect(await rows()).toMatchObject([{ confirmedAt: null, fields: null }]);
  });

  test('does not end a subscription, nor does the link to end confirm one', async () => {
    const token = await subscribed(reader);
    expect((await end(token)).status).toBe(404);
    expect(await rows()).toMatchObject([{ email: reader, endedAt: null }]);
  });

  test('of a second wish replaces the fields only when it is used', async () => {
    await subscribed(reader, ['buu-chinh']);
    at.clock.set('2026-03-02T09:00:00+07:00');
    await ask(reader, ['so-huu-tri-tue']);
    expect(await rows()).toMatchObject([{ fields: ['buu-chinh'] }]);
    await runJobs(at.portal);
    await confirm(tokenIn(newest(), 'xac-nhan'));
    expect(await rows()).toMatchObject([{ fields: ['so-huu-tri-tue'], wishedFields: null }]);
  });

  test('that nobody used is forgotten with the address after 72 hours; a confirmed one stays', async () => {
    await subscribed(reader);
    at.clock.set('2026-03-02T09:00:00+07:00');
    await ask('khong.mo@example.vn');
    at.clock.set('2026-03-05T09:00:00+07:00');
    await plan(at.portal, 'tidy-subscriptions');
    await runJobs(at.portal, { name: 'tidy-subscriptions' });
    expect((await rows()).map(({ email }) => email)).toEqual([reader]);
  });
});

describe('a decision that appears', () => {
  beforeEach(async () => {
    at.portal.content.decisions = at.portal.content.decisions.filter(({ slug }) => !slug.includes('qd-thu'));
    await sql`alter table publications disable trigger user`.execute(at.owner);
    await sql`delete from publications where key like '%qd-thu%'`.execute(at.owner);
    await sql`alter table publications enable trigger user`.execute(at.owner);
  });

  test('is told in one letter to each confirmed subscriber of its fields, and to nobody else', async () => {
    await subscribed(reader, ['buu-chinh']);
    await subscribed('moi.thu@example.vn');
    await subscribed('linh.vuc.khac@example.vn', ['so-huu-tri-tue']);
    await ask('chua.xac.nhan@example.vn');
    await forgetJobs(at.portal);
    at.clock.set('2026-03-03T08:00:00+07:00');
    await publish(made);
    await tell();
    expect(mailbox.letters.map(({ to }) => to[0]).sort()).toEqual(['moi.thu@example.vn', reader]);
    const letter = mailbox.letters.find(({ to }) => to[0] === reader);
    expect(letter?.subject).toMatch(/^Thủ tục hành chính thay đổi từ .*: Quyết định 01\/QĐ-THỬ$/);
    expect(letter?.text).toContain('Có hiệu lực từ ngày 15/3/2026.');
    expect(letter?.text).toContain('\n- Sửa đổi, bổ sung: Cấp giấy phép bưu chính (cấp tỉnh)\n');
    expect(letter?.text.match(/^- /gm)).toHaveLength(1);
    expect(letter?.text).toContain('https://coquan.example/thong-bao/01-qd-thu-2026\n');
    const every = mailbox.letters.find(({ to }) => to[0] === 'moi.thu@example.vn');
    expect(every?.text.match(/^- /gm)).toHaveLength(2);
  });

  test('is told to who chose one of its procedures alone, of that one; to nobody who chose another', async () => {
    await subscribed(reader, ['thu-tuc:1.014446']);
    await subscribed('khac@example.vn', ['thu-tuc:1.004379']);
    expect((await ask('sai@example.vn', ['thu-tuc:khong-co'])).status).toBe(422);
    at.clock.set('2026-03-03T08:00:00+07:00');
    await publish(made);
    await tell();
    expect(mailbox.letters.map(({ to }) => to[0])).toEqual([reader]);
    expect(mailbox.letters[0]?.text.match(/^- .*$/gm)).toEqual([
      '- Sửa đổi, bổ sung: Thủ tục cấp thay đổi nội dung, cấp lại Giấy chứng nhận doanh nghiệp khoa học và công nghệ (Nghị định số 268/2025/NĐ-CP)',
    ]);
  });

  test('carries the one-click headers of RFC 8058, with the address that ends the subscription', async () => {
    await subscribed(reader);
    await publish(made);
    await tell();
    const [letter] = mailbox.letters;
    const token = tokenIn(letter?.text, 'huy');
    expect(letter?.headers).toContain(`List-Unsubscribe: <https://coquan.example/thong-bao/huy?ma=${token}>`);
    expect(letter?.headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await end(token)).status).toBe(204);
    expect((await end(token)).status).toBe(204);
    expect(await rows()).toMatchObject([{ email: null, emailHash: null, wishedFields: null }]);
    mailbox.letters.length = 0;
    await publish({ ...made, slug: '02-qd-thu-2026' });
    await tell();
    expect(mailbox.letters).toEqual([]);
    // The same address may come back, as a new subscription.
    at.clock.set('2026-03-02T09:00:00+07:00');
    await subscribed(reader);
    expect(await rows()).toHaveLength(2);
  });

  test('is told once: by the next look, by two looks at once, and when its file changes', async () => {
    await subscribed(reader);
    await publish(made);
    await Promise.all([tell(), tell()]);
    at.clock.set('2026-03-04T08:00:00+07:00');
    await publish({ ...made, note: 'Đã sửa ghi chú' });
    await forgetJobs(at.portal);
    expect(await tell()).toEqual(['decision-letters done']);
    expect(mailbox.letters).toHaveLength(1);
    const [subscription] = await rows();
    const key = { subscriptionId: subscription?.id ?? '', decision: made.slug };
    await sendDecisionLetter(at.portal, key);
    expect(mailbox.letters).toHaveLength(1);
  });

  test('without procedures is told when it gets them', async () => {
    await subscribed(reader);
    await publish({ ...made, items: [] });
    expect(await tell()).toEqual(['decision-letters done']);
    expect(mailbox.letters).toEqual([]);
    at.clock.set('2026-03-04T08:00:00+07:00');
    await publish(made);
    await tell();
    expect(mailbox.letters).toHaveLength(1);
  });

  test('is not told to who subscribed after it had appeared, nor a month later', async () => {
    await publish(made);
    at.clock.set('2026-03-02T09:00:00+07:00');
    await subscribed(reader);
    await tell();
    await publish({ ...made, slug: '03-qd-thu-2026' });
    at.clock.set('2026-04-20T09:00:00+07:00');
    await tell();
    expect(mailbox.letters).toEqual([]);
  });

  test('waits for a mail server that is away, and is then told once', async () => {
    await subscribed(reader);
    await publish(made);
    mailbox.refuse(true);
    expect(await tell()).toEqual([
      'decision-letters done',
      expect.stringMatching(/^decision-letter (?!done)/),
    ]);
    mailbox.refuse(false);
    expect(await runJobs(at.portal, { evenLater: true })).toEqual(['decision-letter done']);
    expect(mailbox.letters).toHaveLength(1);
  });
});

test('no job and no log line holds an address or a token', async () => {
  mailbox.refuse(true);
  await ask(reader);
  await runJobs(at.portal);
  mailbox.refuse(false);
  const { rows: jobs } = await sql<{ row: string }>`select to_jsonb(j)::text as row from jobs.job j`.execute(
    at.portal.db,
  );
  expect(jobs.length).toBeGreaterThan(0);
  for (const { row } of jobs) expect(row).not.toMatch(/@|nguoi\.doc|ma=/);
});
