// The register cannot be doctored: whatever is changed behind the portal's back is named; what is lawfully erased is not.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePersonalData } from '../../api/cases/privacy/erase-service.ts';
import { grantRunRights } from '../../api/db/rights.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { verifyLedger, verifyWithin } from '../../api/ledger/verify-service.ts';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, publication, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { runRole } from '../support/portal/server.ts';

const secretWord = 'lời riêng của người gửi (dữ liệu thử)';

/** Three cases, the second one led to its end; everything in the ledger, over two days. */
async function openRegister() {
  const test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  const crew = await openCrew(test);
  await submit(test);
  const told = await crew.caseIn('answered', { body: `Nội dung có ${secretWord}, đủ dài.` });
  await crew.take('TN', told.number, 'note', { note: `Ghi chú nhắc lại ${secretWord}.` });
  await crew.take('BT', told.number, 'publish', publication);
  await sequenceLedger(test.portal);
  test.clock.set('2026-11-23T08:00:00+07:00');
  await submit(test);
  await sequenceLedger(test.portal);
  return { test, crew, told };
}

const verify = ({ portal, owner }: TestPortal) => verifyLedger(owner, { key: portal.signer });

/** What the check says after rows were changed by a superuser whom no trigger and no foreign key stops; then undone. */
async function verifiedAfter({ owner, portal }: TestPortal, statement: string): Promise<unknown> {
  const trx = await owner.startTransaction().execute();
  try {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(statement).execute(trx);
    return await verifyWithin(trx, { key: portal.signer });
  } finally {
    await trx.rollback().execute();
  }
}

describe('an untouched register', () => {
  let test: TestPortal;
  beforeAll(async () => void ({ test } = await openRegister()));
  afterAll(() => test.close());

  it('fits: counts, size and root are told', async () => {
    const { size } = await test.portal.db.selectFrom('ledgerHead').select('size').executeTakeFirstOrThrow();
    expect(await verify(test)).toEqual({
      fits: true,
      securityEvents: expect.any(Number),
      cases: 3,
      beforeSeals: 0,
      events: size,
      pending: 0,
      checkpoints: 3,
      size,
      root: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    });
  });

  it('fits while events still wait for their place', async () => {
    await submit(test);
    expect(await verify(test)).toMatchObject({ fits: true, cases: 4, pending: 1 });
  });

  it('does not fit a checkpoint that somebody has kept of another ledger', async () => {
    const other = await openRegister();
    const { note } = await other.test.portal.db
      .selectFrom('ledgerHead')
      .select('note')
      .executeTakeFirstOrThrow();
    await other.test.close();
    expect(await verifyLedger(test.owner, { kept: [{ name: 'Bản giữ riêng', note }] })).toEqual({
      fits: false,
      finding: expect.stringContaining('Bản giữ riêng: gốc cây không khớp'),
    });
  });
});

