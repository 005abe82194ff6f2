// The forms in which offices send tables: both imports, figures and lists, read or refuse each with the same sentence.
import { writeXlsx, type Cell } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { chooseTable } from '../../api/dossiers/choose.ts';
import { readTable } from '../../api/dossiers/read-table.ts';
import { readAny } from '../../api/exchange/any.ts';
import { fromTcvn3 } from '../../api/spreadsheets/old-text.ts';
import { readBook } from '../../api/spreadsheets/tools/read.ts';
import { task } from '../../api/spreadsheets/tools/read-task.ts';
import { zip } from '../support/worlds/files.ts';
import { listHeader } from '../support/reading/grids.ts';

type Row = (string | number | Date)[];
const numbers = Array.from({ length: 13 }, (_, index) => `(${index + 1})`);
const count = (serial: number, field: Row[0], n: Row[0]): Row => [
  serial,
  field,
  n,
  n,
  0,
  0,
  n,
  n,
  0,
  0,
  0,
  0,
  0,
];
const entry = (serial: number, code: string, name: Row[0]): Row => [
  serial,
  code,
  name,
  '03 ngày làm việc',
  '',
  '',
  '',
  '',
];
const aList = [['Danh mục TTHC mới ban hành'], listHeader, ['Lĩnh vực Bưu chính']];

/** What both imports make of the same fault in their own tables: `[taken, refused, said]` each, or the sentence. */
async function figures(bytes: Uint8Array) {
  const book = await task(bytes);
  if ('refused' in book) return book.refused;
  const chosen = chooseTable(book.worksheets, '2026-09', '');
  if (!('table' in chosen)) return 'fault' in chosen ? chosen.fault.text : 'choices';
  const { rows, errors, notes } = readTable(chosen.table);
  return [
    rows.map(({ field, online }) => `${field} ${online}`),
    errors.map(({ place, text }) => `${place}: ${text}`),
    [...book.notes, ...notes],
  ];
}
async function list(bytes: Uint8Array) {
  const book = await task(bytes);
  if ('refused' in book) return book.refused;
  const { incoming, refusals, cautions } = readAny('danh-muc', book.worksheets);
  return [incoming.map(({ code, name }) => `${code} ${name}`), refusals, [...book.notes, ...cautions]];
}

const oldOrLocked =
  'Tệp Excel đời cũ (.xls, kể cả khi tên đã đổi thành .xlsx) hoặc có mật khẩu. Hãy mở bằng Excel, lưu thành .xlsx (Excel Workbook) rồi gửi lại. Có mật khẩu thì bỏ mật khẩu trước.';
const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_528)]);

