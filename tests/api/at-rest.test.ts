// Personal data at rest: who has the database without its keys reads none of it, whatever kind of case and however it came in;
// what lay plain is encrypted while the portal works, a key is changed likewise, and a value opens in its own row only.
import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encryptAll, encryptColumns } from '../../api/at-rest/encrypt-service.ts';
import { insertProposal } from '../../api/cases/steps/proposal-repository.ts';
import { requireDataKeys } from '../../api/at-rest/key-service.ts';
import { encryptedTables } from '../../api/at-rest/row-repository.ts';
import { encryptionStanding } from '../../api/at-rest/standing-service.ts';
import { encryptValue, unopened } from '../../api/crypto/column-cipher.ts';
import { makeDataKey, openDataKeys } from '../../api/crypto/data-keys.ts';
import { encryptedColumnNames, partsOf } from '../../api/crypto/encrypted-columns.ts';
import { decrypted } from '../../api/db/encrypted.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { markEmailBounced } from '../../api/notify/notice-repository.ts';
import { takeAllWords } from '../../api/desk/words-service.ts';
import { fold } from '../../api/text/fold.ts';
import { freshKey, post, submit } from '../support/portal/case.ts';
import { openCrew, publication, reply, type Crew } from '../support/portal/crew.ts';
import { runJobs } from '../support/portal/jobs.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { photograph } from '../support/worlds/files.ts';
import { temporaryFolder } from '../support/run/folder.ts';

let test: TestPortal;
let crew: Crew;
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00', env: { DATA_DIR: folder } });
  crew = await openCrew(test);
  // As the start of a process does.
  await requireDataKeys(test.portal.db, test.portal.dataKeys, test.portal.now());
});
afterAll(() => test.close());

const person = {
  name: 'Vừ Thị Phỉ Thúy',
  address: '23 ngõ Rêu Xanh, thôn Vỏ Sò, tỉnh Quảng Ngãi',
  phone: '0977123654',
  email: 'phithuy.vu@bong-bong.example',
  consentsToNotices: true,
  consentsToPublication: true,
};
const words = 'cối xay gió màu lá mạ';
const said = `${person.name}, ${person.phone}, ${person.address}, ${person.email}: ${words}`;
const canaries = ['Phỉ Thúy', 'ngõ Rêu Xanh', 'Vỏ Sò', '0977123654', 'phithuy.vu', 'bong-bong', words];

const reversed = (text: string) => [...text].reverse().join('');
/** A canary as a thief may look for it: folded, backwards, in the codes of mail and web. */
const spellings = [
  ...new Set(
    canaries
      .flatMap((one) => [one, fold(one), fold(one).replaceAll(' ', '')])
      .flatMap((one) => [one, one.normalize('NFD'), reversed(one), encodeURIComponent(one)])
      .flatMap((one) => [
        one,
        Buffer.from(one).toString('hex'),
        // In base64 a text may begin at any of three places.
        ...[0, 1, 2].map((shift) =>
          Buffer.concat([Buffer.alloc(shift), Buffer.from(one)])
            .toString('base64')
            .replace(/=+$/, '')
            .slice(shift === 0 ? 0 : shift + 1, -2),
        ),
      ]),
  ),
].filter((one) => one.length >= 6);

/** Every table of every schema as text, as a dump has it: the queue's too. */
async function dump(): Promise<Map<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(test.owner);
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(
      test.owner,
    );
    texts.set(name, rows.map(({ line }) => line).join('\n'));
  }
  return texts;
}
async function leaks(): Promise<string[]> {
  const texts = [...(await dump())].map(([name, text]) => [name, text.toLowerCase()] as const);
  return texts.flatMap(([name, text]) =>
    spellings.filter((one) => text.includes(one.toLowerCase())).map((one) => `${name}: ${one}`),
  );
}

async function must(...call: Parameters<Crew['take']>): Promise<void> {
  const { status, body } = await crew.take(...call);
  expect([call[2], status, body.errors ?? null]).toEqual([call[2], 200, null]);
}

