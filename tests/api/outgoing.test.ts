// Promises of the register of outgoing documents: numbers without a gap and never twice, a void one stays; a document is kept
// as it was issued, for those who may know its sender, and goes with the personal data of its case.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { encryptColumns } from '../../api/at-rest/encrypt-service.ts';
import { seal } from '../../api/crypto/keys.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { post } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { wordText } from '../support/reading/word.ts';

let at: TestPortal;
let crew: Crew;
beforeAll(async () => {
  at = await openTestPortal();
  crew = await openCrew(at);
});
afterAll(() => at.close());

type Who = keyof Crew['officers'];
const signed = { capacity: 'KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC', signer: 'Người Ký Thử' };
const read = async (path: string, who: Who = 'TN') => {
  const answer = await at.request(`/api/staff${path}`, { headers: crew.officers[who].headers });
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, body: (isJson ? await answer.json() : answer) as any };
};
async function issue(number: string, kind: string, said: object = {}, who: Who = 'TN') {
  const { body } = await read(`/cases/${number}/letters/${kind}`);
  const form = {
    template: body.letter?.template.code,
    seen: body.seen,
    numbering: 'next',
    ...signed,
    ...said,
  };
  return await post(at, `/api/staff/cases/${number}/letters/${kind}`, form, crew.officers[who].headers);
}
async function asked() {
  const { number } = await crew.caseIn('submitted');
  await crew.take('TN', number, 'ask-supplement', { question: 'Ghi rõ tên biểu mẫu (dữ liệu thử).' });
  return number;
}
const register = async (who: Who = 'TN', more = '') =>
  (await read(`/outgoing?from=2026-01-01&to=2026-12-31${more}`, who)).body.lines as Record<string, any>[];
const rowOf = (number: string) =>
  at.owner.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirstOrThrow();

