// Promises of the files that the office adds to a case: who adds and sees what, what the sender gets and when, what is
// withdrawn stays, what is erased is gone, and the ledger fits after each.
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { freshKey, post, submission } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { office, pdf, photograph, twoPages } from '../support/worlds/files.ts';

let at: TestPortal;
let crew: Crew;
let folder: string;
let photo: Buffer;
let pages: Buffer;
const names = { scan: 'Đơn của bà Nguyễn Thị Thử.jpg', reply: 'cong-van-da-ky.pdf' };
beforeAll(async () => {
  folder = await temporaryFolder();
  at = await openTestPortal({
    now: '2026-11-20T08:30:00+07:00',
    env: { DATA_DIR: folder, UPLOADS_PER_10_MINUTES: '0' },
  });
  crew = await openCrew(at);
  photo = await photograph();
  pages = await twoPages();
});
afterAll(() => at.close());

type Who = keyof Crew['officers'];
async function token(file: Buffer, name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(file)], name));
  const answer = await at.request('/api/uploads', { method: 'POST', body: form });
  return ((await answer.json()) as { token: string }).token;
}
const scan = { purpose: 'scan', datedOn: '2026-11-19' };
const evidence = { purpose: 'evidence', datedOn: '18/11/2026' };
const signed = { purpose: 'signed-reply', datedOn: '2026-11-20' };
async function add(who: Who, number: string, said: object, file: { bytes: Buffer; name: string }) {
  const attachments = [await token(file.bytes, file.name)];
  const headers = crew.officers[who].headers;
  return await post(at, `/api/staff/cases/${number}/office-files`, { ...said, attachments }, headers);
}
const act = (who: Who, number: string, id: string, does: string, body: object = {}) =>
  post(at, `/api/staff/cases/${number}/office-files/${id}/${does}`, body, crew.officers[who].headers);
const reason = { reason: 'Thêm nhầm hồ sơ.' };
const filesOf = async (who: Who, number: string) =>
  (await crew.seen(who, number)).body['officeFiles'] as Record<string, any>[];
const door = (who: Who, number: string, id: string, more = '') =>
  at.request(`/api/staff/cases/${number}/attachments/${id}${more}`, { headers: crew.officers[who].headers });
const own = async ({ number, secret }: { number: string; secret: string }) =>
  (await post(at, '/api/cases/lookup', { number, secret })).body as Record<string, any>;
const ownFile = ({ number, secret }: { number: string; secret: string }, id: string) =>
  at.request('/api/cases/attachment', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number, secret, id }),
  });
async function fits() {
  await sequenceLedger(at.portal);
  return (await verifyLedger(at.owner)).fits;
}
const countFiles = () =>
  at.owner
    .selectFrom('officeFiles')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();

const wrong: [what: string, said: object, pointer: string][] = [
  ['no file', { ...scan, attachments: [] }, '/attachments'],
  ['a file that is gone', { ...scan, attachments: ['A'.repeat(43)] }, '/attachments'],
  ['no kind', { datedOn: '2026-11-19' }, '/purpose'],
  ['no day', { purpose: 'evidence' }, '/datedOn'],
  ['a day that is none', { purpose: 'evidence', datedOn: '31/2/2026' }, '/datedOn'],
  ['a day to come', { purpose: 'evidence', datedOn: '2026-11-21' }, '/datedOn'],
  ['a scan to be given', { ...scan, give: true }, '/give'],
  ['a signed reply before the answer', { ...signed, give: true }, '/give'],
  ['evidence under a number', { ...evidence, documentId: crypto.randomUUID() }, '/documentId'],
  ['a number of no letter', { ...signed, documentId: crypto.randomUUID() }, '/documentId'],
  ['a note too long', { ...scan, note: 'x'.repeat(201) }, '/note'],
];

