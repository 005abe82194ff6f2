// Reads the full form back. A column or sheet that was taken out leaves its part as it is in content/.
import { fold } from '../match.ts';
import { isNone } from '../part.ts';
import { ProcedureFile } from '../schema.ts';
import { givenMark, isWrong } from './full-cells.ts';
import type { Cell, Draft } from './full-column-kinds.ts';
import { mainColumns, mainSheet, slugColumn } from './full-columns.ts';
import { type RowSheet, rowSheets } from './full-rows.ts';
import { wholeText, type Grid, type Place, refusal } from './grid.ts';
import { blankProcedure, type Reading } from './incoming.ts';
import { nationalCode, slugOf } from './words.ts';

const headerWithin = 20;

const headingOf = (key: unknown) => mainColumns.find((column) => column.key === key)?.heading;

type Sheet = { grid: Grid; header: number; columns: Map<string, number> };

export const isFullForm = (grids: readonly Grid[]): boolean => openSheet(grids, mainSheet) !== null;

export function readFullForm(grids: readonly Grid[]): Reading {
  const reading: Reading = { incoming: [], refusals: [], cautions: [] };
  const main = openSheet(grids, mainSheet);
  if (!main) return reading;
  const further = rowSheets.flatMap((sheet) => {
    const opened = openSheet(grids, sheet.name);
    return opened ? [{ sheet, opened, lines: linesBySlug(sheet, opened, reading) }] : [];
  });
  const columns = mainColumns.flatMap((column) => {
    const at = main.columns.get(fold(column.heading));
    return at === undefined ? [] : [{ ...column, at }];
  });
  const slugs = new Set<string>();
  for (let row = main.header + 1; row < main.grid.rows.length; row++) {
    const text = (at: number | undefined) => (at === undefined ? '' : wholeText(main.grid, row, at));
    const value = (at: number): Cell => {
      const cell = main.grid.rows[row]?.[at];
      return typeof cell === 'number' ? cell : text(at);
    };
    if (columns.every(({ at }) => text(at) === '')) continue;
    const place = (column: string | null): Place => ({ sheet: main.grid.name, row: row + 1, column });
    const refuse = (column: string | null, says: string) =>
      reading.refusals.push(refusal(place(column), says));
    const name = text(main.columns.get(fold('Tên thủ tục hành chính')));
    const codeAt = main.columns.get(fold('Mã TTHC'));
    const code = codeAt === undefined || text(codeAt) === '' ? null : nationalCode(value(codeAt));
    if (codeAt !== undefined && text(codeAt) !== '' && code === null)
      refuse('Mã TTHC', `“${text(codeAt)}” không phải mã thủ tục. Mã có dạng 1.014446.`);
    const slug = text(main.columns.get(fold(slugColumn))) || code || slugOf(name);
    slugs.add(slug);

    // Read once over a blank procedure, so that every wrong cell is refused at its place whatever content/ holds.
    const draft: Draft = { ...blankProcedure(name) };
    for (const { heading, put, at } of columns) {
      const cell = heading === 'Mã TTHC' ? (code ?? '') : value(at);
      const wrong = put(draft, String(typeof cell === 'number' ? cell : cell), cell);
      if (wrong) refuse(heading, wrong.wrong);
    }
    const lineOf = new Map<string, number[]>();
    for (const { sheet, opened, lines } of further) {
      const own = lines.get(slug) ?? [];
      const told = settleRows(
        draft,
        sheet,
        own.map(({ cells }) => cells),
      );
      lineOf.set(
        sheet.key,
        own.map((line) => line.row),
      );
      if (told === undefined) continue;
      const at = 'at' in told ? own[told.at ?? 0]?.row : undefined;
      if (at === undefined) refuse(headingOf(sheet.key) ?? null, told.wrong);
      else
        reading.refusals.push(refusal({ sheet: opened.grid.name, row: at, column: told.column }, told.wrong));
    }
    const present = new Set(columns.map(({ key }) => key));
    for (const { sheet, lines } of further)
      if (sheet.key === 'decisions' || lines.has(slug)) present.add(sheet.key);
    // "Có" without its sheet: the rows are not here, so the part is not said.
    const inRows = (key: unknown) => rowSheets.some((sheet) => sheet.key === key);
    const said = [...present].filter((key) => !(inRows(key) && draft[key] === givenMark));
    const merged = (before: ProcedureFile): ProcedureFile => {
      const put = said.map((key) => [key, mergedValue(before[key], draft[key], key)]);
      return { ...before, ...Object.fromEntries(put) };
    };
    const parsed = ProcedureFile.safeParse(merged(blankProcedure(name)));
    for (const { path, message } of parsed.error?.issues ?? []) {
      const [key, index] = path;
      if (!said.some((one) => one === key)) continue;
      const line = typeof index === 'number' ? lineOf.get(String(key))?.[index] : undefined;
      const sheet = further.find((one) => one.sheet.key === key && line !== undefined)?.opened.grid.name;
      if (sheet && line) reading.refusals.push(refusal({ sheet, row: line, column: null }, message));
      else refuse(headingOf(key) ?? String(key), message);
    }
    // Content is written in the schema's own form: NFC, trimmed.
    const clean = (file: ProcedureFile) => ProcedureFile.safeParse(file).data ?? file;
    const amended = (before: ProcedureFile) => clean(merged(before));
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

    function mergedValue(before: unknown, after: unknown, key: keyof ProcedureFile): unknown {
      // Objects with a column per fact: facts whose column was taken out stay.
      if (key !== 'agencies' && key !== 'provenance' && key !== 'review') return after;
      const blank = blankProcedure('')[key] as Record<string, unknown>;
      const told = after as Record<string, unknown>;
      const had = before as Record<string, unknown>;
      const touched = new Set(columns.filter((column) => column.key === key).map(({ fact }) => fact));
      return Object.fromEntries(
        Object.keys(blank).map((fact) => [fact, touched.has(fact) ? told[fact] : had[fact]]),
      );
    }
  }
  for (const { opened, lines } of further)
    for (const [slug, [line]] of lines)
      if (!slugs.has(slug) && line)
        reading.refusals.push(
          refusal(
            { sheet: opened.grid.name, row: line.row, column: slugColumn },
            `“${slug}” không có ở trang tính “${mainSheet}”.`,
          ),
        );
  return reading;
}

