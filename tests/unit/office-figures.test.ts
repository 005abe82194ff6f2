// Figures as offices send them: each file of tests/office-files has one right outcome, written down here.
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it, test } from 'vitest';
import { chooseTable } from '../../api/dossiers/choose.ts';
import { periodIn, periodOfName } from '../../api/dossiers/period.ts';
import { readWorksheet, readTable } from '../../api/dossiers/read-table.ts';
import { markBook } from '../../api/spreadsheets/tools/mark.ts';
import { readBook } from '../../api/spreadsheets/tools/read.ts';
import type { Book } from '../../api/spreadsheets/worksheet.ts';
import { officeBook, officeFile } from '../support/worlds/office-files.ts';

function figures(book: Book, month = '2026-09', wanted = '') {
  const chosen = chooseTable(book.worksheets, month, wanted);
  if (!('table' in chosen)) throw new Error(JSON.stringify(chosen));
  const read = readTable(chosen.table);
  return {
    worksheet: chosen.table.worksheet.name,
    online: read.rows.map(({ field, online }) => [field, online]),
    errors: read.errors.map(({ place, text }) => `${place}: ${text}`),
    taken: read.taken,
    left: read.left.map(({ rows, why }) => `${rows}: ${why}`),
    notes: read.notes,
    stated: read.stated,
  };
}
const three = [
  ['An toàn bức xạ và hạt nhân', 12],
  ['Tiêu chuẩn, đo lường, chất lượng', 30],
  ['Sở hữu trí tuệ', 5],
];
const four = [
  ['Bưu chính', 5],
  ['Hoạt động khoa học và công nghệ', 6],
  ['Sở hữu trí tuệ', 7],
  ['Tiêu chuẩn đo lường chất lượng', 8],
];
const checked = 'dòng tổng, đã đối chiếu, không cộng lần nữa';
const unsaved =
  'công thức chưa có kết quả lưu trong tệp. Mở tệp bằng Excel, bấm Lưu rồi gửi lại, hoặc ghi thẳng giá trị.';

