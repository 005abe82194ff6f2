// Confined work: wrong cells of a workbook made red, each with its sentence as a comment.
import { openXlsx, saveXlsx, writeXlsx, type Cell, type CellValue } from 'hucre/xlsx';
import type { MarkInput } from './mark.ts';
import { cellName, type CellFault } from '../worksheet.ts';

type WorkbookSheet = {
  name: string;
  rows: CellValue[][];
  cells?: Map<string, Cell>;
  columns?: { width?: number }[];
};
const listName = 'Chỗ cần sửa';
const red = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } as const;

export async function task({ bytes, book, faults }: MarkInput): Promise<Uint8Array> {
  if (book.kind === 'csv') {
    const worksheets = book.worksheets.map(({ name, rows }): WorkbookSheet => ({ name, rows }));
    for (const worksheet of worksheets) mark(worksheet, faults);
    return await writeXlsx({ sheets: [listOf(faults, []), ...worksheets] });
  }
  const workbook = await openXlsx(bytes, { readStyles: true });
  for (const worksheet of workbook.sheets) mark(worksheet, faults);
  workbook.sheets.unshift(
    listOf(
      faults,
      workbook.sheets.map(({ name }) => name),
    ),
  );
  workbook.activeSheet = 0;
  return await saveXlsx(workbook);
}

function mark(worksheet: WorkbookSheet, faults: readonly CellFault[]): void {
  const own = faults.filter((fault) => fault.worksheet === worksheet.name.normalize('NFC').trim());
  const cells: Map<string, Cell> = worksheet.cells ?? new Map<string, Cell>();
  for (const [key, these] of Map.groupBy(own, (fault) => keyOf(worksheet, fault))) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    while (worksheet.rows.length <= row) worksheet.rows.push([]);
    const line = worksheet.rows[row] ?? [];
    while (line.length <= column) line.push(null);
    const value = line[column] ?? null;
    const cell = cells.get(key) ?? { value, type: typeOf(value) };
    const says = these.map(({ says }) => says).join('\n');
    cells.set(key, {
      ...cell,
      style: { ...cell.style, fill: red },
      comment: { author: 'Minh Bạch', text: says },
    });
  }
  if (cells.size > 0) worksheet.cells = cells;
}

/** A fault of a whole row is shown at its first words. */
function keyOf(worksheet: WorkbookSheet, { row, column }: CellFault): string {
  const first = (worksheet.rows[row] ?? []).findIndex((value) => value !== null && value !== '');
  return `${row},${column ?? Math.max(first, 0)}`;
}

function typeOf(value: CellValue): Cell['type'] {
  if (value === null) return 'empty';
  if (value instanceof Date) return 'date';
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';
}

function listOf(faults: readonly CellFault[], taken: readonly string[]): WorkbookSheet {
  let name = listName;
  for (let at = 2; taken.includes(name); at += 1) name = `${listName} ${at}`;
  return {
    name,
    rows: [
      ['Trang tính', 'Ô', 'Cần sửa'],
      ...faults.map(({ worksheet, row, column, says }) => [
        worksheet,
        column === null ? `dòng ${row + 1}` : cellName(row, column),
        says,
      ]),
    ],
    columns: [{ width: 24 }, { width: 10 }, { width: 110 }],
  };
}