/** Cases of each kind with canaries in every field that somebody can write in, and everything that hangs on them. */
async function fillEverything(): Promise<string[]> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(await photograph())], `Đơn ${person.name}.jpg`));
  const upload = await test.request('/api/uploads', { method: 'POST', body: form });
  const { token } = (await upload.json()) as { token: string };
  const plain = await submit(test, {
    ...person,
    attachments: [token],
    body: `Tôi là ${said}.`,
    wish: `Mong ${said}`,
  });
  const { number, secret } = plain;
  const step = async (fields: object) =>
    expect((await post(test, '/api/cases/steps', { number, secret, ...fields })).status).toBe(200);
  await must('TN', number, 'classify', { contentCode: '5.2', summary: `Phản ánh của ${said}` });
  await must('TN', number, 'note', { note: `Ghi chú về ${said}` });
  const scanned = new FormData();
  scanned.append('file', new File([new Uint8Array(await photograph())], `Quét ${person.name}.jpg`));
  const scan = await test.request('/api/uploads', { method: 'POST', body: scanned });
  const added = await post(
    test,
    `/api/staff/cases/${number}/office-files`,
    {
      ...{ purpose: 'scan', datedOn: '2026-11-02', note: `Thư của ${person.name}, ${person.phone}` },
      attachments: [((await scan.json()) as { token: string }).token],
    },
    crew.officers.TN.headers,
  );
  expect(added.status).toBe(201);
  await must('TN', number, 'ask-supplement', { question: `Hỏi ${said}` });
  await step({ step: 'supply', text: `Bổ sung: ${said}` });
  await step({
    step: 'correct-contact',
    address: `${person.address}, cổng sau`,
    phone: person.phone,
    email: `hai.${person.email}`,
  });
  await must('TN', number, 'accept');
  await must('CVP', number, 'assign', { handlerId: crew.officers.XL.id, note: `Chỉ đạo về ${said}` });
  await step({ step: 'remark', text: `Ý kiến: ${said}` });
  await must('XL', number, 'draft-reply', { ...reply, body: `Kính gửi ${said}` });
  await must('TP', number, 'submit-reply');
  await must('LD', number, 'approve', { letterNumber: '12/SKHCN-VP' });
  const letter = await test.request(`/api/staff/cases/${number}/letters/reply`, {
    headers: crew.officers.TN.headers,
  });
  const { seen, letter: made } = (await letter.json()) as {
    seen: string;
    letter: { template: { code: string } };
  };
  const issued = await post(
    test,
    `/api/staff/cases/${number}/letters/reply`,
    {
      template: made.template.code,
      seen,
      numbering: 'given',
      number: '12/SKHCN-VP',
      issuedOn: '2026-11-20',
      capacity: 'GIÁM ĐỐC',
      signer: 'Người Ký Thử',
    },
    crew.officers.TN.headers,
  );
  expect(issued.status).toBe(201);
  await must('BT', number, 'publish', { ...publication, confirmedMasked: true });
  const rated = await post(test, '/api/cases/rate', {
    number,
    secret,
    score: 'dissatisfied',
    comment: said,
  });
  expect(rated.status).toBe(204);

  const conduct = await submit(test, { ...person, contentCode: '5.1', body: `Cán bộ chậm: ${said}` });
  await must('TN', conduct.number, 'classify', { contentCode: '5.1', summary: said });
  const denounced = await submit(test, { ...person, body: `Tôi tố cáo ông A nhận hối lộ. ${said}` });
  const organisation = await submit(test, { ...person, kind: 'organisation', body: said });
  await runJobs(test.portal, { name: 'notice' });
  await post(test, '/api/cases/mail-receipt', { number, secret, email: person.email });
  await post(test, '/api/cases/lost-code', { number, email: person.email });
  const id = (
    await test.portal.db
      .selectFrom('cases')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
  ).id;
  await markEmailBounced(test.portal.db, {
    caseId: id,
    email: `hai.${person.email}`,
    at: test.portal.now(),
  });
  await test.portal.db.transaction().execute((trx) =>
    insertProposal(trx, {
      caseId: id,
      step: 'approve',
      input: JSON.stringify({ mergedBody: said }),
      proposedBy: crew.officers.TP.id,
      proposedAt: test.portal.now(),
    }),
  );
  const asked = [
    await post(test, '/api/subscriptions', { email: person.email, fields: [] }),
    await post(
      test,
      '/api/requests',
      { kind: 'know', text: said, name: person.name, email: person.email, readPrivacyNotice: true },
      { 'idempotency-key': freshKey() },
    ),
    await post(test, '/api/page-ratings', { page: '/thu-tuc/1.014445', helpful: 'no', comment: words }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([202, 201, 204]);
  await takeAllWords(test.portal);
  return [number, conduct.number, denounced.number, organisation.number];
}

let numbers: string[];

it('a dump of the database shows nothing of any sender, of what they wrote or of what was written to them', async () => {
  numbers = await fillEverything();
  const filled = await Promise.all(
    encryptedColumnNames.map(async (name) => {
      const { table, column } = partsOf(name);
      const { rows } = await sql<{ n: number; plain: number }>`
        select count(${sql.ref(column)})::int as n,
          (count(*) filter (where ${sql.ref(column)} !~ '^mb1\\.1\\.[A-Za-z0-9_-]{80,}$'))::int as plain
        from ${sql.table(table)}`.execute(test.owner);
      return [name, rows[0]] as const;
    }),
  );
  expect(filled.filter(([, row]) => row?.plain !== 0)).toEqual([]);
  expect(filled.filter(([, row]) => row?.n === 0).map(([name]) => name)).toEqual([
    'case_holds.reason',
    'request_people.phone',
    'request_people.address',
    'request_people.case_number',
  ]);
  expect(await leaks()).toEqual([]);
});

it('the officers and the sender read all of it, and the ledger fits', async () => {
  const seen = await crew.seen('TN', numbers[0] ?? '');
  expect(seen.body['sender']).toMatchObject({
    name: person.name,
    phone: person.phone,
    email: `hai.${person.email}`,
  });
  expect(JSON.stringify(seen.body)).toContain(`Ghi chú về ${said}`);
  expect(JSON.stringify(seen.body)).not.toMatch(/mb1\.|không mở được/);
  await sequenceLedger(test.portal);
  expect(await verifyLedger(test.owner, { key: test.portal.signer })).toMatchObject({ fits: true });
});

it('values of the same length and the same words look all different, and short ones all alike in length', async () => {
  const { rows } = await sql<{ name: string; phone: string }>`select name, phone from case_senders`.execute(
    test.owner,
  );
  const all = rows.flatMap(({ name, phone }) => [name, phone]).filter((one) => one !== null);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(all.map((one) => one.length))).toEqual(new Set([6 + Math.ceil(((12 + 16 + 64) * 4) / 3)]));
});

