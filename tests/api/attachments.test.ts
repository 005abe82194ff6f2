// Attachments through the API: judged, kept under a token, part of a case in its transaction, given back as downloads.
import { decrypted } from '../../api/db/encrypted.ts';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseAttachments } from '../../api/attachments/repository.ts';
import { purgeUploads } from '../../api/attachments/purge-service.ts';
import { scanWaiting } from '../../api/attachments/scan-service.ts';
import { freshKey, post, submission, submit } from '../support/portal/case.ts';
import { openClamd } from '../support/stand-ins/clamd.ts';
import { office, paddedJpeg, pdf, photograph, twoPages } from '../support/worlds/files.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { openS3 } from '../support/stand-ins/s3.ts';
import { signedInAs } from '../support/portal/staff.ts';

const now = '2026-11-20T08:30:00+07:00';
let test: TestPortal;
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  test = await openTestPortal({ now, env: { DATA_DIR: folder, UPLOADS_PER_10_MINUTES: '0' } });
});
beforeEach(() => test.clock.set(now));
afterAll(() => test.close());

type Uploaded = { token: string; name: string; size: number; kind: string };

async function upload(file: Buffer, name = 'tep.bin', at = test) {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(file)], name));
  const answer = await at.request('/api/uploads', { method: 'POST', body: form });
  return { status: answer.status, body: (await answer.json()) as Uploaded & Record<string, any> };
}
const token = async (file: Buffer, name?: string, at = test) => (await upload(file, name, at)).body.token;

/** How much is kept: rows, notes of removal, and files on disk. */
async function kept(at = test) {
  const count = async (table: 'attachments' | 'fileRemovals' | 'cases') =>
    (
      await at.portal.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  const entries = await fs.readdir(path.join(folder, 'files'), { recursive: true }).catch(() => []);
  return {
    rows: await count('attachments'),
    removals: await count('fileRemovals'),
    cases: await count('cases'),
    files: entries.filter((name) => /[0-9a-f]{64}/.test(name)).length,
  };
}

const attachmentsOf = async ({ number, secret }: { number: string; secret: string }, at = test) =>
  (await post(at, '/api/cases/lookup', { number, secret })).body['attachments'] as {
    id: string;
    name: string;
    state: string;
  }[];

describe('an upload', () => {
  it('answers with token, tidied name, size as sent and kind, and exactly these keys', async () => {
    const { status, body } = await upload(pdf, 'Đơn.pdf.exe');
    expect(status).toBe(201);
    expect(body).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/),
      name: 'Đơn.pdf',
      size: pdf.length,
      kind: 'pdf',
    });
    const row = await test.portal.db.selectFrom('attachments').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(body.token);
    expect(row).toMatchObject({ state: 'unscanned', caseId: null });
  });

  it('of a photograph keeps the picture and nothing about who, where and with what', async () => {
    const receipt = await submit(test, { attachments: [await token(await photograph(), 'anh.JPG')] });
    const [file] = await attachmentsOf(receipt);
    const answer = await test.request('/api/cases/attachment', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: receipt.number, secret: receipt.secret, id: file?.id }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(bytes.includes('Exif')).toBe(false);
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422],
    ['a zero-byte file', Buffer.alloc(0), 422],
    ['macros', office('docm'), 422],
    ['one byte beyond 10 MB', Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024 + 1 - pdf.length)]), 422],
    ['far beyond 10 MB', Buffer.alloc(11 * 1024 * 1024), 413],
  ])('of %s is refused, writes nothing and leaves no file', async (_what, file, status) => {
    const before = await kept();
    const answer = await upload(file, 'Giấy tờ.pdf');
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body['errors'][0].pointer).toBe('/file');
    expect(await kept()).toEqual(before);
  });

  it('that is no form, no file or a broken form is refused with a sentence, never a 500', async () => {
    const send = async (type: string, body: string) => {
      const answer = await test.request('/api/uploads', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    expect(await send('application/json', '{}')).toEqual([422, 'invalid']);
    expect(await send('multipart/form-data; boundary=x', '--x--\r\n')).toEqual([422, 'invalid']);
    expect(
      await send(
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\nchữ\r\n--x--',
      ),
    ).toEqual([422, 'invalid']);
    expect(await send('multipart/form-data', 'x')).toEqual([400, 'bad-request']);
  });

  it('is one of so many per address', async () => {
    const env = { DATA_DIR: await temporaryFolder(), UPLOADS_PER_10_MINUTES: '2' };
    const few = await openTestPortal({ now, env });
    const answers = [];
    for (let index = 0; index < 3; index += 1) answers.push((await upload(pdf, 'a.pdf', few)).status);
    await few.close();
    expect(answers).toEqual([201, 201, 429]);
  });

  it('can be shown again by its token and taken back, with its file', async () => {
    const [mine, other] = [await token(pdf, 'mot.pdf'), await token(pdf, 'hai.pdf')];
    const shown = async () =>
      (await post(test, '/api/uploads/pending', { tokens: [mine, other, 'x'.repeat(43)] })).body['uploads'];
    expect(await shown()).toMatchObject([{ name: 'mot.pdf' }, { name: 'hai.pdf' }]);
    const before = await kept();
    expect((await post(test, '/api/uploads/drop', { token: mine })).status).toBe(204);
    expect((await post(test, '/api/uploads/drop', { token: mine })).status).toBe(204);
    expect(await shown()).toEqual([{ token: other, name: 'hai.pdf', size: pdf.length, kind: 'pdf' }]);
    await purgeUploads(test.portal);
    expect(await kept()).toEqual({ ...before, rows: before.rows - 1, files: before.files - 1 });
  });
});

