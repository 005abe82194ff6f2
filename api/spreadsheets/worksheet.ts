// A worksheet as the imports read it: cells by row and column from 0, merged areas, what may not be read, what was left out. Pure.

export type CellValue = string | number;

/** Why a cell cannot be used: `date` and `struck` may be all right for who expects them, the others never are. */
export type Trouble = { kind: 'formula' | 'error' | 'date' | 'old-text' | 'struck'; says: string };

export type Worksheet = {
  name: string;
  /** Every cell its value, '' where empty; rows and columns that are hidden are empty. */
  rows: CellValue[][];
  /** Counted from 0, ends inclusive. */
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[];
  /** By `row,column`. */
  troubles?: ReadonlyMap<string, Trouble>;
  /** What was left out or cleaned, one sentence each. */
  notes?: readonly string[];
};

export type Book = { kind: 'xlsx' | 'csv'; worksheets: Worksheet[]; notes: string[] };

/** A book, or the sentence that tells what to do with the file. */
export type BookReading = Book | { refused: string };

/** What is wrong at a cell; `column` null: with the whole row. Rows and columns from 0. */
export type CellFault = { worksheet: string; row: number; column: number | null; says: string };

export const troubleAt = (worksheet: Worksheet, row: number, column: number): Trouble | undefined =>
  worksheet.troubles?.get(`${row},${column}`);

/** 0 -> A, 26 -> AA. */
export const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);

/** `B7`, as spreadsheets name a cell. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `3, 5–8, 12`: places in order, runs of more than two together. */
export function runsText<Place extends number>(
  places: readonly Place[],
  name: (place: Place) => string,
): string {
  const sorted = [...new Set(places)].sort((one, other) => one - other);
  const runs: Place[][] = [];
  for (const place of sorted) {
    const last = runs.at(-1);
    if (last && place === (last.at(-1) ?? NaN) + 1) last.push(place);
    else runs.push([place]);
  }
  const texts = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    return run.length > 2 ? [`${name(first)}–${name(last)}`] : run.map(name);
  });
  return texts.length > 12
    ? `${texts.slice(0, 12).join(', ')} và ${texts.length - 12} chỗ nữa`
    : texts.join(', ');
}
