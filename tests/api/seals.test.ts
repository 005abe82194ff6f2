// Doctoring any column of a case behind the portal's back is named: table, column, case. Columns are read from the
// database, so that a new one that no step seals fails here by its name.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyWithin } from '../../api/ledger/verify-service.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { post } from '../support/portal/case.ts';
import { openCrew, publication, reply } from '../support/portal/crew.ts';
import { photograph } from '../support/worlds/files.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
const number = 'PAKN-2026-000001';
const merged = 'PAKN-2026-000002';

/** One case with a row in every table, and one merged into it; both answered, the first one published and rated. */
beforeAll(async () => {
  test = await openTestPortal({
    now: '2026-11-20T08:30:00+07:00',
    env: { DATA_DIR: await temporaryFolder() },
  });
  const crew = await openCrew(test);
  const form = new FormData();
  form.append('file', new File([new Uint8Array(await photograph())], 'anh.jpg'));
  const upload = await test.request('/api/uploads', { method: 'POST', body: form });
  const { token } = (await upload.json()) as { token: string };
  const main = await crew.caseIn('submitted', {
    contentCode: '5.1',
    attachments: [token],
    email: 'a@thu.example',
  });
  const other = await crew.caseIn('submitted');
  const must = async (...call: Parameters<typeof crew.take>) =>
    expect([call[2], (await crew.take(...call)).body]).toEqual([
      call[2],
      expect.not.objectContaining({ code: expect.anything() }),
    ]);
  const complained = { contentCode: '5.1', summary: 'Cán bộ đòi thêm bản giấy.', subjectUnit: 'chi-cuc-tdc' };
  await must('TN', main.number, 'classify', complained);
  await must('TN', main.number, 'note', { note: 'Gọi lại cho người gửi.' });
  await must('TN', other.number, 'merge', {
    contentCode: '5.2',
    into: main.number,
    reason: 'Cùng một việc.',
  });
  await must('TN', main.number, 'refer-conduct');
  await must('LD', main.number, 'assign-conduct', { handlerId: crew.officers.XL.id, units: ['van-phong'] });
  await must('XL', main.number, 'draft-reply', { ...reply, verification: 'true' });
  await must('TP', main.number, 'submit-reply');
  await must('LD', main.number, 'approve', { letterNumber: '12/SKHCN-VP', confirmedMasked: true });
  const again = new FormData();
  again.append('file', new File([new Uint8Array(await photograph())], 'van-ban.jpg'));
  const second = await test.request('/api/uploads', { method: 'POST', body: again });
  const signed = await post(
    test,
    `/api/staff/cases/${main.number}/office-files`,
    {
      ...{ purpose: 'signed-reply', datedOn: '2026-11-20', note: 'Bản có dấu.', give: true },
      attachments: [((await second.json()) as { token: string }).token],
    },
    crew.officers.TN.headers,
  );
  expect(signed.status).toBe(201);
  const { id: file } = (await crew.seen('TN', main.number)).body['officeFiles'][0];
  const withdrawn = await post(
    test,
    `/api/staff/cases/${main.number}/office-files/${file}/withdrawal`,
    { reason: 'Quét thiếu trang.' },
    crew.officers.TN.headers,
  );
  expect(withdrawn.status).toBe(204);
  await must('BT', main.number, 'publish', { ...publication, confirmedMasked: true });
  const { number, secret } = main;
  const rated = await post(test, '/api/cases/rate', {
    number,
    secret,
    score: 'dissatisfied',
    reason: 'slow',
    comment: 'Chờ lâu.',
  });
  expect([rated.status, rated.body ?? null]).toEqual([204, null]);
  await sequenceLedger(test.portal);
});
afterAll(() => test.close());

/** What the check says after a superuser has changed rows whom no trigger and no foreign key stops; then undone. */
async function findingAfter(statement: string): Promise<string> {
  const trx = await test.owner.startTransaction().execute();
  try {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(statement).execute(trx);
    const verified = await verifyWithin(trx, { key: test.portal.signer });
    return verified.fits ? 'KHỚP' : verified.finding;
  } finally {
    await trx.rollback().execute();
  }
}

const tables = [
  'cases',
  'case_senders',
  'case_contents',
  'case_event_texts',
  'case_replies',
  'answer_versions',
  'rating_versions',
  'attachments',
  'office_files',
  'case_units',
  'case_subjects',
];
const owner = (table: string) => (table === 'cases' ? 'id' : 'case_id');
const inCase = (table: string) => `${owner(table)} = (select id from cases where serial = 1)`;