describe('files of the office', () => {
  it('are added by those whose case it is, each with an event that names no one, sealed with its hash', async () => {
    const { number } = await crew.caseIn('assigned');
    const jpeg = { bytes: photo, name: names.scan };
    expect((await add('TN', number, { ...scan, note: 'Gửi qua bưu chính.' }, jpeg)).body).toEqual({
      added: 1,
    });
    for (const who of ['XL', 'TP', 'LD', 'CVP'] as const)
      expect([who, (await add(who, number, evidence, { bytes: pdf, name: 'bien-ban.pdf' })).status]).toEqual([
        who,
        201,
      ]);
    for (const who of ['BT', 'MC', 'QT'] as const)
      expect([who, (await add(who, number, evidence, { bytes: pdf, name: 'x.pdf' })).status]).toEqual([
        who,
        403,
      ]);
    const [first, ...others] = await filesOf('TN', number);
    expect(first).toEqual({
      id: expect.any(String),
      place: 1,
      name: names.scan,
      kind: 'jpeg',
      bytes: expect.any(Number),
      state: 'unscanned',
      findings: [],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      purpose: 'scan',
      datedOn: '2026-11-19',
      note: 'Gửi qua bưu chính.',
      document: null,
      addedBy: expect.any(String),
      addedAt: '2026-11-20T01:30:00.000Z',
      givenAt: null,
      withdrawn: null,
      isWithheld: false,
      may: ['withdraw'],
    });
    expect(others.map(({ place, purpose, datedOn }) => [place, purpose, datedOn])).toEqual(
      [2, 3, 4, 5].map((place) => [place, 'evidence', '2026-11-18']),
    );
    const { body } = await crew.seen('TN', number);
    expect(body['attachments']).toEqual([]);
    const added = (body['events'] as Record<string, any>[]).filter(({ step }) => step === 'add-file');
    expect(added.map(({ officeFile, text }) => [officeFile, text])).toEqual(
      [1, 2, 3, 4, 5].map((n) => [n, null]),
    );
    const row = await at.owner
      .selectFrom('caseEvents')
      .selectAll()
      .where('step', '=', 'add-file')
      .orderBy('at')
      .orderBy('seq')
      .executeTakeFirstOrThrow();
    expect(row.data).toBe('{"officeFile":1,"purpose":"scan"}');
    expect(Object.keys(JSON.parse(row.seals ?? '{}'))).toEqual(
      expect.arrayContaining(['attachments[1].sha256', 'attachments[1].name', 'office_files[1].note']),
    );
    expect(await fits()).toBe(true);
  });

  it('that name the sender are there for those alone who may know the sender', async () => {
    const { number } = await crew.caseIn('assigned');
    await add('TN', number, { ...scan, note: 'Bà Nguyễn Thị Thử gửi.' }, { bytes: photo, name: names.scan });
    await add('XL', number, evidence, { bytes: pages, name: 'bien-ban.pdf' });
    const [paper, proof] = await filesOf('XL', number);
    expect([paper?.['isWithheld'], (await door('XL', number, paper?.['id'])).status]).toEqual([false, 200]);
    // A head of unit sees the case and not who sent it.
    const [withheld, open] = await filesOf('TP', number);
    expect(withheld).toMatchObject({ isWithheld: true, name: '', note: null, purpose: 'scan', may: [] });
    expect(open).toMatchObject({ isWithheld: false, name: 'bien-ban.pdf' });
    for (const more of ['', '/pages/1', '/pages/1/sheet'])
      expect([more, (await door('TP', number, paper?.['id'], more)).status]).toEqual([more, 404]);
    expect((await door('TP', number, proof?.['id'], '/pages/2')).status).toBe(200);
    const refused = await add('TP', number, scan, { bytes: photo, name: names.scan });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/purpose']);
    // Another unit has neither case nor file.
    const elsewhere = await signedInAs(at, 'XL', 'chi-cuc-tdc');
    const asked = await at.request(`/api/staff/cases/${number}/attachments/${proof?.['id']}`, {
      headers: elsewhere.headers,
    });
    expect(asked.status).toBe(404);
  });

  it('are refused at their field, and write nothing', async () => {
    const { number } = await crew.caseIn('submitted');
    const before = await countFiles();
    const attachments = [await token(pdf, 'a.pdf')];
    const { headers } = crew.officers.TN;
    const told = [];
    for (const [what, said] of wrong) {
      const all = { attachments, ...said };
      const { status, body } = await post(at, `/api/staff/cases/${number}/office-files`, all, headers);
      told.push([what, status, body.errors?.[0]?.pointer]);
    }
    expect(told).toEqual(wrong.map(([what, , pointer]) => [what, 422, pointer]));
    expect(await countFiles()).toEqual(before);
    expect((await crew.seen('TN', number)).body['events']).toHaveLength(1);
  });

  it('are judged like a citizen’s: macros never become a token', async () => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(office('docm'))], 'cong-van.docx'));
    expect((await at.request('/api/uploads', { method: 'POST', body: form })).status).toBe(422);
  });
});

