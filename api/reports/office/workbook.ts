// A report as an XLSX: one sheet a table, numbers as numbers, totals as formulas beside their computed values.
import { type CellStyle, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { headGrid, type Cell, type Formula, type ReportDocument, type ReportTable } from '../document.ts';

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

/** The finished file; a report without a table has one sheet of text. */
export async function reportWorkbook(report: ReportDocument): Promise<Uint8Array> {
  const tables = report.blocks.filter((block) => block.kind === 'table');
  return await writeXlsx({
    sheets: tables.map((table) => sheetOf(report, table)),
    defaultFont: font,
    properties: { creator: report.letterhead.department, title: report.subject },
  });
}

function sheetOf(report: ReportDocument, table: ReportTable): WriteSheet {
  const width = table.widths.length;
  const title = [report.letterhead.department, `${report.kind} ${report.subject}`, report.period].concat(
    report.caution ?? [],
    table.caption ?? [],
  );
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const merges: NonNullable<WriteSheet['merges']> = [];
  const grid: (string | number | null)[][] = title.map((text) => [text]);
  for (const [row] of title.entries()) {
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 });
    cells.set(`${row},0`, {
      value: title[row] ?? null,
      type: 'string',
      style: { font: { ...font, bold: row < 2 }, alignment: { horizontal: 'center', wrapText: true } },
    });
  }
  const headFrom = grid.length;
  layHead(table, headFrom, width, { grid, cells, merges });
  const from = grid.length;
  const rows = [...table.rows, ...(table.total ? [table.total] : [])];
  for (const [index, row] of rows.entries()) {
    const isTotal = index === table.rows.length;
    grid.push(row.map(({ value }) => value));
    for (const [column, cell] of row.entries())
      cells.set(
        `${from + index},${column}`,
        bodyCell(cell, from + index, column, { from, to: from + table.rows.length - 1 }, isTotal),
      );
  }
  if (table.note) grid.push([table.note]);
  grid.push([report.foot]);
  return {
    name: table.name,
    rows: grid,
    cells,
    merges,
    columns: table.widths.map((share) => ({ width: Math.max(7, share) })),
    freezePane: { rows: from },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

type Sheet = {
  grid: (string | number | null)[][];
  cells: NonNullable<WriteSheet['cells']>;
  merges: NonNullable<WriteSheet['merges']>;
};

function layHead(table: ReportTable, from: number, width: number, { grid, cells, merges }: Sheet): void {
  const texts: (string | null)[][] = table.head.map(() => Array.from({ length: width }, () => null));
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
