// Files judged by content, kept in two kinds of store, scanned over a socket; names made harmless.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { judgeFile } from '../../api/attachments/tools/judging/content.ts';
import { task as judgeDocument } from '../../api/attachments/tools/judging/document-task.ts';
import { atMost } from '../../api/confined/at-most.ts';
import { sizeText } from '../../api/attachments/labels.ts';
import { disposition, tidyName } from '../../api/attachments/name.ts';
import { openScanner } from '../../api/attachments/tools/scanner/clamd.ts';
import { openFileStore } from '../../api/attachments/tools/store/file-store.ts';
import { readZip } from '../../api/archives/zip.ts';
import { s3Store } from '../../api/attachments/tools/store/s3.ts';
import { readEnvironment } from '../../api/portal/env.ts';
import { Problem } from '../../api/problems/problem.ts';
import { startChild } from '../support/process/child.ts';
import { openClamd } from '../support/stand-ins/clamd.ts';
import { eventually } from '../support/run/eventually.ts';
import {
  heic,
  office,
  officeParts,
  paddedJpeg,
  pdf,
  photograph,
  picture,
  zip,
} from '../support/worlds/files.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { openS3 } from '../support/stand-ins/s3.ts';

// What a container may forbid even to root.
const canMount =
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
const connectionsOf = (server: http.Server) =>
  new Promise<number>((resolve) => server.getConnections((_error, open) => resolve(open)));

/** The sentence of a refusal. */
async function refusal(bytes: Buffer): Promise<string | undefined> {
  const error = await judgeFile(bytes).catch((thrown: unknown) => thrown);
  return error instanceof Problem ? error.errors[0]?.detail : undefined;
}

/** Whether an EXIF block with the tag of the GPS directory (0x8825, little endian) is in a file. */
const hasPlace = (bytes: Buffer) => bytes.includes('Exif\0\0') && bytes.includes(Buffer.from('2588', 'hex'));

describe('a photograph', () => {
  test('loses camera, person and place, and stands upright', async () => {
    const before = await photograph();
    expect((await sharp(before).metadata()).exif?.includes('MayAnhThu')).toBe(true);
    expect(hasPlace(before)).toBe(true);
    const { kind, bytes } = await judgeFile(before);
    const after = await sharp(bytes).metadata();
    expect(kind).toBe('jpeg');
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([after.width, after.height]).toEqual([40, 60]);
    expect(hasPlace(bytes)).toBe(false);
    for (const trace of ['Exif', 'MayAnhThu', 'Nghi']) expect(bytes.includes(trace)).toBe(false);
  });

  test('loses what hides behind the picture', async () => {
    const polyglot = Buffer.concat([
      await picture('jpeg'),
      Buffer.from('<script>alert(1)</script>'),
      office('docx'),
    ]);
    const { bytes } = await judgeFile(polyglot);
    expect(bytes.includes('<script>')).toBe(false);
    expect(bytes.includes('PK\x03\x04')).toBe(false);
  });

  test.each(['jpeg', 'png', 'webp'] as const)('in %s stays what it is', async (kind) => {
    const judged = await judgeFile(await picture(kind));
    expect(judged.kind).toBe(kind);
    expect((await sharp(judged.bytes).metadata()).format).toBe(kind);
  });

  test('of HEIC that cannot be decoded is refused with the way out', async () => {
    expect(await refusal(heic)).toBe('Máy chủ không đọc được ảnh HEIC này, hãy gửi ảnh JPEG.');
  });

  test('of too many pixels is refused before it is decoded', async () => {
    const bomb = await picture('png', 10_000, 6_401);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb)).toBe(
      'Ảnh có quá nhiều điểm ảnh (hơn 64 triệu). Hãy thu nhỏ ảnh rồi gửi lại.',
    );
  });

  test('that is cut short is refused', async () => {
    const noise = sharp(randomBytes(90_000), { raw: { width: 200, height: 150, channels: 3 } });
    const whole = await noise.jpeg().toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toContain('Không đọc được ảnh này.');
  });

  test('is drawn in turn, no more than so many at once', async () => {
    const take = atMost(2);
    let [running, most] = [0, 0];
    const work = () =>
      take(async () => {
        most = Math.max(most, (running += 1));
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        if (most > 9) throw new Error('never');
      });
    await Promise.all(Array.from({ length: 12 }, work));
    await expect(take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await take(async () => {});
    expect(most).toBe(2);
  });
});