describe('a file of an office', () => {
  it('d03: groups and their total are checked, the fields alone are counted', async () => {
    expect(figures(await officeBook('d03-groups.xlsx'))).toEqual({
      worksheet: 'Biểu II.06a',
      online: three,
      errors: [],
      taken: '11, 12, 14',
      left: ['10, 13: dòng nhóm, đã đối chiếu với các dòng thuộc nhóm', `15: ${checked}`],
      notes: [],
      stated: { row: 15, received: 55, settled: 50, open: 5 },
    });
  });

  it('d04d: an error in the worksheet of the month is told; the older worksheet is never read', async () => {
    const book = await officeBook('d04d-first-wrong-second-old.xlsx');
    expect(figures(book)).toMatchObject({
      worksheet: 'Thang 9',
      online: [],
      errors: [
        'Trang tính “Thang 9”, ô D3 (dòng 3, cột Trực tuyến): “mười hai” không phải số hồ sơ. Ghi số nguyên từ 0 trở lên.',
      ],
    });
    expect(figures(book, '2026-08')).toMatchObject({ worksheet: 'Thang 8', errors: [] });
  });

  it('d05: a filtered-out row is left out and said', async () => {
    expect(figures(await officeBook('d05-hidden-row.xlsx'))).toMatchObject({
      online: three,
      taken: '3–5',
      notes: ['dòng ẩn hoặc bị lọc ra, không đọc: 6.'],
    });
  });

  it('d07b, d07c: formulas without a stored value are refused by their cells', async () => {
    const cells = async (name: string) =>
      figures(await officeBook(name)).errors.map((text) => [/ô (\w+)/.exec(text)?.[1], text.split('): ')[1]]);
    expect(await cells('d07b-formula-uncached-component.xlsx')).toEqual(
      ['D3', 'J3', 'M3', 'C3', 'G3', 'K3'].map((cell) => [cell, expect.stringContaining(unsaved)]),
    );
    expect((await cells('d07c-formula-all-uncached.xlsx')).map(([cell]) => cell)).toEqual([
      'D3',
      'H3',
      'I3',
      'J3',
      'L3',
      'M3',
      'C3',
      'G3',
      'K3',
    ]);
  });

  it('d09c: a dash is nothing, and that is said', async () => {
    expect(figures(await officeBook('d09c-dash-for-zero.xlsx'))).toMatchObject({
      online: [['An toàn bức xạ và hạt nhân', 12]],
      errors: [],
      notes: ['dấu gạch ngang được đọc là 0: ô J3, M3.'],
    });
  });

  it('d10: words in TCVN3 are refused by cell', async () => {
    const { errors } = figures(await officeBook('d10-tcvn3.xlsx'));
    expect(errors).toHaveLength(3);
    expect(errors[0]).toBe(
      'Trang tính “II.06a”, ô B3 (dòng 3, cột Lĩnh vực): chữ theo bảng mã TCVN3 (phông .Vn), không phải Unicode. Chuyển sang Unicode (Unikey: Ctrl + Shift + F6) rồi gửi lại.',
    );
  });

  it.each([
    ['d20-semicolon-bom.csv', ['Các cột của tệp CSV cách nhau bằng dấu chấm phẩy.']],
    ['d20c-tab.csv', ['Các cột của tệp CSV cách nhau bằng dấu tab.']],
    ['d20d-sep-line.csv', ['Các cột của tệp CSV cách nhau bằng dấu chấm phẩy.']],
    [
      'd21b-utf16le-tab.csv',
      ['Tệp ở dạng Unicode Text (UTF-16LE); đã đọc.', 'Các cột của tệp CSV cách nhau bằng dấu tab.'],
    ],
    [
      'd22-windows1258.csv',
      [
        'Tệp ở bảng mã windows-1258; đã đọc. Hãy xem kỹ dấu ở bản xem trước.',
        'Các cột của tệp CSV cách nhau bằng dấu chấm phẩy.',
      ],
    ],
  ])('%s is read', async (name, notes) => {
    const book = await officeBook(name);
    expect([figures(book).online, figures(book).errors, book.notes]).toEqual([three, [], notes]);
  });

  it('d30: of months as worksheets, that of the month is taken', async () => {
    const book = await officeBook('d30-months-as-sheets.xlsx');
    expect(figures(book).stated).toEqual({ row: 9, received: 3606, settled: 3606, open: 0 });
    expect(figures(book, '2026-07')).toMatchObject({ worksheet: 'T7', taken: '5–8' });
    expect(chooseTable(book.worksheets, '2026-10', '')).toMatchObject({
      fault: {
        text: 'không có trang tính nào của tháng 10/2026; tệp có “T7” (tháng 7/2026), “T8” (tháng 8/2026), “T9” (tháng 9/2026). Chọn đúng tháng, hoặc sửa dòng “Kỳ báo cáo” hay tên trang tính.',
      },
    });
  });

  it('d32: figures of another month are told by the cell that says so', async () => {
    const { worksheets } = await officeBook('d32-wrong-month.xlsx');
    expect(chooseTable(worksheets, '2026-09', '')).toMatchObject({
      fault: {
        place: 'Trang tính “II.06a”, ô A2',
        text: 'ghi kỳ tháng 3/2026, không phải tháng 9/2026 đang chọn. Chọn đúng tháng, hoặc sửa ô này.',
      },
    });
    expect(figures({ kind: 'xlsx', worksheets, notes: [] }, '2026-03').stated).toMatchObject({
      received: 18,
    });
  });

  it.each(['d33-summary-row-name.xlsx', 'd33b-cong-chung.xlsx'])(
    '%s: the total is no field',
    async (name) => {
      expect(figures(await officeBook(name))).toMatchObject({
        online: four,
        left: [`7: ${checked}`],
        stated: { row: 7, received: 26, settled: 26, open: 0 },
      });
    },
  );
});

const numbers = Array.from({ length: 13 }, (_, index) => `(${index + 1})`);
const line = (serial: string | number, field: string, n: number | '') => [
  serial,
  field,
  n,
  n,
  ...(n === '' ? Array<string>(9).fill('') : [0, 0, n, n, 0, 0, 0, 0, 0]),
];
const read = (...rows: (string | number)[][]) => {
  const {
    rows: fields,
    errors,
    left,
  } = readWorksheet({ name: 'Biểu', rows: [numbers, ...rows], merges: [] });
  return {
    fields: fields.map(({ field, online }) => `${field} ${online}`),
    errors: errors.map(({ text, row }) => `${row + 1}: ${text}`),
    left: left.map(({ rows: at }) => at),
  };
};