describe('a submission with files', () => {
  const send = (attachments: unknown, key = freshKey()) =>
    post(test, '/api/cases', { ...submission, attachments }, { 'idempotency-key': key });

  it('has them in the order sent, with exactly these keys', async () => {
    const tokens = [await token(pdf, 'một.pdf'), await token(office('docx'), 'hai.docx')];
    expect(await attachmentsOf(await submit(test, { attachments: tokens }))).toEqual([
      { id: expect.any(String), name: 'một.pdf', kind: 'pdf', bytes: pdf.length, state: 'unscanned' },
      {
        id: expect.any(String),
        name: 'hai.docx',
        kind: 'docx',
        bytes: office('docx').length,
        state: 'unscanned',
      },
    ]);
  });

  it('sent twice gives the same receipt, also when both arrive at once', async () => {
    const [key, tokens] = [freshKey(), [await token(pdf), await token(pdf)]];
    const before = await kept();
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(tokens, key)));
    answers.push(await send(tokens, key));
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(201));
    expect(new Set(answers.map(({ body }) => `${body['number']} ${body['secret']}`)).size).toBe(1);
    expect(await kept()).toEqual({ ...before, cases: before.cases + 1 });
  });

  it('takes each file once: a token used for another case is refused and nothing is written', async () => {
    const [used, good] = [await token(pdf), await token(pdf)];
    await submit(test, { attachments: [used] });
    const before = await kept();
    const { status, body } = await send([good, used]);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/attachments']);
    expect(body.errors?.[0]?.detail).toMatch(/^Có tệp đính kèm không còn trên máy chủ/);
    expect(await kept()).toEqual(before);
    expect((await send([good])).status).toBe(201);
  });

  it.each([
    ['a token that never was', async () => ['x'.repeat(43)]],
    ['a token of another form', async () => ['../../x']],
    ['six files', async () => Promise.all(Array.from({ length: 6 }, () => token(pdf)))],
    [
      'more than 25 MB together',
      async () => {
        const large = await paddedJpeg(9 * 1024 * 1024);
        return [await token(large), await token(large), await token(large)];
      },
    ],
  ])('of %s is refused at its field and writes nothing', async (_what, tokens) => {
    const given = await tokens();
    const before = await kept();
    const { status, body } = await send(given);
    expect(status).toBe(422);
    expect(body.errors?.[0]?.pointer).toMatch(/^\/attachments/);
    expect(await kept()).toEqual(before);
  });

  it('that is refused for another field keeps its files for the next try', async () => {
    const mine = await token(pdf);
    expect(
      (
        await post(
          test,
          '/api/cases',
          { ...submission, name: '', attachments: [mine] },
          { 'idempotency-key': freshKey() },
        )
      ).status,
    ).toBe(422);
    expect((await send([mine])).status).toBe(201);
  });

  it('may name an upload for 24 hours; then it is purged, row and file, and what is attached stays', async () => {
    const receipt = await submit(test, { attachments: [await token(pdf)] });
    const late = await token(pdf);
    test.clock.set('2026-11-21T08:30:00+07:00');
    expect((await send([late])).status).toBe(422);
    await purgeUploads(test.portal);
    await purgeUploads(test.portal);
    const { n } = await test.portal.db
      .selectFrom('attachments')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('caseId', 'is not', null)
      .executeTakeFirstOrThrow();
    expect(await kept()).toMatchObject({ rows: n, files: n, removals: 0 });
    expect(await attachmentsOf(receipt)).toHaveLength(1);
  });
});