describe('a document', () => {
  test('of Word, Excel or PDF is kept as it is', async () => {
    for (const [file, kind] of [
      [office('docx'), 'docx'],
      [office('xlsx'), 'xlsx'],
      [pdf, 'pdf'],
    ] as const)
      expect(await judgeFile(file)).toEqual({ kind, bytes: file, findings: [] });
  });

  const archive = 'Tệp này không phải Word (DOCX) hay Excel (XLSX) đúng chuẩn. Hãy lưu lại rồi gửi.';
  const macros = 'Tệp có macro (mã chạy được) nên không nhận. Hãy lưu lại dạng không macro, hoặc dạng PDF.';
  test.each([
    ['with macros in a part', office('docx', [{ name: 'word/vbaProject.bin', text: 'x' }]), macros],
    ['with macros in another case', office('xlsx', [{ name: 'xl/VBAPROJECT.BIN', text: 'x' }]), macros],
    ['with a macro sheet', office('xlsx', [{ name: 'xl/macrosheets/sheet1.xml', text: 'x' }]), macros],
    ['declared as macro-enabled', office('docm'), macros],
    ['that is any other archive', zip([{ name: 'a.txt', text: 'x' }]), archive],
    ['with a name twice', office('docx', [{ name: 'MAIN.xml', text: 'x' }]), archive],
    [
      'with something before it',
      Buffer.concat([Buffer.from('PK\x03\x04<html>', 'latin1'), office('docx')]),
      archive,
    ],
    ['with something after it', Buffer.concat([office('docx'), Buffer.from('<html>')]), archive],
    [
      'that is a bomb',
      office('docx', [{ name: 'word/big.xml', text: 'x', claims: 0x7fffffff }]),
      'Tệp nén bung ra quá lớn nên không nhận. Hãy lưu lại dạng PDF rồi gửi.',
    ],
    [
      'under a password',
      zip(officeParts('docx'), { encrypted: true }),
      'Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.',
    ],
    [
      'of the old Word',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'Tệp Word, Excel đời cũ hoặc có mật khẩu. Hãy lưu lại dạng DOCX, XLSX không mật khẩu, hoặc PDF.',
    ],
    [
      'of PDF that is cut short',
      Buffer.concat([pdf.subarray(0, 40), Buffer.alloc(3000, 'x')]),
      'Tệp PDF bị thiếu phần cuối. Hãy tải lại hoặc xuất lại tệp rồi gửi.',
    ],
  ])('%s is refused', async (_what, file, sentence) => {
    expect(await refusal(file)).toBe(sentence);
  });

  test('whose parts overlap is no archive', () => {
    const file = office('docx');
    const second = file.indexOf('PK\x01\x02', file.indexOf('PK\x01\x02') + 4, 'latin1');
    file.writeUInt32LE(0xffff, second + 20);
    expect(readZip(file)).toBeUndefined();
  });

  test('of any bytes at all is read or refused, never a crash', async () => {
    const whole = office('xlsx');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const broken = Buffer.from(whole);
        broken[at] = byte;
        const outcome = await judgeDocument(broken);
        return 'refused' in outcome || outcome.kind === 'xlsx';
      }),
      { numRuns: 300 },
    );
  });
});

