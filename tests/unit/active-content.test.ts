// What documents can do besides being read is found however it is spelt or packed; what can only harm is refused.
import fs from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { judgeFile } from '../../api/attachments/tools/judging/content.ts';
import { findInOffice } from '../../api/attachments/tools/judging/active-office.ts';
import { findInPdf } from '../../api/attachments/tools/judging/active-pdf.ts';
import { warningOf } from '../../api/attachments/findings.ts';
import { readZip } from '../../api/archives/zip.ts';
import { runConfined } from '../../api/confined/run.ts';
import { Problem } from '../../api/problems/problem.ts';
import { office, officeParts, pdf, zip } from '../support/worlds/files.ts';

async function judged(bytes: Buffer): Promise<string | string[]> {
  try {
    return (await judgeFile(bytes)).findings;
  } catch (error) {
    return error instanceof Problem ? (error.errors[0]?.detail ?? '') : String(error);
  }
}
const pdfOf = (body: string | Buffer) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n', 'latin1'),
    Buffer.from(body as string, 'latin1'),
    Buffer.from('\ntrailer<<>>\n%%EOF\n'),
  ]);
const packed = (objects: string, filter = '/FlateDecode') =>
  Buffer.concat([
    Buffer.from(`5 0 obj<</Type/ObjStm/N 1/First 4/Filter${filter}>>stream\r\n`, 'latin1'),
    deflateSync(Buffer.from(objects)),
    Buffer.from('\r\nendstream endobj', 'latin1'),
  ]);

describe('a PDF', () => {
  test.each([
    ['nothing', '1 0 obj<</Type/Catalog/OpenAction[3 0 R/Fit]>>endobj', []],
    ['script', '1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj', ['pdf-script']],
    ['script with a name in codes', '1 0 obj<</S/#4aava#53cript>>endobj', ['pdf-script']],
    ['script behind a reference', '1 0 obj<</S/JavaScript/JS 7 0 R>>endobj', ['pdf-script']],
    ['script in packed objects', packed('1 0 <</S/JavaScript/JS(x)>>'), ['pdf-script']],
    ['a program started', '1 0 obj<</S/Launch/F(cmd.exe)>>endobj', ['pdf-launch']],
    ['a program started from packed objects', packed('1 0 <</S/Lau#6ech/F(cmd.exe)>>'), ['pdf-launch']],
    ['another file inside', '1 0 obj<</Names<</EmbeddedFiles 2 0 R>>>>endobj', ['pdf-attached']],
    ['a dynamic form', '1 0 obj<</AcroForm<</XFA[(a)2 0 R]>>>>endobj', ['pdf-xfa']],
    ['objects packed in a strange way', packed('x', '[/ASCIIHexDecode/FlateDecode]'), ['pdf-unread']],
    ['words of a page that speak of it', '4 0 obj<</Length 9>>stream\n(XFA /JS)\nendstream endobj', []],
    ['an archive behind it', Buffer.concat([office('docx')]), ['two-kinds']],
    ['a page of the web in front', '<html><script>alert(1)</script></html>', ['two-kinds']],
  ])('with %s', (_, body, findings) => {
    expect(findInPdf(pdfOf(body))).toEqual(findings);
  });

  test('is kept and told, or refused where it can only harm', async () => {
    expect(await judged(pdf)).toEqual([]);
    expect(await judged(pdfOf('1 0 obj<</S/JavaScript/JS(x)>>endobj'))).toEqual(['pdf-script']);
    expect(await judged(pdfOf('1 0 obj<</S/Launch>>endobj'))).toBe(
      'Tệp PDF có lệnh mở chương trình khác trên máy người đọc nên không nhận. Hãy in lại thành PDF rồi gửi.',
    );
    expect(warningOf(['pdf-script', 'pdf-attached'], true)).toBe(
      'Cẩn thận: PDF có mã JavaScript chạy khi mở; PDF đính kèm tệp khác bên trong. Nên xem trang thay vì mở tệp',
    );
    expect([warningOf([], true), warningOf(null, false)]).toEqual([null, null]);
  });
});