describe('a download', () => {
  let receipt: { number: string; secret: string };
  let id: string;
  beforeAll(async () => {
    receipt = await submit(test, { contentCode: '5.1', attachments: [await token(pdf, 'Đơn của Tôi.pdf')] });
    id = (await attachmentsOf(receipt))[0]?.id ?? '';
  });
  const asStaff = (headers: Record<string, string>, wanted = id) =>
    test.request(`/api/staff/cases/${receipt.number}/attachments/${wanted}`, { headers });

  it('is a download and nothing else, for staff who see the case', async () => {
    const { headers } = await signedInAs(test, 'TN');
    const answer = await asStaff(headers);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="${receipt.number}-1.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20c%E1%BB%A7a%20T%C3%B4i.pdf`,
    );
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const seen = await test.request(`/api/staff/cases/${receipt.number}`, { headers });
    expect(((await seen.json()) as Record<string, unknown>)['attachments']).toEqual([
      {
        id,
        name: 'Đơn của Tôi.pdf',
        kind: 'pdf',
        bytes: pdf.length,
        state: 'unscanned',
        findings: [],
        sha256: createHash('sha256').update(pdf).digest('hex'),
      },
    ]);
  });

  it('is not there for staff who do not see the case, nor under another case, nor without a session', async () => {
    const [XL, QT, TN] = [
      await signedInAs(test, 'XL'),
      await signedInAs(test, 'QT'),
      await signedInAs(test, 'TN'),
    ];
    expect((await asStaff(XL.headers)).status).toBe(404);
    expect((await asStaff(QT.headers)).status).toBe(404);
    expect((await asStaff({})).status).toBe(401);
    expect((await asStaff(TN.headers, '00000000-0000-7000-8000-000000000000')).status).toBe(404);
    const other = await submit(test, {});
    const answer = await test.request(`/api/staff/cases/${other.number}/attachments/${id}`, {
      headers: TN.headers,
    });
    expect(answer.status).toBe(404);
  });

  it('is counted as a look at the case', async () => {
    const { headers, id: viewerId } = await signedInAs(test, 'CVP');
    await asStaff(headers);
    const reads = await test.portal.db
      .selectFrom('caseReads')
      .select('viewerRole')
      .where('viewerId', '=', viewerId)
      .execute();
    expect(reads).toEqual([{ viewerRole: 'CVP' }]);
  });

  it('can be looked at page by page instead, told what it can do, by the same who may download it', async () => {
    const two = await twoPages();
    const [paged, photo] = [await token(two, 'hai trang.pdf'), await token(await photograph(), 'anh.jpg')];
    const given = await submit(test, { contentCode: '5.1', attachments: [paged, photo] });
    const [first, second] = await attachmentsOf(given);
    const { headers, id: viewerId } = await signedInAs(test, 'TN');
    const page = (file: string | undefined, n: number, as: Record<string, string> = headers) =>
      test.request(`/api/staff/cases/${given.number}/attachments/${file}/pages/${n}`, { headers: as });
    const seen = await page(first?.id, 2);
    expect([seen.status, seen.headers.get('x-pages'), seen.headers.get('content-type')]).toEqual([
      200,
      '2',
      'image/webp',
    ]);
    expect(await sharp(Buffer.from(await seen.arrayBuffer())).metadata()).toMatchObject({ width: 1399 });
    const reads = test.portal.db
      .selectFrom('caseReads')
      .innerJoin('cases', 'cases.id', 'caseReads.caseId')
      .select('viewerRole')
      .where('viewerId', '=', viewerId)
      .where('cases.number', '=', given.number);
    expect(await reads.execute()).toEqual([{ viewerRole: 'TN' }]);
    expect((await page(second?.id, 1)).status).toBe(200);
    expect([(await page(first?.id, 3)).status, (await page(second?.id, 2)).status]).toEqual([404, 404]);
    expect((await page(first?.id, 1, (await signedInAs(test, 'XL')).headers)).status).toBe(404);
    expect((await page(first?.id, 1, {})).status).toBe(401);
    const view = await test.request(`/api/staff/cases/${given.number}`, { headers });
    const files = ((await view.json()) as { attachments: { findings: string[] }[] }).attachments;
    expect(files.map(({ findings }) => findings)).toEqual([['pdf-script'], []]);
    // Who sent it knows what was in it.
    expect(Object.keys((await attachmentsOf(given))[0] ?? {})).not.toContain('findings');
  });

  it('is for the sender with number and secret, and for no other sender', async () => {
    const { number, secret } = receipt;
    const other = await submit(test, {});
    const ask = async (body: unknown) =>
      (await post(test, '/api/cases/attachment', body).catch(() => ({ status: 200 }))).status;
    expect(await ask({ number, secret, id })).toBe(200);
    expect(await ask({ number: other.number, secret: other.secret, id })).toBe(404);
    expect(await ask({ number, secret: other.secret, id })).toBe(404);
    expect(await ask({ number, secret, id: 'x' })).toBe(422);
  });

  it('is over once the data is erased: no name, no hash, no file', async () => {
    const erased = await submit(test, { attachments: [await token(pdf, 'Nguyễn Văn Thử.pdf')] });
    const [file] = await attachmentsOf(erased);
    const before = await kept();
    await test.portal.db.transaction().execute(async (trx) => {
      const { id: caseId } = await trx
        .selectFrom('cases')
        .select('id')
        .where('number', '=', erased.number)
        .executeTakeFirstOrThrow();
      await eraseAttachments(trx, caseId, test.portal.now());
      await eraseAttachments(trx, caseId, test.portal.now());
    });
    await purgeUploads(test.portal);
    expect((await kept()).files).toBe(before.files - 1);
    expect(await attachmentsOf(erased)).toMatchObject([{ name: '', state: 'erased' }]);
    const row = await test.portal.db
      .selectFrom('attachments')
      .select(['name', 'sha256'])
      .where('id', '=', file?.id ?? '')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ name: null, sha256: null });
    const { status, body } = await post(test, '/api/cases/attachment', {
      number: erased.number,
      secret: erased.secret,
      id: file?.id,
    });
    expect([status, body['code']]).toEqual([409, 'file-held']);
  });
});