describe('a file of another kind is refused with what to do', () => {
  test.each<[string, Uint8Array, string]>([
    ['an old workbook, whatever its name', container, oldOrLocked],
    [
      'a workbook with a password',
      Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]),
      oldOrLocked,
    ],
    ['an old workbook without a container', Buffer.from('0908100000060500', 'hex'), oldOrLocked],
    ['a workbook of Excel 4', Buffer.from('090406000000100000', 'hex'), oldOrLocked],
    [
      'a page named .xls',
      Buffer.from('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Bưu chính'),
      'Tệp là trang web mang tên bảng tính (phần mềm xuất ra dạng HTML). Hãy mở bằng Excel, lưu thành .xlsx (Excel Workbook) rồi gửi lại.',
    ],
    [
      'a page in UTF-16 named .xls',
      Buffer.from('\ufeff<TABLE><tr><td>Bưu chính', 'utf16le'),
      'Tệp là trang web mang tên bảng tính (phần mềm xuất ra dạng HTML). Hãy mở bằng Excel, lưu thành .xlsx (Excel Workbook) rồi gửi lại.',
    ],
    [
      'XML of 2003',
      Buffer.from(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      'Tệp là XML Spreadsheet 2003, không phải .xlsx. Hãy mở bằng Excel, lưu thành .xlsx (Excel Workbook) rồi gửi lại.',
    ],
    [
      '.xlsb',
      zip([
        { name: '[Content_Types].xml', text: '<Types/>' },
        { name: 'xl/workbook.bin', text: 'x' },
      ]),
      'Tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel, lưu thành .xlsx (Excel Workbook) rồi gửi lại.',
    ],
    [
      '.ods',
      zip([
        { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', text: '<office:document-content/>' },
      ]),
      'Tệp OpenDocument (.ods). Hãy mở bằng Excel, lưu thành .xlsx (Excel Workbook) rồi gửi lại.',
    ],
    [
      'a workbook with macros',
      zip([
        { name: 'xl/workbook.xml', text: '<workbook/>' },
        { name: 'xl/vbaProject.bin', text: 'x' },
      ]),
      'Tệp có macro (.xlsm) hoặc là mẫu. Hãy lưu thành .xlsx (Excel Workbook, không macro) rồi gửi lại.',
    ],
    [
      'an archive with a password',
      zip([{ name: 'xl/workbook.xml', text: '<workbook/>' }], { encrypted: true }),
      'Tệp có mật khẩu. Hãy bỏ mật khẩu, lưu thành .xlsx rồi gửi lại.',
    ],
    [
      'a Word document',
      zip([
        { name: '[Content_Types].xml', text: '<Types/>' },
        { name: 'word/document.xml', text: '<document/>' },
      ]),
      'Tệp không phải XLSX hoặc CSV. Hãy mở bằng Excel, lưu thành .xlsx rồi gửi lại.',
    ],
    ['nothing', Buffer.alloc(0), 'Tệp rỗng (0 byte). Hãy chọn lại tệp.'],
  ])('%s', async (_, bytes, sentence) => {
    expect(await readBook(bytes)).toEqual({ refused: sentence });
    expect([await figures(bytes), await list(bytes)]).toEqual([sentence, sentence]);
  });
});

const struck = { style: { font: { strikethrough: true } } };
const partly = (kept: string, gone: string) => ({
  richText: [{ text: kept }, { text: gone, font: { strikethrough: true } }],
});
type More = { cells?: Map<string, Partial<Cell>>; hiddenRow?: number; hiddenColumn?: number };
const workbook = (name: string, rows: Row[], { cells, hiddenRow, hiddenColumn }: More) =>
  writeXlsx({
    sheets: [
      {
        name,
        rows,
        ...(cells && { cells }),
        ...(hiddenRow !== undefined && { rowDefs: new Map([[hiddenRow, { hidden: true }]]) }),
        ...(hiddenColumn !== undefined && {
          columns: rows.at(-1)?.map((_, at) => (at === hiddenColumn ? { hidden: true } : {})) ?? [],
        }),
      },
    ],
  });
const [post, rights] = ['Bưu chính 5', 'Sở hữu trí tuệ 7'];
const [first, second] = ['1.019001 Cấp giấy phép thử', '1.019002 Gia hạn giấy phép thử'];
const ofFigures = (more: More, rows = [count(1, 'Bưu chính', 5), count(2, 'Sở hữu trí tuệ', 7)]) =>
  workbook('Thang 9', [numbers, ...rows], more);
const ofList = (
  more: More,
  rows = [entry(1, '1.019001', 'Cấp giấy phép thử'), entry(2, '1.019002', 'Gia hạn giấy phép thử')],
) => workbook('Danh mục', [...aList, ...rows], more);
const inList = 'Trang tính “Danh mục”';
const everyCell = (row: number, many: number) =>
  new Map(Array.from({ length: many }, (_, column) => [`${row},${column}`, struck] as const));