describe('lines that are not fields', () => {
  test.each([
    [
      'roman groups',
      [
        line('I', 'Cấp tỉnh', 3),
        line(1, 'X', 1),
        line(2, 'Y', 2),
        line('II', 'Cấp xã', 4),
        line(1, 'Z', 4),
        line('', 'TỔNG CỘNG (I+II)', 7),
      ],
      ['X 1', 'Y 2', 'Z 4'],
    ],
    [
      'groups named without numbers',
      [line('A', 'Cấp tỉnh', ''), line(1, 'X', 1), line('B', 'Cấp xã', ''), line(1, 'Z', 4)],
      ['X 1', 'Z 4'],
    ],
    ['a total above', [line('', 'Tổng số', 3), line(1, 'X', 1), line(2, 'Y', 2)], ['X 1', 'Y 2']],
    [
      'subtotals below their groups',
      [
        line(1, 'X', 1),
        line(2, 'Y', 2),
        line('', 'Cộng mục I', 3),
        line(3, 'Z', 4),
        line('', 'Cộng mục II', 4),
        line('', 'Tổng cộng', 7),
      ],
      ['X 1', 'Y 2', 'Z 4'],
    ],
    [
      'a sum without a word for it',
      [line(1, 'X', 1), line(2, 'Y', 2), line('', 'Khối văn phòng', 3), line(3, 'Z', 4)],
      ['X 1', 'Y 2', 'Z 4'],
    ],
    [
      'details',
      [line(1, 'X', 5), line('', 'Trong đó: cấp xã', 2), line('-', 'qua bưu chính', 1), line(2, 'Y', 2)],
      ['X 5', 'Y 2'],
    ],
    [
      'levels of numbers',
      [line('1', 'Khoa học', 3), line('1.1', 'X', 1), line('1.2', 'Y', 2), line('2', 'Z', 4)],
      ['X 1', 'Y 2', 'Z 4'],
    ],
    [
      'signatures and notes',
      [
        line(1, 'X', 1),
        line('', 'Tổng cộng', 1),
        ['', 'Người lập biểu', '', '', '', '', '', 'THỦ TRƯỞNG ĐƠN VỊ'],
        ['', 'Nguyễn Văn A'],
        ['Ghi chú: số liệu đến 14/9/2026'],
      ],
      ['X 1'],
    ],
    ['rates', [line(1, 'X', 1), ['', 'Tỷ lệ (%)', 100, 100, 0, 0, 100, 100, 0, 0, 0, 0, 0]], ['X 1']],
    [
      'a field that begins with the letters of a total',
      [line(1, 'Công nghệ thông tin', 1), line(2, 'Tổng hợp', 2)],
      ['Công nghệ thông tin 1', 'Tổng hợp 2'],
    ],
    [
      'one field in two groups',
      [line('A', 'Cấp tỉnh', 1), line(1, 'X', 1), line('B', 'Cấp xã', 2), line(1, 'X', 2)],
      ['X 3'],
    ],
    [
      'a heading printed again',
      [line(1, 'X', 1), ['STT', 'Lĩnh vực'], numbers, line(2, 'Y', 2)],
      ['X 1', 'Y 2'],
    ],
  ])('%s', (_, rows, fields) => {
    expect(read(...rows)).toMatchObject({ fields, errors: [] });
  });

  test('groups and totals that do not fit are refused by cell', () => {
    expect(read(line('A', 'Cấp tỉnh', 4), line(1, 'X', 1), line(2, 'Y', 2)).errors[0]).toBe(
      '2: dòng Cấp tỉnh ghi 4, cộng các dòng thuộc nhóm được 3.',
    );
    expect(read(line(1, 'X', 1), line('', 'Tổng cộng', 1), line(2, 'Y', 2)).errors).toEqual([
      '4: có dòng sau dòng Tổng cộng. Hãy để dòng Tổng cộng ở cuối.',
    ]);
  });

  test.each([
    ['1.234', 1234],
    ['1 234', 1234],
    ['–', 0],
  ])('%s is a number', (cell, count) => {
    expect(read([1, 'X', cell, cell, '', '', cell, cell, '', '', '', '', '']).fields).toEqual([`X ${count}`]);
  });
  test.each(['-5', '(5)', '1,234', '5,0', '98%', '1.5'])('%s is none', (cell) => {
    expect(read([1, 'X', '', cell, 0, 0, '', 0, 0, 0, '', 0, 0]).errors[0]).toMatch(
      /^2: “.*” (không phải số|có dấu phẩy)/,
    );
  });
});