/** Of no account to what was said and answered: keys of requests, the scanner's word, moments of an upload. */
const free = new Set([
  'cases.idempotency_hash',
  'cases.request_hash',
  'cases.sealed_receipt',
  // A hint, reckoned from the words.
  'cases.signal',
  // Reckoned by the database from the dates, which are sealed; nobody can write it.
  'cases.nearest_on',
  // Of the events, which are chained; lists are ordered by it.
  'cases.happened_at',
  'cases.last_at',
  'cases.report_owed',
  'case_senders.email_refused_at',
  'case_senders.language',
  'attachments.token_hash',
  'attachments.state',
  'attachments.uploaded_at',
  'attachments.attached_at',
  // Of files that belong to no case yet.
  'attachments.held_until',
]);
const other: Record<string, string> = {
  'cases.track': `'rule'`,
  // Free in the register, so that no index stands in the way.
  'cases.serial': '99',
  'case_senders.kind': `'organisation'`,
  'case_senders.name_at_publication': `'show'`,
  'rating_versions.score': `'satisfied'`,
  'attachments.kind': `'pdf'`,
  // Two files lie there: neither takes the place of the other.
  'attachments.place': 'place + 10',
  'office_files.purpose': `'evidence'`,
};
const changed = (column: string, type: string): string =>
  ({
    text: `coalesce(${column}, '') || 'x'`,
    boolean: `not ${column}`,
    date: `coalesce(${column}, '2026-01-01') + 1`,
    'timestamp with time zone': `coalesce(${column}, '2026-01-01') + interval '1 second'`,
    integer: `coalesce(${column}, 0) + 1`,
    bigint: `coalesce(${column}, 0) + 1`,
    jsonb: `'{"khác": 1}'`,
    uuid: `gen_random_uuid()`,
    bytea: `sha256('khác')`,
    ARRAY: `array['khác']`,
  })[type] ?? 'null';

describe('the register', () => {
  it('fits before anything is touched, and no case is from before seals', async () => {
    expect(await findingAfter('select 1')).toBe('KHỚP');
    const verified = await test.owner.transaction().execute((trx) => verifyWithin(trx, {}));
    expect(verified).toMatchObject({ fits: true, cases: 2, beforeSeals: 0 });
  });

  it('names each column of each table when it is changed', async () => {
    const { rows } = await sql<{ table: string; column: string; type: string }>`
      select table_name as table, column_name as column, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = any(${tables}) order by table_name, ordinal_position`.execute(
      test.owner,
    );
    const told: Record<string, string> = {};
    for (const { table, column, type } of rows) {
      const name = `${table}.${column}`;
      if (free.has(name) || column === owner(table)) continue;
      const value = other[name] ?? changed(column, type);
      told[name] = await findingAfter(`update ${table} set ${column} = ${value} where ${inCase(table)}`);
    }
    const silent = Object.entries(told).filter(
      ([, finding]) => !finding.includes(number) && !finding.startsWith('Sổ '),
    );
    expect(silent).toEqual([]);
    expect(Object.keys(told).length).toBeGreaterThanOrEqual(75);
    // In the words of the officer who must look: table, row, column, and the step that wrote it.
    expect(told).toMatchObject({
      'case_replies.body': `Hồ sơ ${number}: case_replies[1].body không khớp cam kết ở bước 6 (draft-reply).`,
      'case_replies.outcome': `Hồ sơ ${number}: case_replies[1].outcome không khớp cam kết ở bước 6 (draft-reply).`,
      'answer_versions.answer': `Hồ sơ ${number}: answer_versions[1].answer không khớp cam kết ở bước 12 (publish).`,
      'rating_versions.score': `Hồ sơ ${number}: rating_versions[1].score không khớp cam kết ở bước 13 (rate).`,
      'cases.letter_number': `Hồ sơ ${number}: cases.letter_number không khớp cam kết ở bước 8 (approve).`,
      'cases.outside_agency': `Hồ sơ ${number}: cases.outside_agency có giá trị mà không bước nào ghi.`,
      'case_senders.name': `Hồ sơ ${number}: case_senders.name không khớp cam kết ở bước 1 (submit).`,
      'office_files.note': `Hồ sơ ${number}: office_files[2].note không khớp cam kết ở bước 9 (add-file).`,
      'office_files.given_at': `Hồ sơ ${number}: office_files[2].given_at không khớp cam kết ở bước 10 (give-file).`,
      'attachments.sha256': `Hồ sơ ${number}: attachments[1].sha256 không khớp cam kết ở bước 1 (submit).`,
    });
  });

  it.each([
    [
      'a reply that nobody wrote',
      `insert into case_replies select case_id, 2, body, outcome, criteria, verification, author_id, written_at from case_replies where ${inCase('case_replies')}`,
      'case_replies[2].body có giá trị mà không bước nào ghi',
    ],
    [
      'a reply that is gone',
      `delete from case_replies where ${inCase('case_replies')}`,
      'case_replies[1].author_id đã ghi ở bước 6 (draft-reply) nay không còn',
    ],
    [
      'a published answer that is gone',
      `delete from answer_versions where ${inCase('answer_versions')}`,
      'answer_versions[1]',
    ],
    [
      'an attachment that is gone',
      `delete from attachments where ${inCase('attachments')}`,
      'attachments[1]',
    ],
    [
      'words that are emptied without the step of erasing',
      `update case_replies set body = null where ${inCase('case_replies')}`,
      'case_replies[1].body không khớp cam kết ở bước 6',
    ],
    ['salts that are gone', `delete from case_seals where ${inCase('case_seals')}`, 'mất muối của cam kết'],
    [
      'the seals themselves',
      `update case_events set seals = null where ${inCase('case_events')} and seq = 6`,
      `Hồ sơ ${number}, bước 6 (draft-reply): nội dung bước không khớp mã băm của nó.`,
    ],
    [
      'the letter of a merged sender',
      `update case_replies set body = 'khác' where case_id = (select id from cases where serial = 2)`,
      `Hồ sơ ${merged}: case_replies[1].body không khớp cam kết ở bước`,
    ],
  ])('names %s', async (_what, statement, finding) => {
    expect(await findingAfter(statement)).toContain(finding);
  });
});