describe('a value', () => {
  const [one, other] = ['01990000-0000-7000-8000-000000000001', '01990000-0000-7000-8000-000000000002'];
  it('that is moved to another row, or into another column, does not open', async () => {
    const [first = '', second = ''] = numbers;
    const nameOf = async (number: string) =>
      ((await crew.seen('TN', number)).body['sender'] as { name: string } | null)?.name;
    const rowOf = async (number: string) => {
      const { rows } = await sql<{ id: string; name: string; phone: string }>`
        select s.case_id as id, s.name, s.phone from case_senders s join cases c on c.id = s.case_id
        where c.number = ${number}`.execute(test.owner);
      if (!rows[0]) throw new Error('no sender');
      return rows[0];
    };
    const [row, stranger] = [await rowOf(second), await rowOf(first)];
    const put = (name: string) =>
      sql`update case_senders set name = ${name} where case_id = ${row.id}`.execute(test.owner);
    const read = [];
    for (const value of [stranger.name, row.phone, `${row.name.slice(0, -1)}~`, row.name]) {
      await put(value);
      read.push(await nameOf(second));
    }
    // The third is no encrypted value any more: it is read as plain text.
    expect(read).toEqual([unopened, unopened, `${row.name.slice(0, -1)}~`, person.name]);
  });

  it('opens as it was written, whatever it holds: marks of this form too', async () => {
    for (const text of [
      '',
      'a',
      'mb1.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      'ế'.repeat(5_000),
      'x'.repeat(64),
      '|null|',
    ]) {
      const value = encryptValue(test.portal.dataKeys, 'cases.summary', one ?? '', text);
      expect(value).not.toContain(text === '' || text === 'a' ? '\0' : text);
      const { rows } = await sql<{ text: string; cut: string; other: string | null }>`
        select ${decrypted('cases.summary', 't')} as text, ${decrypted('cases.summary', 't', { first: 3 })} as cut,
          ${decrypted('cases.summary', 'o', { orNull: true })} as other
        from (select ${one}::text as id, ${value}::text as summary) t, (select ${other}::text as id, ${value}::text as summary) o`.execute(
        test.owner,
      );
      expect(rows).toEqual([{ text, cut: [...text].slice(0, 3).join(''), other: null }]);
    }
  });
});

