// A sheet as its reader needs it: rows of cells, which cells are merged, and the sentence that names a place in it.

export type GridCell = string | number;

/** `rows` from the first row on, every cell its value, '' where empty; `merges` count from 0, ends inclusive. */
export type Grid = {
  name: string;
  rows: GridCell[][];
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[];
};

/** A place as officers count it: rows from 1. `isEntry`: of a JSON file, whose name stands for the sheet. */
export type Place = { sheet: string; row: number; column: string | null; isEntry?: boolean };

/** `Trang tính “Mới ban hành”, dòng 7, cột “Mã TTHC”: …` */
export function refusal({ sheet, row, column, isEntry = false }: Place, says: string): string {
  if (isEntry) return `Tệp ${sheet}, mục ${row}${column === null ? '' : `, “${column}”`}: ${says}`;
  return `Trang tính “${sheet}”, dòng ${row}${column === null ? '' : `, cột “${column}”`}: ${says}`;
}

/** The text of a cell: NFC, white space at the ends and around line ends taken away. */
export function cellText(grid: Grid, row: number, column: number): string {
  const value = grid.rows[row]?.[column] ?? '';
  return String(value)
    .normalize('NFC')
    .replace(/[ \t\u00a0]*\r?\n[ \t\u00a0]*/g, '\n')
    .replace(/[ \t\u00a0]+/g, ' ')
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