const relationship = (kind: string, target: string, mode = 'External') => ({
  name: 'word/_rels/settings.xml.rels',
  text: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
});
const field = (...runs: string[]) => ({
  name: 'word/document.xml',
  text: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs.map((run) => `<w:r><w:instrText xml:space="preserve">${run}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
});

describe('a Word or Excel file', () => {
  test.each([
    ['nothing', [field('PAGE')], []],
    ['a link to click', [relationship('hyperlink', 'https://vidu.vn')], []],
    [
      'the template of its company',
      [relationship('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm')],
      [],
    ],
    [
      'a template from elsewhere',
      [relationship('attachedTemplate', 'http://a.vn/x.dotm')],
      ['office-template'],
    ],
    [
      'a template from another machine',
      [relationship('attachedTemplate', '\\\\10.0.0.1\\x.dotm')],
      ['office-template'],
    ],
    ['a picture from elsewhere', [relationship('image', 'http://a.vn/x.png')], ['office-linked']],
    ['a DDE field', [field('DDEAUTO c:\\\\windows\\\\cmd.exe')], ['office-dde']],
    ['a DDE field split over runs', [field(' D', 'DEA', 'UTO ', 'cmd')], ['office-dde']],
    ['a DDE field with letters in codes', [field('&#68;DE cmd')], ['office-dde']],
    [
      'a simple DDE field',
      [{ name: 'word/document.xml', text: '<w:fldSimple w:instr=" DDE cmd "/>' }],
      ['office-dde'],
    ],
    ['words about it', [{ name: 'word/document.xml', text: '<w:t>DDE cmd</w:t>' }], []],
    [
      'a DDE link of Excel',
      [
        {
          name: 'xl/externalLinks/externalLink1.xml',
          text: '<externalLink><ddeLink ddeService="cmd"/></externalLink>',
        },
      ],
      ['office-dde'],
    ],
    ['an object', [{ name: 'word/embeddings/oleObject1.bin', text: 'x' }], ['office-object']],
    [
      'a program in an object',
      [{ name: 'word/embeddings/oleObject1.bin', text: 'a\0run.exe\0' }],
      ['office-object', 'office-program'],
    ],
    ['a program', [{ name: 'word/media/a.vbs', text: 'x' }], ['office-program']],
    ['data from elsewhere', [{ name: 'xl/connections.xml', text: '<connections/>' }], ['office-data']],
  ])('with %s', (_, parts, findings) => {
    const file = office('docx', parts);
    expect(findInOffice(file, readZip(file) ?? []).toSorted()).toEqual(findings);
  });

  test('is kept and told, or refused where it can only harm', async () => {
    expect(await judged(office('docx', [{ name: 'word/embeddings/oleObject1.bin', text: 'x' }]))).toEqual([
      'office-object',
    ]);
    expect(await judged(office('docx', [field('DDEAUTO cmd')]))).toMatch(/^Tệp có lệnh DDE/);
  });

  test('that lies about what it unpacks to is refused, however little it declares', async () => {
    const lying = zip([
      ...officeParts('docx'),
      { name: 'word/a.xml', text: ' '.repeat(50_000_000), claims: 10 },
    ]);
    expect(await judged(lying)).toBe('Tệp nén bung ra quá lớn nên không nhận. Hãy lưu lại dạng PDF rồi gửi.');
    const shorter = zip([...officeParts('docx'), { name: 'word/a.xml', text: 'x', claims: 1000 }]);
    expect(await judged(shorter)).toBe(
      'Tệp này không phải Word (DOCX) hay Excel (XLSX) đúng chuẩn. Hãy lưu lại rồi gửi.',
    );
  });

  test.each([
    ['RTF', '{\\rtf1 {\\object\\objocx}}'],
    ['a page of the web', '<html><script>alert(1)</script></html>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a program', 'MZ\x90\0'],
  ])('%s is no kind that is taken', async (_, text) => {
    expect(await judged(Buffer.from(text))).toMatch(/^Chỉ nhận ảnh JPEG/);
  });
});

test('an iPhone photograph is drawn anew as a JPEG without its metadata', async () => {
  const heic = await fs.readFile(path.join(import.meta.dirname, '../support/worlds/photograph.heic'));
  expect(heic.includes('MayAnhThu')).toBe(true);
  const { kind, bytes } = await judgeFile(heic);
  const { width, height, format, exif, icc } = await sharp(bytes).metadata();
  expect([kind, width, height, format, exif, icc]).toEqual(['jpeg', 160, 120, 'jpeg', undefined, undefined]);
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * 160 + x) * info.channels, (y * 160 + x) * info.channels + 2),
  ];
  const isNear = (is: number[], wanted: number[]) =>
    is.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 25);
  expect([isNear(at(20, 20), [220, 200]), isNear(at(140, 100), [20, 30])]).toEqual([true, true]);
});

describe('confined work', () => {
  const work = async (text: string, limits = { seconds: 30, megabytes: 60 }) =>
    await runConfined(new URL(`data:text/javascript,${encodeURIComponent(text)}`), 1, limits);

  test('answers, or is stopped: at its time, at its memory, where it throws or dies', async () => {
    expect(await work('export const task = async (n) => n + 1;')).toEqual({ done: 2 });
    expect(
      await work('export const task = async () => { for (;;); };', { seconds: 1, megabytes: 60 }),
    ).toEqual({ stopped: 'time' });
    expect(
      await work(
        'export const task = async () => { const a = []; for (;;) { a.push(Buffer.alloc(9e6, 1)); await new Promise((r) => setTimeout(r, 5)); } };',
      ),
    ).toEqual({ stopped: 'memory' });
    expect(await work('export const task = async () => { throw new Error(); };')).toEqual({
      stopped: 'broken',
    });
    expect(await work('export const task = async () => process.exit(0);')).toEqual({ stopped: 'broken' });
  });

  test('has no environment, writes nothing, starts nothing and reads the program only', async () => {
    const tries = `
      import fs from 'node:fs'; import { spawnSync } from 'node:child_process';
      const code = (work) => { try { work(); return 'done'; } catch (error) { return error.code; } };
      export const task = async () => [Object.keys(process.env).filter((name) => !/^NODE_CHANNEL/.test(name)),
        code(() => fs.writeFileSync('/tmp/confined-test', 'x')), code(() => spawnSync('ls')), code(() => fs.readFileSync('/etc/passwd'))];`;
    expect(await work(tries)).toEqual({
      done: [[], 'ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED'],
    });
  });
});