describe('what is hidden or struck through is not read, and that is said', () => {
  test('a hidden row', async () => {
    expect(await figures(await ofFigures({ hiddenRow: 2 }))).toEqual([
      [post],
      [],
      ['dòng ẩn hoặc bị lọc ra, không đọc: 3.'],
    ]);
    expect(await list(await ofList({ hiddenRow: 4 }))).toEqual([
      [first],
      [],
      [`${inList}: dòng ẩn hoặc bị lọc ra, không đọc: 5.`],
    ]);
  });

  test('a hidden column', async () => {
    expect(await figures(await ofFigures({ hiddenColumn: 8 }))).toBe(
      'không thấy dòng đánh số cột (1) đến (13) của biểu II.06a (có dòng hoặc cột đang ẩn: hãy bỏ ẩn). Hãy điền vào tệp mẫu.',
    );
    expect(await list(await ofList({ hiddenColumn: 3 }))).toEqual([
      [first, second],
      [],
      [`${inList}: cột ẩn, không đọc: D.`],
    ]);
  });

  test('a struck-through row', async () => {
    expect(await figures(await ofFigures({ cells: everyCell(2, 13) }))).toEqual([
      [post],
      [],
      ['dòng bị gạch ngang, không đọc: 3.'],
    ]);
    expect(await list(await ofList({ cells: everyCell(4, 8) }))).toEqual([
      [first],
      [],
      [`${inList}: dòng bị gạch ngang, không đọc: 5.`],
    ]);
  });

  test('a struck-through cell: nothing stands in its place', async () => {
    expect(await figures(await ofFigures({ cells: new Map([['2,1', struck]]) }))).toEqual([
      [],
      [
        'Trang tính “Thang 9”, ô B3 (dòng 3, cột Lĩnh vực): chữ bị gạch ngang nên không đọc. Bỏ gạch ngang, hoặc xóa nội dung ô.',
      ],
      ['ô bị gạch ngang, không đọc: B3.'],
    ]);
    expect(await list(await ofList({ cells: new Map([['4,2', struck]]) }))).toEqual([
      [first],
      [`${inList}, dòng 5, cột “Tên TTHC”: chưa có tên thủ tục.`],
      [`${inList}: ô bị gạch ngang, không đọc: C5.`],
    ]);
  });

  test('some struck-through words', async () => {
    const fieldCell = new Map([['2,1', partly('Sở hữu trí tuệ', ' và bản quyền')]]);
    expect(await figures(await ofFigures({ cells: fieldCell }))).toEqual([
      [post, rights],
      [],
      ['đã bỏ phần chữ bị gạch ngang trong ô B3.'],
    ]);
    const nameCell = new Map([['4,2', partly('Gia hạn giấy phép thử', ' (bãi bỏ)')]]);
    expect(await list(await ofList({ cells: nameCell }))).toEqual([
      [first, second],
      [],
      [`${inList}: đã bỏ phần chữ bị gạch ngang trong ô C5.`],
    ]);
  });
});

describe('words', () => {
  test('with ð for đ are mended, and that is said', async () => {
    expect(await figures(await ofFigures({}, [count(1, 'Tiêu chuẩn Ðo lường', 5)]))).toEqual([
      ['Tiêu chuẩn Đo lường 5'],
      [],
      ['đã đổi chữ “ð” thành “đ” trong ô B2.'],
    ]);
    expect(await list(await ofList({}, [entry(1, '1.019001', 'Cấp giấy phép ðo lường')]))).toEqual([
      ['1.019001 Cấp giấy phép đo lường'],
      [],
      [`${inList}: đã đổi chữ “ð” thành “đ” trong ô C4.`],
    ]);
  });

  test('where a spreadsheet has made a date of them are refused by cell', async () => {
    const says = (on: string) =>
      `ô là ngày tháng (${on}), không phải chữ hay số. Định dạng ô là Văn bản (Text) rồi gõ lại.`;
    const day = new Date('2026-09-05T00:00:00Z');
    expect(await figures(await ofFigures({}, [count(1, day, 5)]))).toEqual([
      [],
      [`Trang tính “Thang 9”, ô B2 (dòng 2, cột Lĩnh vực): ${says('05/9/2026')}`],
      [],
    ]);
    expect(await list(await ofList({}, [entry(1, '1.019001', new Date('2026-02-05T00:00:00Z'))]))).toEqual([
      [],
      [`${inList}, dòng 4, cột “Tên TTHC”: ${says('05/02/2026')}`],
      [],
    ]);
  });
});