describe('the period', () => {
  test.each([
    ['Kỳ báo cáo: Tháng 9 năm 2026 (từ ngày 15/8/2026 đến ngày 14/9/2026)', { month: '2026-09' }],
    ['Kỳ báo cáo: từ ngày 15/8/2026 đến ngày 14/9/2026', { month: '2026-09' }],
    ['Tháng 09/2026', { month: '2026-09' }],
    ['Kỳ báo cáo: Quý III năm 2026', { other: 'Quý III năm 2026' }],
    ['Kỳ báo cáo: 6 tháng đầu năm 2026', { other: '6 tháng đầu năm 2026' }],
    ['Quảng Ngãi, ngày 15 tháng 10 năm 2026', undefined],
    ['BIỂU II.06a', undefined],
  ])('%s', (text, period) => expect(periodIn(text)).toEqual(period));
  test.each([
    ['T9', { month: '--09' }],
    ['Thang 9', { month: '--09' }],
    ['Tháng 09.2026', { month: '2026-09' }],
    ['9-2026', { month: '2026-09' }],
    ['II.06a', undefined],
    ['Sheet1', undefined],
    ['Quý III', { other: 'Quý III' }],
  ])('of the name %s', (name, period) => expect(periodOfName(name)).toEqual(period));

  test('worksheets that say nothing are offered; the chosen one is read', async () => {
    const rows = [numbers, line(1, 'X', 1)];
    const other = [numbers, line(1, 'X', 2)];
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Bản nháp', rows },
        { name: 'Bản chốt', rows: other },
        { name: 'Ẩn', rows, hidden: true },
      ],
    });
    const book = (await readBook(bytes)) as Book;
    expect(book.notes).toEqual(['Trang tính ẩn, không đọc: “Ẩn”.']);
    const chosen = chooseTable(book.worksheets, '2026-09', '');
    expect(chosen).toEqual({
      choices: [
        { key: '0/Bản nháp', label: 'Trang tính “Bản nháp”' },
        { key: '0/Bản chốt', label: 'Trang tính “Bản chốt”' },
      ],
    });
    expect(figures(book, '2026-09', '0/Bản chốt').online).toEqual([['X', 2]]);
  });
});

test('the file comes back with the wrong cells red and commented, the rest as it was', async () => {
  const bytes = await officeFile('d04d-first-wrong-second-old.xlsx');
  const book = await officeBook('d04d-first-wrong-second-old.xlsx');
  const chosen = chooseTable(book.worksheets, '2026-09', '');
  const faults = ('table' in chosen ? readTable(chosen.table).errors : []).map((error) => ({
    ...error,
    says: error.text,
  }));
  const marked = await readXlsx((await markBook(bytes, book, faults)) ?? new Uint8Array(), {
    readStyles: true,
  });
  expect(marked.sheets.map(({ name }) => name)).toEqual(['Chỗ cần sửa', 'Thang 9', 'Thang 8']);
  expect(marked.sheets[0]?.rows[1]).toEqual([
    'Thang 9',
    'D3',
    '“mười hai” không phải số hồ sơ. Ghi số nguyên từ 0 trở lên.',
  ]);
  const cell = marked.sheets[1]?.cells?.get('2,3');
  expect([cell?.value, cell?.comment?.text, cell?.style?.fill]).toEqual([
    'mười hai',
    '“mười hai” không phải số hồ sơ. Ghi số nguyên từ 0 trở lên.',
    { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } },
  ]);
});