describe('the role of the run', () => {
  it.each([
    `update case_replies set outcome = 'explain'`,
    `update case_replies set body = 'khác'`,
    'delete from case_replies',
    `update answer_versions set answer = 'khác'`,
    `update answer_versions set unit = null`,
    'delete from answer_versions',
    `update rating_versions set score = 'satisfied'`,
    `update rating_versions set comment = 'khác'`,
    `update case_event_texts set text = 'khác'`,
    `update case_contents set body = 'khác'`,
    `update case_seals set salt = sha256('khác')`,
    `update published_answers set answer = 'khác'`,
    `update case_ratings set score = 'satisfied'`,
    'truncate case_seals',
  ])('is denied: %s', async (statement) => {
    await expect(sql.raw(statement).execute(test.portal.db)).rejects.toThrow(
      /permission denied|are never changed/,
    );
  });

  it('where one role does all, the triggers refuse the same', async () => {
    for (const statement of [
      `update case_replies set body = 'khác'`,
      `update rating_versions set score = 'satisfied'`,
      `update case_contents set body = 'khác'`,
      'delete from answer_versions',
    ])
      await expect(sql.raw(statement).execute(test.owner)).rejects.toThrow(/never changed/);
  });
});

describe('events of an earlier release, without seals', () => {
  it('still verify, and how many cases are from before is said', async () => {
    const trx = await test.owner.startTransaction().execute();
    try {
      await sql`set local session_replication_role = replica`.execute(trx);
      // As the earlier release wrote them: text v1, chained anew, and a ledger that has yet to take them in.
      await sql`delete from case_seals`.execute(trx);
      await sql`
        do $$ declare e case_events; last bytea; begin
          for e in select * from case_events order by case_id, seq loop
            last := case when e.seq = 1 then null else last end;
            e.seals := null; e.prev_hash := last; last := sha256(convert_to(event_text(e), 'UTF8'));
            update case_events set seals = null, prev_hash = e.prev_hash, hash = last
              where case_id = e.case_id and seq = e.seq;
          end loop;
        end $$`.execute(trx);
      for (const table of ['ledger_leaves', 'ledger_nodes', 'ledger_head', 'ledger_checkpoints'])
        await sql`delete from ${sql.table(table)}`.execute(trx);
      await sql`insert into ledger_pending select case_id, seq from case_events`.execute(trx);
      expect(await verifyWithin(trx, {})).toMatchObject({ fits: true, cases: 2, beforeSeals: 2 });
    } finally {
      await trx.rollback().execute();
    }
  });
});
