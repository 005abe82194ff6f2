// Reads the full form back. A column or worksheet that was taken out leaves its part as it is in content/.
import { fold } from '../text/fold.ts';
import { isNone } from '../procedures/part.ts';
import { ProcedureFile } from '../procedures/schema.ts';
import { givenMark, isWrong } from './full-cells.ts';
import type { Cell, Draft, MainColumn } from './full-column-kinds.ts';
import { mainColumns, mainWorksheet, slugColumn } from './full-columns.ts';
import { type RowWorksheet, rowWorksheets } from './full-rows.ts';
import { wholeText, type Grid, type Place, refusal } from './grid.ts';
import { blankProcedure, type Reading } from './incoming.ts';
import { nationalCode, slugOf } from './words.ts';

const headerWithin = 20;

const headingOf = (key: unknown) => mainColumns.find((column) => column.key === key)?.heading;

type Opened = { grid: Grid; header: number; columns: Map<string, number> };
type Column = MainColumn & { at: number };
type Further = {
  worksheet: RowWorksheet;
  opened: Opened;
  lines: Map<string, { row: number; cells: Cell[] }[]>;
};

export const isFullForm = (grids: readonly Grid[]): boolean => openWorksheet(grids, mainWorksheet) !== null;

export function readFullForm(grids: readonly Grid[]): Reading {
  const reading: Reading = { incoming: [], refusals: [], cautions: [] };
  const main = openWorksheet(grids, mainWorksheet);
  if (!main) return reading;
  const further = rowWorksheets.flatMap((worksheet): Further[] => {
    const opened = openWorksheet(grids, worksheet.name);
    return opened ? [{ worksheet, opened, lines: linesBySlug(worksheet, opened, reading) }] : [];
  });
  const columns = mainColumns.flatMap((column) => {
    const at = main.columns.get(fold(column.heading));
    return at === undefined ? [] : [{ ...column, at }];
  });
  const slugs = new Set<string>();
  for (let row = main.header + 1; row < main.grid.rows.length; row++)
    if (columns.some(({ at }) => wholeText(main.grid, row, at) !== ''))
      slugs.add(readRow(row, main, columns, further, reading));
  for (const { opened, lines } of further)
    for (const [slug, [line]] of lines)
      if (!slugs.has(slug) && line)
        reading.refusals.push(
          refusal(
            { worksheet: opened.grid.name, row: line.row, column: slugColumn },
            `“${slug}” không có ở trang tính “${mainWorksheet}”.`,
          ),
        );
  return reading;
}

/** Adds one procedure to the reading, or all that is wrong with its row and its lines; returns its slug. */
function readRow(row: number, main: Opened, columns: Column[], further: Further[], reading: Reading): string {
  const text = (at: number | undefined) => (at === undefined ? '' : wholeText(main.grid, row, at));
  const place = (column: string | null): Place => ({ worksheet: main.grid.name, row: row + 1, column });
  const refusals: string[] = [];
  const refuse = (column: string | null, says: string, where: Partial<Place> = {}) =>
    refusals.push(refusal({ ...place(column), ...where }, says));
  const name = text(main.columns.get(fold('Tên thủ tục hành chính')));
  const codeAt = main.columns.get(fold('Mã TTHC'));
  const code = codeAt === undefined ? null : nationalCode(valueAt(main.grid, row, codeAt));
  if (text(codeAt) !== '' && code === null)
    refuse('Mã TTHC', `“${text(codeAt)}” không phải mã thủ tục. Mã có dạng 1.014446.`);
  const slug = slugAt(main.grid, row, main.columns.get(fold(slugColumn))) || code || slugOf(name);

  // Read over a blank procedure, so that every wrong cell is refused at its place whatever content/ holds.
  const draft: Draft = { ...blankProcedure(name) };
  const wrongKeys = new Set<string>();
  for (const { heading, key, put, at } of columns) {
    const wrong =
      key === 'code' ? put(draft, code ?? '', '') : put(draft, text(at), valueAt(main.grid, row, at));
    if (!wrong) continue;
    refuse(heading, wrong.wrong);
    wrongKeys.add(key);
  }
  const ownLines = (key: string) =>
    further.find(({ worksheet }) => worksheet.key === key)?.lines.get(slug) ?? [];
  for (const { worksheet, opened } of further) {
    const lines = ownLines(worksheet.key);
    const told = settleRows(
      draft,
      worksheet,
      lines.map(({ cells }) => cells),
    );
    if (told === undefined) continue;
    wrongKeys.add(worksheet.key);
    const line = 'at' in told ? lines[told.at]?.row : undefined;
    if (line === undefined) refuse(headingOf(worksheet.key) ?? null, told.wrong);
    else refuse(told.column, told.wrong, { worksheet: opened.grid.name, row: line });
  }
  const said = saidKeys(
    draft,
    columns,
    further.filter(({ worksheet, lines }) => worksheet.key === 'decisions' || lines.has(slug)),
  );
  const merged = (before: ProcedureFile): ProcedureFile => ({
    ...before,
    ...Object.fromEntries(said.map((key) => [key, mergedValue(key, before[key], draft[key], columns)])),
  });
  for (const { path, message } of ProcedureFile.safeParse(merged(blankProcedure(name))).error?.issues ?? []) {
    const [key, index] = path;
    if (!said.some((one) => one === key) || wrongKeys.has(String(key))) continue;
    const line = typeof index === 'number' ? ownLines(String(key))[index]?.row : undefined;
    const worksheet = rowWorksheets.find((one) => one.key === key)?.name;
    if (worksheet !== undefined && line !== undefined) refuse(null, message, { worksheet, row: line });
    else refuse(headingOf(key) ?? String(key), message);
  }
  reading.refusals.push(...refusals);
  // Content is written in the schema's own form: NFC, trimmed.
  const amended = (before: ProcedureFile) => {
    const after = merged(before);
    return ProcedureFile.safeParse(after).data ?? after;
  };
  if (refusals.length === 0)
    reading.incoming.push({
      place: place(null),
      op: null,
      slug,
      code,
      name,
      replaces: [],
      note: null,
      amended,
    });
  return slug;
}