describe('with a scanner', () => {
  it('a clean file is given out, an infected one never, and an unjudged one is held back until it is judged', async () => {
    const clamd = await openClamd();
    const scanned = await openTestPortal({ now, env: { DATA_DIR: folder, CLAMD: clamd.address } });
    const infected = Buffer.concat([pdf.subarray(0, 9), Buffer.from('EICAR'), pdf.subarray(9)]);
    const tokens = [await token(pdf, 'sach.pdf', scanned), await token(infected, 'doc.pdf', scanned)];
    await scanWaiting(scanned.portal);
    await clamd.close();
    tokens.push(await token(pdf, 'cho.pdf', scanned));
    const receipt = await submit(scanned, { attachments: tokens });
    const states = async () =>
      (await attachmentsOf(receipt, scanned)).map(({ name, state }) => `${name} ${state}`);
    const { headers } = await signedInAs(scanned, 'TN');
    const statuses = async () =>
      Promise.all(
        (await attachmentsOf(receipt, scanned)).map(
          async ({ id }) =>
            (await scanned.request(`/api/staff/cases/${receipt.number}/attachments/${id}`, { headers }))
              .status,
        ),
      );
    expect(await states()).toEqual(['sach.pdf clean', 'doc.pdf infected', 'cho.pdf waiting']);
    expect(await scanned.portal.jobs.boss.getQueueStats('scan-attachments')).toMatchObject([
      { queuedCount: 3 },
    ]);
    expect(await statuses()).toEqual([200, 409, 409]);
    await expect(scanWaiting(scanned.portal)).rejects.toThrow('ECONNREFUSED');
    expect(await statuses()).toEqual([200, 409, 409]);

    const again = await openClamd();
    const later = await openTestPortal({ now, env: { DATA_DIR: folder, CLAMD: again.address } });
    await scanWaiting({ ...scanned.portal, scanner: later.portal.scanner });
    await scanWaiting({ ...scanned.portal, scanner: later.portal.scanner });
    expect(await states()).toEqual(['sach.pdf clean', 'doc.pdf infected', 'cho.pdf clean']);
    expect(await statuses()).toEqual([200, 409, 200]);
    expect(again.seen).toHaveLength(1);
    await Promise.all([again.close(), later.close(), scanned.close()]);
  });
});

describe('in an S3 store', () => {
  it('files are kept, given back and purged the same way; a store that fails leaves no row', async () => {
    const s3 = await openS3();
    const remote = await openTestPortal({ now, env: s3.env });
    const receipt = await submit(remote, { attachments: [await token(pdf, 'xa.pdf', remote)] });
    await token(pdf, 'bo.pdf', remote);
    expect(s3.objects.size).toBe(2);
    const [file] = await attachmentsOf(receipt, remote);
    const answer = await remote.request('/api/cases/attachment', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: receipt.number, secret: receipt.secret, id: file?.id }),
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    remote.clock.set('2026-11-22T08:30:00+07:00');
    await purgeUploads(remote.portal);
    expect(s3.objects.size).toBe(1);
    await s3.close();
    expect((await upload(pdf, 'mat.pdf', remote)).status).toBe(503);
    const rows = await remote.portal.db
      .selectFrom('attachments')
      .select(decrypted('attachments.name').as('name'))
      .execute();
    expect(rows).toEqual([{ name: 'xa.pdf' }]);
    await remote.close();
  });
});