it('the sender has the signed reply once it is given, and nothing else of the office, and has it no more once it is withdrawn', async () => {
  const receipt = await crew.caseIn('answered');
  const { number } = receipt;
  await add('XL', number, evidence, { bytes: pdf, name: 'bien-ban.pdf' });
  expect((await add('TN', number, signed, { bytes: pages, name: names.reply })).status).toBe(201);
  const [proof, letter] = await filesOf('TN', number);
  const id = letter?.['id'] as string;
  expect(letter?.['may']).toEqual(['give', 'withdraw']);
  expect((await own(receipt))['signedReplies']).toEqual([]);
  expect((await ownFile(receipt, id)).status).toBe(404);
  // The handler may not give it, nor anybody what is no signed reply.
  expect((await act('XL', number, id, 'giving')).status).toBe(403);
  expect((await act('CVP', number, proof?.['id'], 'giving')).status).toBe(409);
  expect((await act('CVP', number, id, 'giving')).status).toBe(204);
  expect((await act('CVP', number, id, 'giving')).status).toBe(409);
  const seen = await own(receipt);
  expect(seen['signedReplies']).toEqual([
    { id, kind: 'pdf', bytes: pages.length, state: 'unscanned', number: null, on: '2026-11-20' },
  ]);
  expect(seen['attachments']).toEqual([]);
  expect(seen['timeline'].at(-1)).toMatchObject({
    text: 'Đã có văn bản trả lời đã ký, tải về ở trang này.',
    words: null,
  });
  const taken = await ownFile(receipt, id);
  expect(taken.status).toBe(200);
  expect(taken.headers.get('content-disposition')).toContain(`${number}-2.pdf`);
  expect(taken.headers.get('content-disposition')).not.toContain('cong-van');
  expect((await ownFile(receipt, proof?.['id'])).status).toBe(404);
  expect((await act('XL', number, id, 'withdrawal', reason)).status).toBe(403);
  expect((await act('TN', number, id, 'withdrawal', { reason: 'x' })).status).toBe(422);
  expect((await act('TN', number, id, 'withdrawal', reason)).status).toBe(204);
  expect((await act('TN', number, id, 'withdrawal', reason)).status).toBe(409);
  expect((await own(receipt))['signedReplies']).toEqual([]);
  expect((await ownFile(receipt, id)).status).toBe(404);
  // It stays with the case, struck out.
  const [, struck] = await filesOf('TN', number);
  expect(struck).toMatchObject({ withdrawn: { at: expect.any(String) }, may: [] });
  expect((await door('TN', number, id)).status).toBe(200);
  expect(await fits()).toBe(true);
});

it('a signed reply under a number of the register has the day of the register', async () => {
  const { number } = await crew.caseIn('answered');
  const { headers } = crew.officers.TN;
  const made = await at.request(`/api/staff/cases/${number}/letters/reply`, { headers });
  const { seen, letter } = (await made.json()) as any;
  const issued = await post(
    at,
    `/api/staff/cases/${number}/letters/reply`,
    {
      ...{ template: letter.template.code, seen, numbering: 'given', number: '77/SKHCN-VP' },
      ...{ issuedOn: '2026-11-17', capacity: 'KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC', signer: 'Người Ký Thử' },
    },
    headers,
  );
  const documentId = issued.body['id'];
  const file = { bytes: pdf, name: names.reply };
  const wrong = await add('TN', number, { ...signed, documentId }, file);
  expect([wrong.status, wrong.body.errors?.[0]]).toEqual([
    422,
    {
      pointer: '/datedOn',
      detail: 'Sổ văn bản đi ghi số 77/SKHCN-VP ngày 17/11/2026. Hãy xem lại ngày, hoặc bỏ trống ô này.',
    },
  ]);
  const said = { purpose: 'signed-reply', documentId, datedOn: '', give: true };
  expect((await add('TN', number, said, file)).status).toBe(201);
  expect(await filesOf('TN', number)).toMatchObject([
    { datedOn: '2026-11-17', document: { number: '77/SKHCN-VP' }, givenAt: expect.any(String) },
  ]);
});