/** What the form speaks of: its columns and its worksheets; “Có” without its worksheet says nothing. */
function saidKeys(draft: Draft, columns: Column[], withLines: Further[]): (keyof ProcedureFile)[] {
  const keys = new Set<keyof ProcedureFile>(columns.map(({ key }) => key));
  for (const { worksheet } of withLines) keys.add(worksheet.key);
  const inRows = (key: string) => rowWorksheets.some((worksheet) => worksheet.key === key);
  return [...keys].filter((key) => !(inRows(key) && draft[key] === givenMark));
}

/** Objects with a column per fact: facts whose column was taken out, or that never had one, stay. */
function mergedValue(key: keyof ProcedureFile, before: unknown, after: unknown, columns: Column[]): unknown {
  if (key !== 'agencies' && key !== 'provenance' && key !== 'review') return after;
  const [had, told] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const touched = new Set(columns.filter((column) => column.key === key).map(({ fact }) => fact));
  return { ...had, ...Object.fromEntries(Object.entries(told).filter(([fact]) => touched.has(fact))) };
}

function settleRows(draft: Draft, { key, name, value }: RowWorksheet, lines: Cell[][]) {
  if (key !== 'decisions') {
    const said = draft[key];
    if (lines.length === 0)
      return said === givenMark
        ? {
            wrong: `ghi “${givenMark}” nhưng trang tính “${name}” không có dòng nào của thủ tục này.`,
            column: '',
          }
        : undefined;
    if (isNone(said))
      return { wrong: `ghi không có, nhưng trang tính “${name}” có dòng của thủ tục này.`, column: '' };
  }
  const read = value(lines);
  if (isWrong(read)) return read;
  draft[key] = read.value;
  return undefined;
}

function openWorksheet(grids: readonly Grid[], name: string): Opened | null {
  const grid = grids.find((one) => fold(one.name) === fold(name));
  const header = grid?.rows.findIndex(
    (cells, row) =>
      row < headerWithin && cells.some((_, at) => fold(wholeText(grid, row, at)) === fold(slugColumn)),
  );
  if (!grid || header === undefined || header === -1) return null;
  const headings = (grid.rows[header] ?? []).map((_, at) => [fold(wholeText(grid, header, at)), at] as const);
  return { grid, header, columns: new Map(headings.filter(([heading]) => heading !== '')) };
}

function linesBySlug(
  { name, columns }: RowWorksheet,
  { grid, header, columns: at }: Opened,
  reading: Reading,
) {
  const lines = new Map<string, { row: number; cells: Cell[] }[]>();
  const missing = columns.filter(({ heading }) => !at.has(fold(heading)));
  for (const { heading } of missing)
    reading.refusals.push(
      refusal(
        { worksheet: name, row: header + 1, column: heading },
        'thiếu cột này. Không dùng trang tính thì xóa cả trang.',
      ),
    );
  for (let row = header + 1; row < grid.rows.length; row++) {
    const cells = columns.map(({ heading }) => valueAt(grid, row, at.get(fold(heading)) ?? -1));
    if (cells.every((cell) => cell === '')) continue;
    const slug = slugAt(grid, row, at.get(fold(slugColumn)));
    if (slug === '') {
      reading.refusals.push(
        refusal(
          { worksheet: name, row: row + 1, column: slugColumn },
          'để trống, nên không rõ dòng này của thủ tục nào.',
        ),
      );
      continue;
    }
    lines.set(slug, [...(lines.get(slug) ?? []), { row: row + 1, cells }]);
  }
  return lines;
}

/** A file's name; a code that Excel took for a number gets its zeros back. */
function slugAt(grid: Grid, row: number, column = -1): string {
  const cell = valueAt(grid, row, column);
  return typeof cell === 'number' ? (nationalCode(cell) ?? String(cell)) : cell;
}

/** A figure as a figure, everything else as its text. */
function valueAt(grid: Grid, row: number, column: number): Cell {
  const cell = grid.rows[row]?.[column];
  return typeof cell === 'number' ? cell : wholeText(grid, row, column);
}