describe('a change behind the back is named', () => {
  let test: TestPortal;
  beforeAll(async () => void ({ test } = await openRegister()));
  afterAll(() => test.close());
  const second = `(select id from cases where serial = 2)`;
  const third = `(select id from cases where serial = 3)`;
  it.each([
    [
      'the words of a step',
      `update case_event_texts set text = 'khác' where case_id = ${second} and seq = 8`,
      /^Hồ sơ PAKN-2026-000002, bước 8 \(note\): lời văn không khớp cam kết đã ghi\.$/,
    ],
    [
      'what the sender said',
      `update case_contents set body = 'khác hẳn' where case_id = ${second}`,
      /^Hồ sơ PAKN-2026-000002: nội dung phản ánh không khớp cam kết ở bước 1\.$/,
    ],
    [
      'the content of a case is gone',
      `delete from case_contents where case_id = ${second}`,
      /^Hồ sơ PAKN-2026-000002: nội dung đã mất mà không có bước xóa dữ liệu\.$/,
    ],
    [
      'who took a step',
      `update case_events set actor_id = 'người khác' where case_id = ${second} and step = 'approve'`,
      /^Hồ sơ PAKN-2026-000002, bước 7 \(approve\): nội dung bước không khớp mã băm của nó\.$/,
    ],
    [
      'when a step was taken',
      `update case_events set at = at - interval '3 days' where case_id = ${second} and seq = 3`,
      /^Hồ sơ PAKN-2026-000002, bước 3 \(accept\): nội dung bước không khớp mã băm của nó\.$/,
    ],
    [
      'a step, with its hash made to fit again',
      `update case_events e set actor_id = 'người khác', hash = sha256(convert_to(event_text((e.case_id, e.seq, e.step, e.from_status, e.to_status, e.actor_role, 'người khác', e.at, e.due_before, e.due_after, e.commitment, e.data, e.prev_hash, e.hash, e.seals)::case_events), 'UTF8')) where case_id = ${second} and seq = 9`,
      /^Nhật ký xử lý mục \d+, hồ sơ PAKN-2026-000002, bước 9: mã băm trong nhật ký xử lý khác mã băm của bước\.$/,
    ],
    [
      'a deleted step in the middle',
      `delete from case_events where case_id = ${second} and seq = 4`,
      /^Hồ sơ PAKN-2026-000002: thiếu bước 4\.$/,
    ],
    [
      'a deleted last step, with the case put back',
      `with gone as (delete from case_events where case_id = ${second} and step = 'publish') update cases set status = 'answered' where serial = 2`,
      /^Nhật ký xử lý mục \d+, hồ sơ PAKN-2026-000002, bước 9: bước này không còn trong sổ đăng ký\.$/,
    ],
    [
      'a whole case is gone',
      `with e as (delete from case_events where case_id = ${second}) delete from cases where serial = 2`,
      /^Sổ PAKN-2026: thiếu hồ sơ số 2\.$/,
    ],
    [
      'the last case is gone',
      `with e as (delete from case_events where case_id = ${third}) delete from cases where serial = 3`,
      /^Sổ PAKN-2026: bộ đếm ở số 3, hồ sơ cuối là số 2\.$/,
    ],
    [
      'the status of a case',
      `update cases set status = 'submitted' where serial = 2`,
      /^Hồ sơ PAKN-2026-000002: trạng thái trong sổ là “submitted”, bước cuối \(9\) để lại “published”\.$/,
    ],
    [
      'the due date of a case',
      `update cases set due_on = '2026-12-31' where serial = 3`,
      /^Hồ sơ PAKN-2026-000003: hạn trong sổ là 2026-12-31, bước cuối \(1\) để lại 2026-12-15\.$/,
    ],
    [
      'the moment of receipt',
      `update cases set received_at = received_at - interval '1 day' where serial = 3`,
      /^Hồ sơ PAKN-2026-000003: lúc nhận không khớp bước 1\.$/,
    ],
    [
      'two leaves swapped',
      `alter table ledger_leaves drop constraint ledger_leaves_event_hash_key; update ledger_leaves l set event_hash = o.event_hash from ledger_leaves o where l.index + o.index = 3 and l.index in (1, 2)`,
      /^Nhật ký xử lý mục 1, hồ sơ PAKN-2026-\d{6}, bước \d+: mã băm trong nhật ký xử lý khác mã băm của bước\.$/,
    ],
    [
      'a deleted leaf',
      `delete from ledger_leaves where index = 2`,
      /^Hồ sơ PAKN-2026-\d{6}, bước \d+ \(.+\): không có chỗ/,
    ],
    [
      'a node of the tree',
      `update ledger_nodes set hash = sha256('khác') where level = 1 and index = 1`,
      /^Nhật ký xử lý, nút 1 tầng 1: không khớp các mục bên dưới\.$/,
    ],
    [
      'a node too many',
      `insert into ledger_nodes values (1, 999, sha256('thừa'))`,
      /^Nhật ký xử lý: có \d+ nút, đúng ra phải là \d+\.$/,
    ],
    [
      'the size of a kept checkpoint',
      `update ledger_checkpoints set note = regexp_replace(note, '\\n\\d+\\n', E'\\n1\\n') where on_day = '2026-11-20'`,
      /^Bản chốt ngày 2026-11-20: chữ ký không đúng\.$/,
    ],
    [
      'the newest checkpoint',
      `update ledger_head set note = 'không phải bản chốt'`,
      /^Bản chốt mới nhất: không đọc được\.$/,
    ],
    [
      'an event taken off the waiting list unseen',
      `with added as (insert into case_events select case_id, seq + 1, step, to_status, to_status, actor_role, actor_id, at, due_after, due_after, null, null, hash, hash from case_events where case_id = ${third} returning *) update case_events set seq = seq where false`,
      /^Hồ sơ PAKN-2026-000003, bước 2 \(submit\): nội dung bước không khớp mã băm của nó\.$/,
    ],
  ])('%s', async (_what, statement, finding) => {
    expect(await verifiedAfter(test, statement)).toEqual({
      fits: false,
      finding: expect.stringMatching(finding),
    });
  });
});