function settleRows(draft: Draft, { key, name, value }: RowSheet, lines: Cell[][]) {
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

function openSheet(grids: readonly Grid[], name: string): Sheet | null {
  const grid = grids.find((one) => fold(one.name) === fold(name));
  const header = grid?.rows.findIndex(
    (cells, row) =>
      row < headerWithin && cells.some((_, at) => fold(wholeText(grid, row, at)) === fold(slugColumn)),
  );
  if (!grid || header === undefined || header === -1) return null;
  const headings = (grid.rows[header] ?? []).map((_, at) => [fold(wholeText(grid, header, at)), at] as const);
  return { grid, header, columns: new Map(headings.filter(([heading]) => heading !== '')) };
}

function linesBySlug({ name, columns }: RowSheet, { grid, header, columns: at }: Sheet, reading: Reading) {
  const lines = new Map<string, { row: number; cells: Cell[] }[]>();
  const missing = columns.filter(({ heading }) => !at.has(fold(heading)));
  for (const { heading } of missing)
    reading.refusals.push(
      refusal(
        { sheet: name, row: header + 1, column: heading },
        'thiếu cột này. Không dùng trang tính thì xoá cả trang.',
      ),
    );
  for (let row = header + 1; row < grid.rows.length; row++) {
    const cells = columns.map(({ heading }): Cell => {
      const column = at.get(fold(heading)) ?? -1;
      const cell = grid.rows[row]?.[column];
      return typeof cell === 'number' ? cell : wholeText(grid, row, column);
    });
    if (cells.every((cell) => cell === '')) continue;
    const slug = wholeText(grid, row, at.get(fold(slugColumn)) ?? -1);
    if (slug === '') {
      reading.refusals.push(
        refusal(
          { sheet: name, row: row + 1, column: slugColumn },
          'để trống, nên không rõ dòng này của thủ tục nào.',
        ),
      );
      continue;
    }
    lines.set(slug, [...(lines.get(slug) ?? []), { row: row + 1, cells }]);
  }
  return lines;
}