describe('everything else is refused', () => {
  const other = /^Chỉ nhận ảnh JPEG/;
  test.each([
    [
      'SVG',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      other,
    ],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), other],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), other],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), other],
    ['plain text', Buffer.from('Nội dung chữ thường.'), other],
    ['HTML that claims to be a PDF further down', Buffer.from('<html>%PDF-1.7 %%EOF'), other],
    ['nothing', Buffer.alloc(0), /^Tệp rỗng \(0 byte\)/],
  ])('%s', async (_what, bytes, sentence) => {
    expect(await refusal(bytes)).toMatch(sentence);
  });

  test('one byte beyond 10 MB, but not 10 MB', async () => {
    expect((await judgeFile(await paddedJpeg(10 * 1024 * 1024))).kind).toBe('jpeg');
    expect(await refusal(await paddedJpeg(10 * 1024 * 1024 + 1))).toMatch(/^Tệp lớn hơn 10 MB\./);
  });
});

describe('a name', () => {
  test.each([
    ['Đơn của tôi.pdf', 'pdf', 'Đơn của tôi.pdf'],
    ['anh.jpg.html', 'jpeg', 'anh.jpg'],
    ['hoa-don.pdf.exe', 'pdf', 'hoa-don.pdf'],
    ['C:\\Users\\toi\\đơn.docx', 'docx', 'đơn.docx'],
    ['../../etc/passwd', 'png', 'passwd.png'],
    ['abc\u202Efdp.exe', 'pdf', 'abcfdp.pdf'],
    ['tệp\r\nX: y".xlsx', 'xlsx', 'tệpX y.xlsx'],
    ['.htaccess', 'webp', 'htaccess.webp'],
    ['', 'pdf', 'tep-dinh-kem.pdf'],
    ['Báo cáo 12.2026', 'pdf', 'Báo cáo 12.2026.pdf'],
    ['x'.repeat(300), 'pdf', `${'x'.repeat(80)}.pdf`],
  ] as const)('%j is kept as a harmless one', (given, kind, kept) => {
    expect(tidyName(given, kind)).toBe(kept);
  });

  test('of any characters makes a header of one ASCII line and ends as its content does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = tidyName(given, 'pdf');
        const header = disposition('PAKN-2026-000001-1.pdf', name);
        return /^[\x20-\x7e]+$/.test(header) && name.endsWith('.pdf') && !/[\\/\p{Cc}\p{Cf}]/u.test(name);
      }),
    );
    expect(disposition('PAKN-2026-000001-1.pdf', "Đơn (1)'.pdf")).toBe(
      `attachment; filename="PAKN-2026-000001-1.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%281%29%27.pdf`,
    );
  });

  test('has its size beside it as people write it', () => {
    expect([812, 3_000, 3_565_158].map(sizeText)).toEqual(['812 byte', '3 KB', '3,4 MB']);
  });
});

