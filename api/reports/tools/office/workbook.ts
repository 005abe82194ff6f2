// A report as an XLSX: one worksheet a table, numbers as numbers, totals as formulas beside their computed values.
import { type CellStyle, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import {
  cellText,
  headGrid,
  type Cell,
  type Formula,
  type ReportDocument,
  type ReportTable,
} from '../../document.ts';
import { linesNeeded } from './lines.ts';

const font = { name: 'Times New Roman', size: 12 };
const thin = { style: 'thin', color: { rgb: '404040' } } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const head: CellStyle = {
  font: { ...font, bold: true },
  border,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE6F0' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const words: CellStyle = { font, border, alignment: { vertical: 'top', wrapText: true } };
const figure: CellStyle = {
  font,
  border,
  numFmt: '#,##0',
  alignment: { vertical: 'top', horizontal: 'right' },
};
const bold = (style: CellStyle): CellStyle => ({ ...style, font: { ...style.font, bold: true } });
const linePoints = 16;
const narrowest = 8;

/** The finished file; a report without a table has one worksheet of text. */
export async function reportWorkbook(report: ReportDocument): Promise<Uint8Array> {
  const tables = report.blocks.filter((block) => block.kind === 'table');
  return await writeXlsx({
    sheets: tables.map((table) => worksheetOf(report, table)),
    namedRanges: tables.map((table) => headingsOf(report, table)),
    defaultFont: font,
    properties: { creator: report.letterhead.department, title: report.subject },
  });
}

/** The lines above the table: whose report it is, what it is about, what to mind. */
const titlesOf = (report: ReportDocument, table: ReportTable) => [
  report.letterhead.department,
  [report.kind, report.subject].filter(Boolean).join(' '),
  report.period,
  ...(report.caution ? [report.caution] : []),
  ...(table.caption ? [table.caption] : []),
];

/** The head of the table again on every printed page. */
function headingsOf(report: ReportDocument, table: ReportTable) {
  const first = titlesOf(report, table).length + 1;
  return {
    name: '_xlnm.Print_Titles',
    range: `'${table.name.replaceAll("'", "''")}'!$${first}:$${first + table.head.length - 1}`,
    scope: table.name,
  };
}

function worksheetOf(report: ReportDocument, table: ReportTable): WriteSheet {
  const widths = table.widths.map((share) => Math.max(narrowest, share));
  const across = widths.reduce((sum, width) => sum + width, 0);
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const merges: NonNullable<WriteSheet['merges']> = [];
  const rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map();
  const grid: (string | number | null)[][] = [];
  // Neither merged cells nor, in some programs, wrapped ones make their row higher by themselves.
  const raise = (row: number, lines: number) => rowDefs.set(row, { height: lines * linePoints + 4 });
  const sentence = (text: string, style: CellStyle): void => {
    const row = grid.push([text]) - 1;
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 1 });
    cells.set(`${row},0`, { value: text, type: 'string', style });
    raise(row, linesNeeded(text, across));
  };
  const title = (text: string, isBold: boolean) =>
    sentence(text, {
      font: { ...font, bold: isBold },
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    });
  const note = (text: string) => sentence(text, { font, alignment: { vertical: 'top', wrapText: true } });

  for (const [index, text] of titlesOf(report, table).entries()) title(text, index < 2);

  const headFrom = grid.length;
  layHead(table, headFrom, { grid, cells, merges });
  for (const [line, lines] of headLines(table, widths).entries()) raise(headFrom + line, lines);
  const from = grid.length;
  const rows = [...table.rows, ...(table.total ? [table.total] : [])];
  for (const [index, row] of rows.entries()) {
    const isTotal = index === table.rows.length;
    grid.push(row.map(({ value }) => value));
    raise(
      from + index,
      Math.max(1, ...row.map((cell, column) => linesNeeded(cellText(cell), widths[column] ?? narrowest))),
    );
    for (const [column, cell] of row.entries())
      cells.set(
        `${from + index},${column}`,
        bodyCell(cell, from + index, column, { from, to: from + table.rows.length - 1 }, isTotal),
      );
  }
  for (const text of table.note?.split('\n') ?? []) note(text);
  for (const block of report.blocks) if (block.kind === 'text' && block.isNote) note(block.text);
  note(report.foot);
  return {
    name: table.name,
    rows: grid,
    cells,
    merges,
    rowDefs,
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: from },
    pageSetup: {
      orientation: report.isLandscape ? 'landscape' : 'portrait',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&RTrang &P/&N' },
  };
}

/** How many lines of text each line of the head needs; what a tall cell needs beyond its lines goes to its last one. */
function headLines(table: ReportTable, widths: readonly number[]): number[] {
  const lines = table.head.map(() => 1);
  for (const { line, column, cell } of headGrid(table).toSorted(
    (a, b) => (a.cell.rows ?? 1) - (b.cell.rows ?? 1),
  )) {
    const { text, columns = 1, rows = 1 } = cell;
    const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
    const has = lines.slice(line, line + rows).reduce((sum, one) => sum + one, 0);
    const last = line + rows - 1;
    // Bold letters are wider.
    lines[last] = (lines[last] ?? 1) + Math.max(0, linesNeeded(text, width * 0.9) - has);
  }
  return lines;
}

type Worksheet = {
  grid: (string | number | null)[][];
  cells: NonNullable<WriteSheet['cells']>;
  merges: NonNullable<WriteSheet['merges']>;
};

function layHead(table: ReportTable, from: number, { grid, cells, merges }: Worksheet): void {
  const texts: (string | null)[][] = table.head.map(() => table.widths.map(() => null));
  for (const { line, column, cell } of headGrid(table)) {
    const { text, columns = 1, rows = 1 } = cell;
    const own = texts[line];
    if (own) own[column] = text;
    for (let down = 0; down < rows; down += 1)
      for (let across = 0; across < columns; across += 1) {
        const isFirst = down === 0 && across === 0;
        cells.set(`${from + line + down},${column + across}`, {
          value: isFirst ? text : null,
          type: isFirst ? 'string' : 'empty',
          style: head,
        });
      }
    if (rows > 1 || columns > 1)
      merges.push({
        startRow: from + line,
        startCol: column,
        endRow: from + line + rows - 1,
        endCol: column + columns - 1,
      });
  }
  grid.push(...texts);
}

function bodyCell(
  { value, formula, percent }: Cell,
  row: number,
  column: number,
  body: { from: number; to: number },
  isTotal: boolean,
) {
  const isNumber = typeof value === 'number';
  const plain = isNumber ? { ...figure, ...(percent && { numFmt: '0.0' }) } : words;
  const style = isTotal ? bold(plain) : plain;
  if (isNumber && formula)
    return {
      value,
      type: 'formula' as const,
      formula: textOf(formula, row, column, body),
      formulaResult: value,
      style,
    };
  return {
    value,
    type: isNumber ? ('number' as const) : value === null ? ('empty' as const) : ('string' as const),
    style,
  };
}

function textOf(
  formula: Formula,
  row: number,
  column: number,
  { from, to }: { from: number; to: number },
): string {
  const at = (index: number) => `${letters(index)}${row + 1}`;
  if ('sumOf' in formula) return formula.sumOf.map(at).join('+');
  if ('percent' in formula) {
    const [part, whole] = formula.percent;
    return `IF(${at(whole)}=0,0,ROUND(100*${at(part)}/${at(whole)},1))`;
  }
  return to < from ? '0' : `SUM(${letters(column)}${from + 1}:${letters(column)}${to + 1})`;
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (index % 26));
}
