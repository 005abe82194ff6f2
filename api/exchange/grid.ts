// A worksheet as its reader needs it: rows of cells, which cells are merged, and the sentence that names a place in it.

import { columnLetters, type CellFault, type CellValue, type Worksheet } from '../spreadsheets/worksheet.ts';

export type GridCell = CellValue;
export type Grid = Worksheet;

/** A place as officers count it: rows from 1. `isEntry`: of a JSON file, whose name stands for the worksheet. */
export type Place = { worksheet: string; row: number; column: string | null; isEntry?: boolean };

/** `Trang tính “Mới ban hành”, dòng 7, cột “Mã TTHC”: …` */
export function refusal({ worksheet, row, column, isEntry = false }: Place, says: string): string {
  if (isEntry) return `Tệp ${worksheet}, mục ${row}${column === null ? '' : `, “${column}”`}: ${says}`;
  return `Trang tính “${worksheet}”, dòng ${row}${column === null ? '' : `, cột “${column}”`}: ${says}`;
}

/** The text of a cell: NFC, white space at the ends and around line ends taken away. */
export function cellText(grid: Grid, row: number, column: number): string {
  const value = grid.rows[row]?.[column] ?? '';
  return String(value)
    .normalize('NFC')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\r?\n ?/g, '\n')
    .trim();
}

/** The text of a cell with every space and line end as it stands; NFC, ends trimmed. */
export function wholeText(grid: Grid, row: number, column: number): string {
  const value = grid.rows[row]?.[column] ?? '';
  return String(value).normalize('NFC').replaceAll('\r\n', '\n').trim();
}

/** Where the merged area that covers a cell from above begins; null: the cell stands for itself. */
export function coveredFromAbove(grid: Grid, row: number, column: number): number | null {
  const over = grid.merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow < row && row <= endRow && startCol <= column && column <= endCol,
  );
  return over ? over.startRow : null;
}

/** Cells of a worksheet that nobody can read as words or a day: what a form would otherwise take for empty. */
export const cellRefusals = (grid: Grid): string[] =>
  [...(grid.troubles ?? [])]
    .filter(([, { kind }]) => kind !== 'date' && kind !== 'struck')
    .map(([key, { says }]) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return refusal({ worksheet: grid.name, row: row + 1, column: columnLetters(column) }, says);
    });

const told = /^Trang tính “(.+?)”, dòng (\d{1,7})(?:, cột “(.+?)”)?: (.+)$/s;

/** The cells that refusals speak of, for marking them in the file; the opposite of `refusal`. */
export function faultsOf(refusals: readonly string[], grids: readonly Grid[]): CellFault[] {
  return refusals.flatMap((one) => {
    const [, worksheet = '', line = '', heading, says = ''] = told.exec(one) ?? [];
    const grid = grids.find(({ name }) => name === worksheet);
    if (!grid) return [];
    const row = Number(line) - 1;
    return [{ worksheet, row, column: heading === undefined ? null : columnUnder(grid, row, heading), says }];
  });
}

/** The column whose heading stands nearest above, or that is named by its letters. */
function columnUnder(grid: Grid, before: number, heading: string): number | null {
  for (let row = Math.min(before, grid.rows.length - 1); row >= 0; row -= 1) {
    const cells = grid.rows[row] ?? [];
    const at = cells.findIndex((_, column) => cellText(grid, row, column).replaceAll('\n', ' ') === heading);
    if (at !== -1) return at;
  }
  const width = Math.max(0, ...grid.rows.map(({ length }) => length));
  const at = Array.from({ length: width }, (_, column) => columnLetters(column)).indexOf(heading);
  return at === -1 ? null : at;
}