describe('a store', () => {
  const key = 'ab'.repeat(32);
  const settings = (env: Record<string, string>) => readEnvironment({ DATA_DIR: '/nonexistent', ...env });
  const roundTrip = async (env: Record<string, string>) => {
    const store = openFileStore(settings(env));
    await store.put(key, pdf);
    const got = await store.get(key);
    await store.remove(key);
    await store.remove(key);
    return [got?.equals(pdf), await store.get(key)];
  };

  test('in a folder gives back what it was given, and is closed to others', async () => {
    const folder = await temporaryFolder();
    expect(await roundTrip({ DATA_DIR: folder })).toEqual([true, undefined]);
    const store = openFileStore(settings({ DATA_DIR: folder }));
    await store.put(key, pdf);
    const modes = ['files', 'files/ab', `files/ab/${key}`].map(async (place) =>
      ((await fs.stat(path.join(folder, place))).mode & 0o777).toString(8),
    );
    expect(await Promise.all(modes)).toEqual(['700', '700', '600']);
    expect(await fs.readdir(path.join(folder, 'files/ab'))).toEqual([key]);
    await expect(async () => store.get('../secret.key')).rejects.toThrow('not a key');
  });

  test('of S3 gives back what it was given, every request signed', async () => {
    const s3 = await openS3();
    expect(await roundTrip(s3.env)).toEqual([true, undefined]);
    expect(s3.asked[0]).toBe(`PUT /tep-dinh-kem/${key}`);
    await expect(
      openFileStore(settings({ ...s3.env, S3_ACCESS_KEY: 'other' })).put(key, pdf),
    ).rejects.toThrow('store-away');
    expect(s3.objects.size).toBe(0);
    await s3.close();
  });

  test.each(['says nothing', 'begins to answer and stops'])(
    'of S3 that %s is given up in time, whatever is tidied up in between',
    async (how) => {
      const server = http.createServer((_req, res) => {
        if (how !== 'says nothing') res.writeHead(200).write('a part');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const store = s3Store({
        endpoint: `http://127.0.0.1:${port}`,
        bucket: 'tep-dinh-kem',
        region: 'test-region',
        accessKeyId: 'test-access',
        secretAccessKey: 'test-secret',
        patienceMs: 400,
      });
      // A garbage collection is what made the signal of a Request vanish (Node 24.21).
      setFlagsFromString('--expose-gc');
      const tidy = setInterval(runInNewContext('gc') as () => void, 20);
      try {
        const asked = how === 'says nothing' ? store.put(key, pdf) : store.get(key);
        await expect(asked).rejects.toMatchObject({ code: 'store-away' });
        await eventually('the request is taken back', () => connectionsOf(server).then((open) => open === 0));
      } finally {
        clearInterval(tidy);
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  );

  test('of S3 is asked again when it is overloaded', async () => {
    const asked: string[] = [];
    const server = http.createServer((req, res) => {
      asked.push(req.method ?? '');
      req.resume().on('end', () => res.writeHead(asked.length < 3 ? 503 : 200).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const env = { S3_BUCKET: 'b', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 's' };
    await openFileStore(settings({ ...env, S3_ENDPOINT: `http://127.0.0.1:${port}` })).put(key, pdf);
    expect(asked).toEqual(['PUT', 'PUT', 'PUT']);
    await new Promise((resolve) => server.close(resolve));
  });

  test.runIf(canMount).each([
    ['full', 'size=64k'],
    ['read-only', 'size=4m,ro'],
  ])('on a disk that is %s is away, and leaves nothing half there', async (_how, options) => {
    const disk = await temporaryFolder();
    const mounted = `mount -t tmpfs -o ${options} tmpfs '${disk}' && exec "$@"`;
    const child = startChild('tests/support/process/store-process.ts', [disk], {
      before: ['unshare', '--mount', 'sh', '-c', mounted, 'sh'],
    });
    expect(await child.ended).toBe(0);
    expect(child.said()).toBe('store-away []\n');
  });

  test('of S3 that is set by half says what is missing', () => {
    expect(() => openFileStore(settings({ S3_ENDPOINT: 'http://127.0.0.1:1' }))).toThrow('cần cả S3_BUCKET');
  });
});

describe('the scanner', () => {
  test.each(['a port', 'a unix socket'])('on %s judges a file whole', async (where) => {
    const path = where === 'a port' ? undefined : `${await temporaryFolder()}/clamd.sock`;
    const clamd = await openClamd(path ? { path } : {});
    const judge = openScanner(clamd.address);
    const large = randomBytes(1_000_000);
    expect(await judge?.(large)).toBe('clean');
    expect(await judge?.(Buffer.from('X5O!EICAR-STANDARD'))).toBe('infected');
    expect(clamd.seen[0]?.equals(large)).toBe(true);
    await clamd.close();
  });

  test('that is away, or answers an error, has judged nothing', async () => {
    const clamd = await openClamd({ answer: 'INSTREAM size limit exceeded. ERROR' });
    const judge = openScanner(clamd.address);
    await expect(judge?.(pdf)).rejects.toThrow('did not judge');
    await clamd.close();
    await expect(judge?.(pdf)).rejects.toThrow('ECONNREFUSED');
    expect(() => openScanner('khong-co-cong')).toThrow('CLAMD');
    expect(openScanner(undefined)).toBeUndefined();
  });
});
