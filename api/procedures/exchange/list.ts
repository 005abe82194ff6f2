// Reads a provincial list of procedures: sections by what is done, fields as rows, one procedure per row.
import { cellText, coveredFromAbove, type Grid, type GridCell, refusal } from './grid.ts';
import type { Reading } from './incoming.ts';
import { headerIn, isNumbering, type ListColumn, type ListHeader } from './list-columns.ts';
import { type Heading, headingOf, opIn, type Preamble, preambleOf } from './list-headings.ts';
import { incomingOf, type ListRow } from './list-row.ts';

const headerWithin = 20;

export type ListReading = Reading & { preamble: Preamble; isSample: boolean };

/** All sheets of a list. Every row that cannot be read is refused with its place; sheets of guidance are passed over. */
export function readList(grids: readonly Grid[]): ListReading {
  const reading: ListReading = { incoming: [], refusals: [], cautions: [], preamble: {}, isSample: false };
  for (const grid of grids) {
    if (/^(huong dan|hướng dẫn)/i.test(grid.name.normalize('NFC'))) continue;
    const words = grid.rows.flatMap((cells, row) => cells.map((_, at) => cellText(grid, row, at)));
    if (words.every((text) => text === '')) continue;
    reading.isSample ||= words.some((text) => /dữ liệu minh ho[ạa]/i.test(text));
    readSheet(grid, reading);
  }
  if (reading.incoming.length === 0 && reading.refusals.length === 0)
    reading.refusals.push('Tệp không có hàng nào ghi một thủ tục hành chính.');
  return reading;
}

function readSheet(grid: Grid, reading: ListReading): void {
  const first = grid.rows.findIndex((_, row) => row < headerWithin && headerIn(grid, row) !== null);
  if (first === -1) {
    reading.refusals.push(
      refusal(
        { sheet: grid.name, row: 1, column: null },
        `trong ${headerWithin} dòng đầu không có hàng tiêu đề cột (cần ít nhất cột Tên TTHC và hai cột nữa, như Mã TTHC, Thời hạn giải quyết). Trang tính không phải danh mục thì đặt tên bắt đầu bằng “Hướng dẫn” hoặc xoá đi.`,
      ),
    );
    return;
  }
  const lines = grid.rows.slice(0, first).map((cells, row) => onlyText(grid, row, cells.length) ?? '');
  reading.preamble = { ...preambleOf(lines), ...reading.preamble };

  let header: ListHeader | null = null;
  let over: Heading = {};
  const named = opIn(grid.name);
  if (named) over = { op: named };
  let last: ListRow | null = null;
  const finish = () => {
    if (last) incomingOf(last, reading);
    last = null;
  };
  for (const [row, cells] of grid.rows.entries()) {
    const next = headerIn(grid, row);
    if (next) {
      finish();
      header = next;
      for (const heading of next.unread)
        reading.cautions.push(`Trang tính “${grid.name}”: cột “${heading}” không được nhập.`);
      continue;
    }
    const single = onlyText(grid, row, cells.length);
    if (single === '') finish();
    if (single === '' || isNumbering(grid, row)) continue;
    const heading = single === null ? null : headingOf(single);
    if (heading) {
      finish();
      // A new section begins without the field of the one before.
      over = heading.op ? { ...(over.level && { level: over.level }), ...heading } : { ...over, ...heading };
      continue;
    }
    if (header === null || coveredFromAbove(grid, row, header.columns.get('name')?.at ?? 0) === header.row)
      continue;
    const values = valuesOf(grid, row, header);
    if (isSignature(single)) {
      finish();
      continue;
    }
    if (last !== null && continues(grid, row, header, values)) {
      appendTo(last, values);
      continue;
    }
    finish();
    if (!values.has('name') && !values.has('code') && !values.has('index')) {
      const says =
        'hàng này không ghi thủ tục nào, cũng không phải tên mục hay lĩnh vực. Xoá đi, hoặc cho bắt đầu bằng “Ghi chú”.';
      reading.refusals.push(refusal({ sheet: grid.name, row: row + 1, column: null }, says));
      continue;
    }
    last = { sheet: grid.name, row: row + 1, header, over, values };
  }
  finish();
}

/** The one wording of a row; '' where it is empty, null where it has several. */
function onlyText(grid: Grid, row: number, width: number): string | null {
  const texts = Array.from({ length: width }, (_, at) => cellText(grid, row, at)).filter(Boolean);
  // A merged heading may come with its running letter in a cell of its own: “A | Danh mục …”.
  if (texts.length === 2 && /^([IVX]+|[A-Z])\.?$/.test(texts[0] ?? '')) return texts[1] ?? '';
  return texts.length > 1 ? null : (texts[0] ?? '');
}

const isSignature = (single: string | null) =>
  single !== null && /^(ghi chú|nơi nhận|tổng( số| cộng)?|dữ liệu minh ho[ạa])(?!\p{L})/iu.test(single);

function valuesOf(grid: Grid, row: number, { columns }: ListHeader): Map<ListColumn, GridCell> {
  const values = new Map<ListColumn, GridCell>();
  for (const [column, { at }] of columns) {
    const own = cellText(grid, row, at);
    const start = own === '' ? coveredFromAbove(grid, row, at) : null;
    const text = start === null ? own : cellText(grid, start, at);
    const value = grid.rows[start ?? row]?.[at];
    if (text !== '') values.set(column, typeof value === 'number' ? value : text);
  }
  return values;
}

/** A further line of the procedure above: no name and number of its own, or inside its merged cells. */
function continues(
  grid: Grid,
  row: number,
  { columns }: ListHeader,
  values: ReadonlyMap<ListColumn, GridCell>,
): boolean {
  const name = columns.get('name')?.at ?? 0;
  if (coveredFromAbove(grid, row, name) !== null) return true;
  return !values.has('name') && !values.has('code') && !values.has('index');
}

function appendTo(last: ListRow, values: ReadonlyMap<ListColumn, GridCell>): void {
  for (const [column, value] of values) {
    const before = last.values.get(column);
    if (before === undefined) last.values.set(column, value);
    else if (before !== value && !String(before).split('\n').includes(String(value)))
      last.values.set(column, `${before}\n${value}`);
  }
}