it('a file added by mistake is erased by the chief of office alone, from database and disk; the ledger fits, the case goes on', async () => {
  const { number } = await crew.caseIn('answered');
  const onDisk = async () =>
    (await fs.readdir(path.join(folder, 'files'), { recursive: true })).filter((name) =>
      /[0-9a-f]{64}/.test(name),
    ).length;
  await add('TN', number, { ...scan, note: 'Bà Nguyễn Thị Thử.' }, { bytes: photo, name: names.scan });
  await add('TN', number, evidence, { bytes: pdf, name: 'bien-ban.pdf' });
  const files = await onDisk();
  const [wrong, right] = await filesOf('TN', number);
  expect((await act('TN', number, wrong?.['id'], 'erasure', reason)).status).toBe(403);
  const { id: caseId } = await at.owner
    .selectFrom('cases')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const salts = () => at.owner.selectFrom('caseSeals').select('seq').where('caseId', '=', caseId).execute();
  const before = await salts();
  // What is held back for an inspection stays.
  const hold = { number, reason: 'Đang thanh tra.' };
  expect((await post(at, '/api/staff/retention/holds', hold, crew.officers.CVP.headers)).status).toBe(204);
  expect((await act('CVP', number, wrong?.['id'], 'erasure', reason)).status).toBe(409);
  await at.owner.deleteFrom('caseHolds').where('caseId', '=', caseId).execute();
  expect((await act('CVP', number, wrong?.['id'], 'erasure', reason)).status).toBe(204);
  expect(await onDisk()).toBe(files - 1);
  // One salt more for the act, one less for the event that had sealed the name.
  expect(await salts()).toHaveLength(before.length);
  expect(await filesOf('TN', number)).toMatchObject([
    { name: '', note: null, state: 'erased', may: [] },
    { name: 'bien-ban.pdf', state: 'unscanned' },
  ]);
  expect((await door('CVP', number, wrong?.['id'])).status).toBe(409);
  expect((await door('CVP', number, wrong?.['id'], '/pages/1/sheet')).status).toBe(409);
  expect((await door('CVP', number, right?.['id'])).status).toBe(200);
  expect(
    (await crew.take('LD', number, 'close-private', { reason: 'Không công khai (dữ liệu thử).' })).status,
  ).toBe(200);
  expect((await crew.take('CVP', number, 'erase', { reason: 'Theo yêu cầu.' })).status).toBe(200);
  expect(await onDisk()).toBe(files - 2);
  expect(await filesOf('CVP', number)).toMatchObject([{ state: 'erased' }, { state: 'erased', note: null }]);
  expect((await add('TN', number, evidence, { bytes: pdf, name: 'a.pdf' })).status).toBe(409);
  expect(await fits()).toBe(true);
});

it('a letter on paper is entered with its scan: the clock runs from the day it came, and the scan is of that day', async () => {
  const entry = async (who: 'TN' | 'MC', said: object) =>
    await post(
      at,
      '/api/staff/cases',
      { ...submission, source: 'post', readPrivacyNotice: undefined, ...said },
      { ...crew.officers[who].headers, 'idempotency-key': freshKey() },
    );
  const attachments = [await token(photo, names.scan), await token(pdf, 'phong-bi.pdf')];
  const { status, body } = await entry('MC', { receivedOn: '16/11/2026', attachments });
  expect(status).toBe(201);
  // From Monday 16 November; Tuesday 24 November is a day off.
  expect(body['due']).toMatchObject({ on: '2026-12-08' });
  const number = body['number'] as string;
  expect(await filesOf('TN', number)).toMatchObject([
    { purpose: 'scan', datedOn: '2026-11-16', name: names.scan },
    { purpose: 'scan', datedOn: '2026-11-16', name: 'phong-bi.pdf' },
  ]);
  for (const [receivedOn, said] of [
    ['2026-11-21', 'Ngày nhận không thể ở tương lai.'],
    ['2025-11-16', 'Ngày nhận cách đây hơn một năm. Hãy xem lại năm.'],
  ])
    expect((await entry('TN', { receivedOn })).body['errors']).toEqual([
      { pointer: '/receivedOn', detail: said },
    ]);
  expect(await fits()).toBe(true);
});

it('a page of a file is a document without script, for a frame that nothing leaves; a restricted look is kept', async () => {
  const { number } = await crew.caseIn('submitted', { contentCode: '5.1' });
  await crew.take('TN', number, 'classify', { contentCode: '5.1', summary: 'Cán bộ đòi thêm bản giấy.' });
  await add('TN', number, evidence, { bytes: pages, name: 'bien-ban.pdf' });
  const [file] = await filesOf('TN', number);
  const looks = async () =>
    (await at.owner.selectFrom('caseReadLog').selectAll().where('via', '=', 'file').execute()).length;
  const before = await looks();
  const answer = await door('TN', number, file?.['id'], '/pages/2/sheet?zoom=2');
  expect(await looks()).toBe(before + 1);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; img-src data:; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox$/,
  );
  const html = await answer.text();
  expect(html).toContain('<title>Trang 2/2</title>');
  expect(html).toMatch(
    /<img alt="Trang 2\/2" width="\d+" height="\d+" src="data:image\/webp;base64,[\w+/=]+">/,
  );
  expect(html).not.toMatch(/<script|href=|bien-ban/);
  const drawn = await door('TN', number, file?.['id'], '/pages/1');
  expect([drawn.headers.get('x-pages'), drawn.headers.get('x-size')]).toEqual([
    '2',
    expect.stringMatching(/^\d+x\d+$/),
  ]);
  expect((await door('TN', number, file?.['id'], '/pages/3/sheet')).status).toBe(404);
  expect((await door('TN', number, file?.['id'], '/pages/1/sheet?zoom=9')).status).toBe(422);
});