const text = (rows: Row[], separator: string) => rows.map((row) => `${row.join(separator)}\r\n`).join('');
const utf16 = (words: string, { big = false, marked = true } = {}) => {
  const bytes = Buffer.from((marked ? '\ufeff' : '') + words, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
// The marks of tones are bytes of their own, behind their letters.
const marked: Record<string, number> = {
  ă: 0xe3,
  â: 0xe2,
  ê: 0xea,
  ô: 0xf4,
  ơ: 0xf5,
  ư: 0xfd,
  đ: 0xf0,
  Đ: 0xd0,
  Ă: 0xc3,
};
const tones: Record<string, number> = {
  '\u0300': 0xcc,
  '\u0301': 0xec,
  '\u0303': 0xde,
  '\u0309': 0xd2,
  '\u0323': 0xf2,
};
const windows1258 = (words: string) =>
  Buffer.from(
    [...words.normalize('NFC')].flatMap((letter) => {
      const [tone] = letter.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/) ?? [];
      const base = tone ? letter.normalize('NFD').replace(tone, '').normalize('NFC') : letter;
      return [marked[base] ?? base.charCodeAt(0), ...(tone ? [tones[tone] ?? 0] : [])];
    }),
  );
const tcvn3Bytes = new Map(
  Array.from({ length: 0x5f }, (_, at) => [fromTcvn3(String.fromCharCode(0xa0 + at)), 0xa0 + at] as const),
);
const tcvn3 = (words: string) =>
  Buffer.from([...words.normalize('NFC')].map((letter) => tcvn3Bytes.get(letter) ?? letter.charCodeAt(0)));

describe('a CSV file', () => {
  const figureRows = [numbers, count(1, 'Bưu chính', 5), count(2, 'Sở hữu trí tuệ', 7)];
  const listRows = [...aList, entry(1, '1.019001', 'Cấp giấy phép thử')];
  const unsafe =
    'Tệp CSV không phải Unicode (UTF-8) nên không chắc đọc đúng dấu. Hãy mở bằng Excel, lưu thành .xlsx (Excel Workbook) rồi gửi lại.';
  const said = (separator: string, note?: string) => [
    ...(note ? [note] : []),
    `Các cột của tệp CSV cách nhau bằng ${separator}.`,
  ];
  const unicode = (kind: string) => `Tệp ở dạng Unicode Text (${kind}); đã đọc.`;

  test.each<[string, (words: string) => Uint8Array, string, string[]]>([
    ['UTF-8', (words) => Buffer.from(words), ',', said('dấu phẩy')],
    ['UTF-16, little end first', (words) => utf16(words), ';', said('dấu chấm phẩy', unicode('UTF-16LE'))],
    [
      'UTF-16, big end first',
      (words) => utf16(words, { big: true }),
      '\t',
      said('dấu tab', unicode('UTF-16BE')),
    ],
    [
      'UTF-16 without a mark',
      (words) => utf16(words, { marked: false }),
      '\t',
      said('dấu tab', unicode('UTF-16LE')),
    ],
    [
      'UTF-16 without a mark, big end first',
      (words) => utf16(words, { big: true, marked: false }),
      ';',
      said('dấu chấm phẩy', unicode('UTF-16BE')),
    ],
  ])('in %s is read', async (_, encode, separator, notes) => {
    expect(await figures(encode(text(figureRows, separator)))).toEqual([[post, rights], [], notes]);
    expect(await list(encode(text(listRows, separator)))).toEqual([[first], [], notes]);
  });

  test('in windows-1258 is read, and to be looked at', async () => {
    const notes = said(
      'dấu chấm phẩy',
      'Tệp ở bảng mã windows-1258; đã đọc. Hãy xem kỹ dấu ở bản xem trước.',
    );
    expect(await figures(windows1258(text(figureRows, ';')))).toEqual([[post, rights], [], notes]);
    expect(await list(windows1258(text(listRows, ';')))).toEqual([[first], [], notes]);
  });

  test.each<[string, (words: string) => Uint8Array]>([
    ['in TCVN3', tcvn3],
    ['in UTF-16 cut in the middle of a letter', (words) => utf16(words).subarray(0, -1)],
  ])('%s is refused with what to do', async (_, encode) => {
    expect(await figures(encode(text(figureRows, ';')))).toBe(unsafe);
    expect(await list(encode(text(listRows, ';')))).toBe(unsafe);
  });
});
