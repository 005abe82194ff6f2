// After erasing, the person is nowhere: every table of every schema, every file, every letter and every line of the log is
// searched for what only this person had, however it is spelt; the ledger still verifies.
import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyRetention } from '../../api/cases/privacy/retention-service.ts';
import { encryptedColumnNames, partsOf } from '../../api/crypto/encrypted-columns.ts';
import { decrypted } from '../../api/db/encrypted.ts';
import type { CaseField } from '../../api/cases/fields/field.ts';
import { fields } from '../../api/cases/fields/table.ts';
import { clearTraces } from '../../api/cases/privacy/erase-service.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, reply, type Crew } from '../support/portal/crew.ts';
import { photograph } from '../support/worlds/files.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { runJobs } from '../support/portal/jobs.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { readLetter } from '../support/stand-ins/mailbox.ts';

let test: TestPortal;
let crew: Crew;
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00', env: { DATA_DIR: folder } });
  crew = await openCrew(test);
});
afterAll(() => test.close());

const person = {
  name: 'Lò Thị Hoàng Yến',
  address: '17 ngõ Đá Quý, thôn Kẻ Giả, tỉnh Quảng Ngãi',
  phone: '0987 654 321',
  email: 'hoangyen.lo@canh-buom.example',
  consentsToNotices: true,
  consentsToPublication: true,
};
const words = 'chiếc xe đạp màu hổ phách';
/** Every field that somebody can write in, whatever fields there are, with the canary in it. */
const written = Object.fromEntries(
  Object.entries<CaseField>(fields)
    .filter(([, { asked }]) => asked.control === 'area' || asked.control === 'line')
    .map(([name]) => [name, `Trả ${words}: ${name}.`]),
);
const elsewhere = 'noi.nhan.khac@thuyen-giay.example';
const canaries = [
  ...[person.name, 'Hoàng Yến', 'ngõ Đá Quý', '0987654321', '0987 654 321', 'hoangyen.lo', words],
  'noi.nhan.khac',
];