test('a letter gets the next number of its series: in the register, the case, its log, the search, and on paper', async () => {
  const { number } = await crew.caseIn('answered');
  const before = await read(`/cases/${number}/letters/reply`);
  expect(before.body).toMatchObject({ expected: '01/SKHCN-VP', hindrance: null });
  const given = await issue(number, 'reply');
  expect([given.status, given.body]).toEqual([201, { id: expect.any(String), number: '01/SKHCN-VP' }]);
  expect(await rowOf(number)).toMatchObject({ letterNumber: '01/SKHCN-VP' });
  const { body } = await crew.seen('TN', number);
  expect(body['events'].at(-1)).toMatchObject({
    step: 'issue-letter',
    text: expect.stringMatching(/^Công văn trả lời: số 01\/SKHCN-VP ngày \d\d\/\d\d?\/2026\.$/),
  });
  const started = await post(
    at,
    '/api/staff/cases/searches',
    { sought: '01/SKHCN-VP' },
    crew.officers.TN.headers,
  );
  const { body: hits } = await read(`/cases/searches/${started.body['key']}`);
  expect(hits.cases.map((one: { number: string }) => one.number)).toContain(number);
  const line = (await register()).find((one) => one['caseNumber'] === number);
  expect(line).toMatchObject({
    kind: 'reply',
    number: '01/SKHCN-VP',
    about: `Công văn: V/v trả lời phản ánh, kiến nghị, mã hồ sơ ${number}`,
    signer: 'Người Ký Thử',
    isOutside: false,
    cancelled: null,
  });
  const file = await at.request(`/api/staff/outgoing/${given.body['id']}/docx`, {
    headers: crew.officers.TN.headers,
  });
  const words = wordText(Buffer.from(await file.arrayBuffer()));
  for (const part of ['Số: 01/SKHCN-VP', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Người Ký Thử'])
    expect([part, words.includes(part)]).toEqual([part, true]);
  await sequenceLedger(at.portal);
  expect(await verifyLedger(at.owner)).toMatchObject({ fits: true });
});

test('a transfer is signed without a number and draws it from the register, for the cases merged into it too', async () => {
  const { number: main } = await crew.caseIn('submitted');
  const { number: merged } = await crew.caseIn('submitted');
  await crew.take('TN', main, 'classify', { contentCode: '5.2', summary: 'Chuyển chung (dữ liệu thử).' });
  expect(
    (
      await crew.take('TN', merged, 'merge', {
        into: main,
        contentCode: '5.2',
        reason: 'Cùng một việc (dữ liệu thử).',
      })
    ).status,
  ).toBe(200);
  const half = { contentCode: '5.2', agency: 'Sở Thử Nghiệm', documentNumber: '12/STN' };
  const refused = await crew.take('LD', main, 'transfer', half);
  expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/documentOn']);
  const other = { contentCode: '5.2', agency: 'Sở Thử Nghiệm', documentOn: '20/11/2026' };
  expect((await crew.take('LD', main, 'transfer', other)).body.errors?.[0]?.pointer).toBe('/documentNumber');
  expect((await rowOf(main)).status).toBe('submitted');
  const sent = await crew.take('LD', main, 'transfer', { contentCode: '5.2', agency: 'Sở Thử Nghiệm' });
  expect([sent.status, sent.body]).toMatchObject([200, { status: 'transferred' }]);
  expect([(await rowOf(main)).outsideNumber, (await rowOf(main)).outsideOn]).toEqual([null, null]);

  const given = await issue(main, 'transfer');
  expect(given.body).toMatchObject({ number: expect.stringMatching(/^\d\d\/PC-SKHCN$/) });
  for (const number of [main, merged])
    expect(await rowOf(number)).toMatchObject({ status: 'transferred', outsideNumber: given.body['number'] });
  const again = await issue(main, 'transfer');
  expect(again.status).toBe(409);
  const gone = await post(
    at,
    `/api/staff/outgoing/${String(given.body['id'])}/cancellation`,
    { reason: 'Sai cơ quan nhận (dữ liệu thử).' },
    crew.officers.TN.headers,
  );
  expect(gone.status).toBe(204);
  for (const number of [main, merged]) expect((await rowOf(number)).outsideNumber).toBeNull();
  await sequenceLedger(at.portal);
  expect(await verifyLedger(at.owner)).toMatchObject({ fits: true });
});

test('twelve who issue at the same moment get twelve numbers without a gap; one letter twice gets one', async () => {
  const numbers = [];
  for (let index = 0; index < 6; index += 1) numbers.push(await asked());
  const year = 2026;
  const count = () =>
    at.owner
      .selectFrom('outgoingDocuments')
      .select(['serial', 'number'])
      .where('series', '=', 'cong-van')
      .where('year', '=', year)
      .orderBy('serial')
      .execute();
  const before = (await count()).length;
  const answers = await Promise.all(
    numbers.flatMap((number) => [issue(number, 'supplement'), issue(number, 'supplement')]),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    ...Array(6).fill(201),
    ...Array(6).fill(409),
  ]);
  const rows = await count();
  expect(rows.map(({ serial }) => serial)).toEqual(
    Array.from({ length: before + 6 }, (_, index) => index + 1),
  );
});

test('a refusal takes no number', async () => {
  const number = await asked();
  const last = async () => (await at.owner.selectFrom('outgoingCounters').selectAll().execute()).toSorted();
  const before = await last();
  expect((await issue(number, 'supplement', { seen: 'khac' })).status).toBe(409);
  expect((await issue(number, 'supplement', { capacity: 'CHỦ TỊCH NƯỚC' })).body).toMatchObject({
    errors: [{ pointer: '/capacity' }],
  });
  expect((await issue(number, 'supplement', { numbering: 'given' })).status).toBe(422);
  expect((await issue(number, 'supplement', { signer: '' })).status).toBe(422);
  expect((await issue(number, 'reply')).status).toBe(422);
  const { number: draft } = await crew.caseIn('approving');
  const early = await issue(draft, 'reply');
  expect([early.status, early.body['detail']]).toEqual([
    409,
    'Công văn trả lời được cấp số sau khi lãnh đạo duyệt dự thảo.',
  ]);
  expect(await last()).toEqual(before);
});

test('a number of the office’s own system stands in the register once, and is passed over by the next one', async () => {
  const [one, two, three] = [await asked(), await asked(), await asked()];
  const { body } = await read(`/cases/${one}/letters/supplement`);
  const taken = { numbering: 'given', number: body.expected, issuedOn: '2026-01-05' };
  expect((await issue(one, 'supplement', taken)).body).toMatchObject({ number: body.expected });
  expect((await issue(two, 'supplement', taken)).body).toMatchObject({
    errors: [{ pointer: '/number', detail: `Số ${body.expected} đã có trong sổ văn bản đi năm 2026.` }],
  });
  const next = await issue(three, 'supplement');
  const serial = (number: string) => Number(number.split('/')[0]);
  expect(serial(String(next.body['number']))).toBe(serial(body.expected) + 1);
  const future = { numbering: 'given', number: '999/SKHCN-VP', issuedOn: '2999-01-01' };
  expect((await issue(two, 'supplement', future)).body).toMatchObject({ errors: [{ pointer: '/issuedOn' }] });
});

test('a void number stays in the register with its reason, is given to nobody else, and can be voided once', async () => {
  const { number } = await crew.caseIn('answered');
  const given = await issue(number, 'reply');
  const cancel = (reason: string, who: Who = 'CVP') =>
    post(at, `/api/staff/outgoing/${given.body['id']}/cancellation`, { reason }, crew.officers[who].headers);
  expect((await cancel('Ghi nhầm mẫu.', 'XL')).status).toBe(403);
  expect((await cancel('a')).status).toBe(422);
  expect((await cancel('Ghi nhầm mẫu.')).status).toBe(204);
  expect((await cancel('Lần nữa.')).status).toBe(409);
  expect(await rowOf(number)).toMatchObject({ letterNumber: null, letterOn: null });
  const again = await issue(number, 'reply');
  expect(again.status).toBe(201);
  expect(again.body['number']).not.toBe(given.body['number']);
  const lines = (await register()).filter((one) => one['caseNumber'] === number);
  expect(lines.map((one) => [one['number'], one['cancelled']?.reason ?? null])).toEqual([
    [given.body['number'], 'Ghi nhầm mẫu.'],
    [again.body['number'], null],
  ]);
  await expect(at.portal.db.updateTable('outgoingDocuments').set({ number: '1' }).execute()).rejects.toThrow(
    /permission denied/,
  );
});

test('the register is for the office, a document for whoever may know its sender, a locked case for its keeper', async () => {
  const number = await asked();
  const { body } = await issue(number, 'supplement', {}, 'CVP');
  expect((await issue(await asked(), 'supplement', {}, 'LD')).status).toBe(403);
  for (const who of ['XL', 'TP', 'BT', 'MC', 'QT'] as const) {
    expect([who, (await read('/outgoing?from=2026-01-01&to=2026-12-31', who)).status]).toEqual([who, 403]);
    expect([who, (await read(`/outgoing/${body['id']}`, who)).status]).toEqual([who, 404]);
  }
  expect((await read(`/outgoing/${body['id']}`, 'LD')).body.letter).toMatchObject({ kind: 'supplement' });
  const held = await register('LD');
  expect(held.find((one) => one['caseNumber'] === number)?.['to']).toContain('(địa chỉ:');
  await at.owner
    .updateTable('cases')
    .set({ locked: true, restricted: true })
    .where('number', '=', number)
    .execute();
  expect((await register('TN')).some((one) => one['caseNumber'] === number)).toBe(false);
  expect((await read(`/outgoing/${body['id']}`, 'TN')).status).toBe(404);
  const withheld = (await register('LD')).find((one) => one['caseNumber'] === number);
  expect(withheld).toMatchObject({ about: 'Công văn', to: null });
});

test('as a file: the columns of the decree, the lines of the period', async () => {
  const csv = await read('/outgoing/files/so-van-ban-di.csv?from=2026-01-01&to=2026-12-31', 'CVP');
  const text = await (csv.body as Response).text();
  for (const column of ['Số, ký hiệu văn bản', 'Tên loại và trích yếu nội dung văn bản', 'Số lượng bản'])
    expect(text).toContain(column);
  expect(text).toContain('01/SKHCN-VP');
  expect((await read('/outgoing/files/so-van-ban-di.xlsx?from=2026-01-01&to=2026-12-31', 'CVP')).status).toBe(
    200,
  );
  expect((await read('/outgoing/files/so.exe?from=2026-01-01&to=2026-12-31', 'CVP')).status).toBe(404);
  expect((await read('/outgoing?from=2026-12-31&to=2026-01-01', 'CVP')).status).toBe(422);
  const only = await register('CVP', '&kind=refusal');
  expect(only).toEqual([]);
});

test('nothing of a person is left in it once the case is erased; number, day and subject stay', async () => {
  const { number } = await crew.caseIn('answered', { name: 'Người Sẽ Xóa', address: 'Thôn Sẽ Xóa, xã Thử' });
  const { body } = await issue(number, 'reply');
  await crew.take('LD', number, 'close-private', { reason: 'Không công khai (dữ liệu thử).' });
  expect((await crew.take('CVP', number, 'erase', { reason: 'Theo đề nghị của người gửi.' })).status).toBe(
    200,
  );
  expect((await read(`/outgoing/${body['id']}`, 'CVP')).status).toBe(404);
  const line = (await register('CVP')).find((one) => one['caseNumber'] === number);
  expect(line).toMatchObject({ number: body['number'], to: null });
  const texts = await at.owner
    .selectFrom('outgoingTexts')
    .select('documentId')
    .where('documentId', '=', String(body['id']))
    .execute();
  expect(texts).toEqual([]);
  const rows = await at.owner.selectFrom('outgoingDocuments').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('Sẽ Xóa');
});

test('a letter that an earlier release sealed reads as before, and lies under the key of the columns after the night’s work', async () => {
  const number = await asked();
  const { body } = await issue(number, 'supplement');
  const id = String(body['id']);
  const before = await read(`/outgoing/${id}`);
  expect(before.status).toBe(200);
  await at.owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const earlier = seal(at.portal.keys, 'outgoing-letter', JSON.stringify(before.body.letter), id);
    await sql`update outgoing_texts set sealed = ${earlier} where document_id = ${id}`.execute(trx);
    await sql`delete from encryption_progress`.execute(trx);
  });
  expect((await read(`/outgoing/${id}`)).body).toEqual(before.body);
  await encryptColumns(at.portal);
  const kept = await sql<{ sealed: string }>`select sealed from outgoing_texts`.execute(at.owner);
  expect(kept.rows.every(({ sealed }) => sealed.startsWith('mb1.1.'))).toBe(true);
  expect((await read(`/outgoing/${id}`)).body).toEqual(before.body);
  // Nothing else is ever done with it.
  await expect(
    sql`update outgoing_texts set sealed = 'khác' where document_id = ${id}`.execute(at.owner),
  ).rejects.toThrow('never changed');
});