/** As the release before wrote them: every value plain. */
async function makePlain(): Promise<void> {
  await test.owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const name of encryptedColumnNames) {
      const { table, column } = partsOf(name);
      const { rows } = await sql<{ ctid: string; text: string | null }>`
        select ctid::text, ${decrypted(name)} as text from ${sql.table(table)}`.execute(trx);
      for (const { ctid, text } of rows)
        if (text !== null)
          await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${text} where ctid = ${ctid}::tid`.execute(
            trx,
          );
    }
    await sql`delete from encryption_progress`.execute(trx);
  });
}

describe('what an earlier release wrote', () => {
  it('is read as before, searched for as before, and encrypted by the night’s work while steps go on', async () => {
    await makePlain();
    expect(await leaks()).not.toEqual([]);
    const [number = ''] = numbers;
    expect((await crew.seen('TN', number)).body['sender']).toMatchObject({ name: person.name });
    await encryptColumns(test.portal);
    expect(await leaks()).toEqual([]);
    expect(await encryptionStanding(test.portal)).toMatchObject({
      keyId: 1,
      tables: encryptedTables.length,
      proven: encryptedTables.length,
      unopened: 0,
      provenAt: '2026-11-20T01:30:00.000Z',
    });
    expect((await crew.seen('TN', number)).body['sender']).toMatchObject({ name: person.name });
    expect(await verifyLedger(test.owner, { key: test.portal.signer })).toMatchObject({ fits: true });
  });

  it('goes on where it was stopped, and proves nothing before a whole pass has found nothing', async () => {
    await makePlain();
    let looks = 0;
    const { db, dataKeys, now } = test.portal;
    const work = { db, dataKeys, now, isStopped: () => ++looks > 4 };
    expect(await encryptAll(work)).toBe(false);
    expect((await encryptionStanding(test.portal)).provenAt).toBeNull();
    expect(await encryptAll({ ...work, isStopped: () => false })).toBe(true);
    expect(await leaks()).toEqual([]);
  });

  it('leaves a row alone that somebody is changing, and comes back to it', async () => {
    await makePlain();
    const { db, dataKeys, now } = test.portal;
    const work = { db, dataKeys, now, isStopped: () => false };
    const held = await test.owner.startTransaction().execute();
    await sql`select 1 from case_senders limit 1 for update`.execute(held);
    expect(await encryptAll(work)).toBe(false);
    await held.rollback().execute();
    expect(await encryptAll(work)).toBe(true);
    expect(await leaks()).toEqual([]);
  });
});

describe('a new key', () => {
  it('is written with at once, everything follows, and the one before is said to be empty', async () => {
    const { db, dataKeys, now } = test.portal;
    makeDataKey(folder, 2);
    expect(fs.statSync(path.join(folder, 'keys/data-2.key')).mode & 0o777).toBe(0o600);
    const after = openDataKeys(test.portal.keys, folder);
    expect(after.newest().id).toBe(2);
    await requireDataKeys(db, after, now());
    // The running portal finds it by itself.
    await expect.poll(() => dataKeys.newest().id, { timeout: 10_000 }).toBe(2);
    const [number = ''] = numbers;
    expect(await encryptAll({ db: test.owner, dataKeys: after, now, isStopped: () => false })).toBe(true);
    const texts = [...(await dump()).values()].join('\n');
    expect(texts).not.toContain('mb1.1.');
    expect(texts).toContain('mb1.2.');
    expect(await leaks()).toEqual([]);
    expect((await crew.seen('TN', number)).body['sender']).toMatchObject({ name: person.name });
    expect(await verifyLedger(test.owner, { key: test.portal.signer })).toMatchObject({ fits: true });
    expect(
      await db
        .selectFrom('dataKeys')
        .select(['id', sql<boolean>`emptied_at is not null`.as('empty')])
        .orderBy('id')
        .execute(),
    ).toEqual([
      { id: 1, empty: true },
      { id: 2, empty: false },
    ]);
    expect((await submit(test, person)).number).toMatch(/^PAKN-/);
  });

  it('that is missing, or another one, stops the start with a sentence', async () => {
    const { db, now, keys } = test.portal;
    const elsewhere = openDataKeys(keys, await temporaryFolder());
    await expect(requireDataKeys(db, elsewhere, now())).rejects.toThrow(/Thiếu khóa dữ liệu số 2/);
    const wrong = openDataKeys(keys, '', `2:${Buffer.alloc(32, 7).toString('base64url')}`);
    await expect(requireDataKeys(db, wrong, now())).rejects.toThrow(
      /không phải khóa mà cơ sở dữ liệu này đã dùng/,
    );
    expect(() => openDataKeys(keys, '', '2:ngắn')).toThrow(/Khóa dữ liệu số 2 chưa đúng/);
  });
});

it('what was written is still never changed', async () => {
  for (const statement of [
    `update case_contents set body = 'khác'`,
    `update case_contents set body = null`,
    `update case_contents set salt = sha256('khác')`,
    `update case_event_texts set text = 'khác'`,
    `update case_event_texts set kind = 'note'`,
    `update case_replies set outcome = 'explain'`,
    `update case_replies set body = 'khác'`,
    `update rating_versions set comment = 'khác'`,
  ])
    await expect(sql.raw(statement).execute(test.owner)).rejects.toThrow(/are never changed/);
  // Encrypted words in place of others are named by their seal.
  await sql`update case_contents set body = ${`mb1.2.${'A'.repeat(130)}`}`.execute(test.owner);
  expect(await verifyLedger(test.owner, { key: test.portal.signer })).toMatchObject({
    fits: false,
    finding: expect.stringContaining(numbers[0] ?? ''),
  });
});
