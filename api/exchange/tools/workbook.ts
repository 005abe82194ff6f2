// Tables to an XLSX that an officer can work in and print.
import { type CellStyle, writeXlsx, type WriteSheet } from 'hucre/xlsx';

export type Table = {
  name: string;
  /** Lines above the headings, such as a title; each across the whole width. */
  title?: { text: string; bold?: boolean; italic?: boolean }[];
  columns: { heading: string; width: number; centred?: boolean; choices?: readonly string[] }[];
  /** A row with one text only is a heading across the whole width. */
  rows: (readonly (string | number)[] | { across: string })[];
  freezeColumns?: number;
};

const font = { name: 'Times New Roman', size: 12 };
const thin = { style: 'thin', color: { rgb: '7F7F7F' } } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const cell: CellStyle = { font, border, numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const centred: CellStyle = { ...cell, alignment: { vertical: 'top', horizontal: 'center', wrapText: true } };
const heading: CellStyle = {
  font: { ...font, bold: true },
  border,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE6F0' } },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
};
const across: CellStyle = { ...cell, font: { ...font, bold: true } };
const longestCell = 32_767;
// Columns together wider than this would be too small on one page.
const widestPage = 260;

export async function writeWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: tables.map(worksheetOf),
    // The headings on every printed page; the library's own setting leaves names with spaces unquoted.
    namedRanges: tables.map(({ name, title = [], freezeColumns = 0, columns }) => ({
      name: '_xlnm.Print_Titles',
      scope: name,
      range: [
        ...(isWide(columns) ? [`'${name}'!$A:$${letters(Math.max(freezeColumns, 1) - 1)}`] : []),
        `'${name}'!$${title.length + 1}:$${title.length + 1}`,
      ].join(','),
    })),
    defaultFont: font,
    properties: { creator: 'Minh Bạch' },
  });
}

function worksheetOf({ name, title = [], columns, rows, freezeColumns = 0 }: Table): WriteSheet {
  const width = columns.length;
  const lines = rows.map((row) => ('across' in row ? [row.across] : [...row]));
  const head = title.length;
  const all = [...title.map(({ text }) => [text]), columns.map((column) => column.heading), ...lines];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const style = (row: number, column: number, value: string | number, how: CellStyle) =>
    cells.set(`${row},${column}`, {
      value: escaped(value),
      type: typeof value === 'number' ? 'number' : 'string',
      style: typeof value === 'number' ? { ...how, numFmt: '#,##0' } : how,
    });
  const merges: NonNullable<WriteSheet['merges']> = [];
  const merge = (row: number) =>
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: Math.max(width - 1, 1) });
  for (const [row, { text, bold = false, italic = false }] of title.entries()) {
    style(row, 0, text, {
      font: { ...font, bold, italic },
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    });
    if (width > 1) merge(row);
  }
  for (const [at, column] of columns.entries()) style(head, at, column.heading, heading);
  for (const [index, row] of rows.entries()) {
    const at = head + 1 + index;
    if ('across' in row) {
      for (let column = 0; column < width; column++)
        style(at, column, column === 0 ? row.across : '', across);
      if (width > 1) merge(at);
      continue;
    }
    for (const [column, { centred: middle }] of columns.entries()) {
      const value = row[column] ?? '';
      if (typeof value === 'string' && value.length > longestCell)
        throw new Error(
          `Trang tính “${name}”, dòng ${at + 1}: một ô dài hơn ${longestCell} ký tự, Excel không chứa được.`,
        );
      style(at, column, value, middle ? centred : cell);
    }
  }
  const last = head + 1 + Math.max(rows.length, 1) + 200;
  return {
    name,
    columns: columns.map((column) => ({ width: column.width })),
    rows: all,
    cells,
    merges,
    rowDefs: new Map(
      all.map((line, row) => [row, { height: heightOf(line, columns, row < head || line.length === 1) }]),
    ),
    freezePane: { rows: head + 1, columns: freezeColumns },
    dataValidations: columns.flatMap(({ choices }, at) =>
      choices
        ? [
            {
              type: 'list' as const,
              values: [...choices],
              allowBlank: true,
              showErrorMessage: true,
              errorTitle: 'Chưa đúng',
              errorMessage: 'Chọn một giá trị trong danh sách.',
              range: `${letters(at)}${head + 2}:${letters(at)}${last}`,
            },
          ]
        : [],
    ),
    pageSetup: {
      paperSize: isWide(columns) ? 'a3' : 'a4',
      orientation: 'landscape',
      ...(!isWide(columns) && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      margins: { top: 0.6, right: 0.4, bottom: 0.6, left: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&"Times New Roman"Trang &P/&N' },
  };
}

/** Words such as _x000D_ stand for a character in this format; as words they are written with their underscore spelt out. */
const escaped = (value: string | number) =>
  typeof value === 'string' ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : value;

const isWide = (columns: Table['columns']) => columns.reduce((sum, { width }) => sum + width, 0) > widestPage;

/** Enough height for the wrapped text: programs other than Excel do not find it themselves. */
function heightOf(line: readonly (string | number)[], columns: Table['columns'], whole: boolean): number {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const rows = line.map((value, at) =>
    String(value)
      .split('\n')
      .reduce(
        (sum, text) =>
          sum + Math.max(1, Math.ceil((text.length * 1.02) / (whole ? total : (columns[at]?.width ?? 10)))),
        0,
      ),
  );
  return Math.min(409, 6 + 16 * Math.max(1, ...rows));
}

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