describe('erasing a person’s data', () => {
  let test: TestPortal;
  let crew: Crew;
  let told: { number: string; secret: string };
  beforeAll(async () => void ({ test, crew, told } = await openRegister()));
  afterAll(() => test.close());
  const erase = (number: string, role: 'CVP' | 'TN' = 'CVP') =>
    erasePersonalData(
      test.portal,
      number,
      { role, id: crew.officers[role].id },
      'Theo yêu cầu của người gửi.',
    );
  const rowsOf = async (number: string) => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from case_senders where case_id = c.id) as senders,
        (select count(*) from case_contents where case_id = c.id) as contents,
        (select count(*) from case_event_texts where case_id = c.id) as texts,
        (select count(*) from case_events where case_id = c.id) as events
      from cases c where number = ${number}`.execute(test.owner);
    return rows[0];
  };

  it('is refused on an open case, and to whom it is not given, and nothing is written', async () => {
    const before = await rowsOf('PAKN-2026-000001');
    await expect(erase('PAKN-2026-000001')).rejects.toMatchObject({ code: 'wrong-status' });
    await expect(erase(told.number, 'TN')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(erase('PAKN-2026-999999')).rejects.toMatchObject({ code: 'not-found' });
    expect(await rowsOf('PAKN-2026-000001')).toEqual(before);
  });

  it('leaves the events, adds its own, and the ledger still verifies', async () => {
    const before = await rowsOf(told.number);
    test.clock.set('2026-11-25T09:00:00+07:00');
    await erase(told.number);
    expect(await rowsOf(told.number)).toEqual({
      senders: 0,
      contents: 0,
      texts: 1,
      events: (before?.['events'] ?? 0) + 1,
    });
    expect(await verify(test)).toMatchObject({ fits: true, pending: 1 });
    await sequenceLedger(test.portal);
    expect(await verify(test)).toMatchObject({ fits: true, pending: 0 });
  });

  it('leaves no word of the sender in any table', async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname in ('public', 'jobs')`.execute(test.owner);
    for (const { name } of tables) {
      const { rows } =
        await sql`select from ${sql.raw(name)} t where t::text like ${`%${secretWord}%`}`.execute(test.owner);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('keeps the look-up, the receipt and the proof of the sender working', async () => {
    const key = { number: told.number, secret: told.secret };
    expect(await post(test, '/api/cases/lookup', key)).toMatchObject({ status: 200, body: { said: null } });
    expect((await post(test, '/api/cases/receipt', key)).status).toBe(200);
    expect((await post(test, '/api/cases/proof', key)).status).toBe(200);
  });

  it('keeps the case visible to the officers', async () => {
    expect((await crew.seen('TN', told.number)).status).toBe(200);
  });

  it('is done once', async () => {
    await expect(erase(told.number)).rejects.toMatchObject({ code: 'wrong-status' });
  });
});

describe('the role of the run', () => {
  let test: TestPortal;
  beforeAll(async () => {
    test = await openTestPortal();
    await submit(test);
    await sequenceLedger(test.portal);
  });
  afterAll(() => test.close());

  it.each([
    ...['case_events', 'ledger_leaves', 'ledger_nodes', 'ledger_checkpoints', 'signing_keys'].flatMap(
      (table) => [
        [
          `update ${table} set ${{ case_events: 'seq = seq', ledger_leaves: 'seq = seq', ledger_nodes: 'level = level', ledger_checkpoints: 'size = size', signing_keys: 'name = name' }[table]}`,
          table,
        ],
        [`delete from ${table}`, table],
        [`truncate ${table}`, table],
      ],
    ),
    ['delete from cases', 'cases'],
    ['delete from register_counters', 'register_counters'],
    ['insert into kysely_migration values (1, 1)', 'kysely_migration'],
  ])('is denied: %s', async (statement, table) => {
    await expect(sql.raw(statement).execute(test.portal.db)).rejects.toThrow(
      `permission denied for table ${table}`,
    );
  });

  it.each([
    ['alter table case_events disable trigger all', /must be owner of table/],
    ['drop trigger case_events_are_immutable on case_events', /must be owner of/],
    ['set session_replication_role = replica', /permission denied to set parameter/],
    ['create table beside (id int)', /permission denied for schema public/],
  ])('cannot open the door to itself: %s', async (statement, refused) => {
    await expect(sql.raw(statement).execute(test.portal.db)).rejects.toThrow(refused);
  });

  it('keeps its rights, no more and no less, when they are given again', async () => {
    await grantRunRights(test.owner, runRole.name);
    await submit(test);
    await expect(sql`delete from case_events`.execute(test.portal.db)).rejects.toThrow('permission denied');
  });
});