const bare = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
/** A canary as it may lie in a file or a column: composed, taken apart, without accents, and in the codes of mail and web. */
const spellings = (text: string): string[] =>
  [text, text.normalize('NFD'), bare(text), text.toLowerCase(), bare(text).toLowerCase()].flatMap((one) => [
    one,
    encodeURIComponent(one),
    encodeURIComponent(one).replaceAll('%20', '+'),
    // Quoted-printable; in base64 a text may begin at any of three places.
    Buffer.from(one)
      .toString('latin1')
      .replaceAll(/[^ -~]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`),
    ...[0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), Buffer.from(one)])
        .toString('base64')
        .replaceAll('=', '')
        .slice(shift === 0 ? 0 : shift + 1, -2),
    ),
    Buffer.from(one).toString('hex'),
  ]);
const sought = [...new Set(canaries.flatMap(spellings))].filter((one) => one.length >= 8);

/** What encrypted columns say, table by table. */
async function opened(): Promise<string[]> {
  const places: string[] = [];
  for (const name of encryptedColumnNames) {
    const { table } = partsOf(name);
    const { rows } = await sql<{ text: string | null }>`
      select ${decrypted(name)} as text from ${sql.table(table)}`.execute(test.owner);
    const text = rows
      .map((row) => row.text ?? '')
      .join('\n')
      .toLowerCase();
    for (const one of sought) if (text.includes(one.toLowerCase())) places.push(`public.${table}: ${one}`);
  }
  return places;
}

/** Where a canary still lies, for who has the keys too: `table`, `file`, each with what was found. */
const found = async (): Promise<string[]> => [...(await dumped()), ...(await opened())];

/** The same for who has the database and the folder, but no keys. */
async function dumped(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(test.owner);
  const places: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(
      test.owner,
    );
    const text = rows
      .map(({ line }) => line)
      .join('\n')
      .toLowerCase();
    for (const one of sought) if (text.includes(one.toLowerCase())) places.push(`${name}: ${one}`);
  }
  for (const file of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const whole = path.join(folder, file);
    if (!fs.statSync(whole).isFile()) continue;
    const text = fs
      .readFileSync(whole)
      .toString('utf8')
      .replaceAll('=\r\n', '')
      .replaceAll(/\r\n(?=\S)/g, '')
      .toLowerCase();
    for (const one of sought) if (text.includes(one.toLowerCase())) places.push(`${file}: ${one}`);
  }
  return places;
}

/** A case with the canaries wherever words can stand, led to its publication, with its letters lying in the mail folder. */
async function fullCase() {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(await photograph())], `${person.name} ${words}.jpg`));
  const upload = await test.request('/api/uploads', { method: 'POST', body: form });
  const { token } = (await upload.json()) as { token: string };
  const said = `${person.name}, ${person.phone}, ${person.address}, ${person.email}: ${words}`;
  const receipt = await submit(test, {
    ...written,
    ...person,
    body: `Tôi là ${said}.`,
    attachments: [token],
  });
  const must = async (...call: Parameters<Crew['take']>) => {
    const { status, body } = await crew.take(...call);
    expect([call[2], status, body?.errors ?? null]).toEqual([call[2], 200, null]);
  };
  const { number, secret } = receipt;
  const step = async (fields: object) =>
    expect((await post(test, '/api/cases/steps', { number, secret, ...fields })).status).toBe(200);
  await must('TN', number, 'classify', { contentCode: '5.2', summary: `Phản ánh của ${said}` });
  await must('TN', number, 'note', { note: `Ghi chú về ${said}` });
  await must('TN', number, 'ask-supplement', { question: `Hỏi ${said}` });
  await step({ step: 'supply', text: `Bổ sung: ${said}` });
  await step({ step: 'choose-name', name: 'show' });
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
  await must('TN', number, 'accept');
  await must('CVP', number, 'assign', { handlerId: crew.officers.XL.id, note: `Chỉ đạo về ${said}` });
  for (const turn of [1, 2]) {
    await must('XL', number, 'draft-reply', { ...reply, body: `Lần ${turn}: kính gửi ${said}` });
    await must('TP', number, 'submit-reply');
    if (turn === 1) await must('LD', number, 'return-reply', { reason: `Viết lại cho ${said}` });
  }
  await must('LD', number, 'approve', { letterNumber: `12/${person.name} 0987654321` });
  // Whoever asked to be named may stand in what is published: until it is erased.
  await must('BT', number, 'publish', {
    title: `Bà ${person.name}: biểu mẫu còn đòi bản giấy`,
    summary: `Bà ${person.name} phản ánh biểu mẫu còn yêu cầu bản giấy.`,
    answer: 'Cơ quan đã kiến nghị sửa biểu mẫu, không yêu cầu bản giấy.',
    confirmedMasked: true,
  });
  await must('BT', number, 'tell-change', {
    changed: `Nhờ bà ${person.name}, biểu mẫu không còn đòi bản giấy.`,
    changedDocument: `12/QĐ-SKHCN ${person.name}`,
    confirmedMasked: true,
  });
  expect(
    (await post(test, '/api/cases/rate', { number, secret, score: 'dissatisfied', comment: said })).status,
  ).toBe(204);
  await crew.seen('TN', number);
  await test.portal.search.warm();
  await runJobs(test.portal, { name: 'notice' });
  // What the sender has asked to be written: the receipt to another address, proof of the own one, a new code.
  const ask = async (what: string, body: object) => {
    expect([what, (await post(test, `/api/cases/${what}`, { number, ...body })).status]).toEqual([
      what,
      what === 'confirm-address' ? 204 : 202,
    ]);
    await runJobs(test.portal, { name: 'asked-letter' });
  };
  await ask('mail-receipt', { secret, email: elsewhere });
  await ask('address-letter', { secret });
  const texts = lettersLeft().map(
    (file) => readLetter(fs.readFileSync(path.join(folder, 'mail', file), 'latin1')).text,
  );
  const proof = /xac-nhan-thu\?ma=([\w-]{48})/.exec(texts.join('\n'))?.[1];
  await ask('confirm-address', { secret, token: proof });
  await ask('lost-code', { email: person.email });
  expect(lettersLeft().length).toBe(texts.length + 1);
  return receipt;
}

const fits = async () => {
  await sequenceLedger(test.portal);
  return await verifyLedger(test.owner, { key: test.portal.signer });
};
const lettersLeft = () => fs.readdirSync(path.join(folder, 'mail'));

it('is everywhere before, and the check sees it', async () => {
  const { number } = await fullCase();
  const places = new Set((await found()).map((place) => place.split(': ')[0]?.replace(/\/.*/, '')));
  expect([...places].sort()).toEqual(
    expect.arrayContaining(
      [
        'mail',
        'public.answer_versions',
        'public.case_contents',
        'public.case_event_texts',
        'public.case_replies',
        'public.case_senders',
        'public.cases',
        'public.rating_versions',
        'public.attachments',
        'public.office_files',
      ].sort(),
    ),
  );
  expect(lettersLeft().length).toBeGreaterThan(2);
  // Who has the database alone reads what is public, and the number of a letter as an officer wrote it; nothing else.
  const inDump = new Set((await dumped()).map((place) => place.split(': ')[0]?.replace(/\/.*/, '')));
  expect([...inDump].sort()).toEqual(['mail', 'public.answer_versions', 'public.cases']);
  await sql`update cases set letter_number = '12/SKHCN-VP'`.execute(test.owner);
  expect((await dumped()).filter((place) => place.startsWith('public.cases'))).toEqual([]);
  await sql`update cases set letter_number = ${`12/${person.name} 0987654321`}`.execute(test.owner);

  const { status } = await crew.take('CVP', number, 'erase', {
    reason: `Theo yêu cầu của bà ${person.name}, ${person.phone}.`,
  });
  expect(status).toBe(200);
  expect(await found()).toEqual([]);
  expect(lettersLeft()).toEqual([]);
  expect(await fits()).toMatchObject({ fits: true });
  const { rows } = await sql`select summary, answer from published_answers where number = ${number}`.execute(
    test.owner,
  );
  expect(rows).toEqual([
    {
      summary: 'Bà [đã xóa] phản ánh biểu mẫu còn yêu cầu bản giấy.',
      answer: 'Cơ quan đã kiến nghị sửa biểu mẫu, không yêu cầu bản giấy.',
    },
  ]);
  const hits = await test.portal.search
    .search({ query: 'Lò Thị Hoàng Yến' } as never)
    .catch(() => ({ hits: [] }));
  expect(JSON.stringify(hits)).not.toContain('Hoàng Yến');
});

it('is nowhere after the term of keeping either; running it again, or after an interruption, changes nothing', async () => {
  const { number } = await fullCase();
  test.clock.set('2028-11-25T08:00:00+07:00');
  // The process dies between the rows and the files: letters are still there, the job finds them.
  const { mailer } = test.portal;
  test.portal.mailer = { ...mailer, forget: () => Promise.reject(new Error('died')) };
  expect(await applyRetention(test.portal)).toBe(1);
  test.portal.mailer = mailer;
  expect(lettersLeft().length).toBeGreaterThan(0);
  expect(await runJobs(test.portal, { name: 'clear-traces', evenLater: true })).toContain(
    'clear-traces done',
  );
  expect(await found()).toEqual([]);
  const { id } = await test.portal.db
    .selectFrom('cases')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  await clearTraces(test.portal, { caseId: id });
  expect(await applyRetention(test.portal)).toBe(0);
  expect(await fits()).toMatchObject({ fits: true });
});

it('is nowhere where an earlier release erased half of it: the night finishes the work', async () => {
  test.clock.set('2028-11-26T08:00:00+07:00');
  const { number } = await fullCase();
  expect((await crew.take('CVP', number, 'erase', { reason: 'Theo yêu cầu.' })).status).toBe(200);
  await test.owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`update case_replies set body = ${`Kính gửi ${person.name}`} where case_id = (select id from cases where number = ${number})`.execute(
      trx,
    );
    await sql`update cases set summary = ${person.name}, letter_number = ${person.phone} where number = ${number}`.execute(
      trx,
    );
  });
  expect(await found()).not.toEqual([]);
  expect(await applyRetention(test.portal)).toBe(1);
  expect(await found()).toEqual([]);
  expect(await fits()).toMatchObject({ fits: true });
});
