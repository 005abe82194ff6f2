// Reads a provincial list of procedures: sections by what is done, fields as rows, one procedure per row.
import { runsText, troubleAt } from '../spreadsheets/worksheet.ts';
import { cellText, coveredFromAbove, type Grid, type GridCell, refusal } from './grid.ts';
import type { Reading } from './incoming.ts';
import { headerIn, isNumbering, type ListColumn, type ListHeader } from './list-columns.ts';
import { type Division, ownTimeAt, ticked, together } from './list-divided.ts';
import { type Heading, headingOf, opIn, type Preamble, preambleOf } from './list-headings.ts';
import { incomingOf, type ListRow } from './list-row.ts';
import { nationalCode } from './words.ts';

const headerWithin = 20;

export type ListReading = Reading & { preamble: Preamble; isSample: boolean };

/**
 * All worksheets of a list. Every row that cannot be read is refused with its place; worksheets of guidance are passed over.
 * `fields`: those that the content has; a row with nothing but the name of one is a heading too.
 */
export function readList(grids: readonly Grid[], fields: readonly string[] = []): ListReading {
  const reading: ListReading = { incoming: [], refusals: [], cautions: [], preamble: {}, isSample: false };
  for (const grid of grids) {
    // “Chỗ cần sửa” is what a marked file lists for its owner.
    if (/^(huong dan|hướng dẫn|chỗ cần sửa)/i.test(grid.name.normalize('NFC'))) continue;
    const words = grid.rows.flatMap((cells, row) => cells.map((_, at) => cellText(grid, row, at)));
    if (words.every((text) => text === '')) continue;
    for (const note of grid.notes ?? []) reading.cautions.push(`Trang tính “${grid.name}”: ${note}`);
    reading.isSample ||= words.some((text) => /dữ liệu minh ho[ạa]/i.test(text));
    readWorksheet(grid, reading, fields);
  }
  if (reading.incoming.length === 0 && reading.refusals.length === 0)
    reading.refusals.push('Tệp không có hàng nào ghi một thủ tục hành chính.');
  return reading;
}

function readWorksheet(grid: Grid, reading: ListReading, fields: readonly string[]): void {
  const first = grid.rows.findIndex((_, row) => row < headerWithin && headerIn(grid, row) !== null);
  if (first === -1) {
    reading.refusals.push(
      refusal(
        { worksheet: grid.name, row: 1, column: null },
        `trong ${headerWithin} dòng đầu không có hàng tiêu đề cột (cần ít nhất cột Tên TTHC và hai cột nữa, như Mã TTHC, Thời hạn giải quyết). Trang tính không phải danh mục thì đặt tên bắt đầu bằng “Hướng dẫn” hoặc xóa đi.`,
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
  let isSigned = false;
  const left: number[] = [];
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
      reading.cautions.push(...chosenTime(grid, next));
      continue;
    }
    const single = onlyText(grid, row, cells.length);
    if (single === '') finish();
    if (single === '' || isNumbering(grid, row)) continue;
    const unread = single === null || single === '' ? null : oldWords(grid, row, cells.length);
    if (unread && row > first) {
      finish();
      reading.refusals.push(refusal({ worksheet: grid.name, row: row + 1, column: null }, unread));
      continue;
    }
    const heading = single === null ? null : headingOf(single, fields);
    if (heading) {
      finish();
      // A new section begins without the field of the one before.
      over = heading.op ? { ...(over.level && { level: over.level }), ...heading } : { ...over, ...heading };
      continue;
    }
    if (header === null || row <= header.lastRow) continue;
    if (coveredFromAbove(grid, row, header.columns.get('name')?.at ?? 0) === header.row) continue;
    const { values, wrong } = valuesOf(grid, row, header);
    const names =
      nationalCode(values.get('code') ?? '') !== null || (values.has('name') && values.has('index'));
    // Behind the first words of signing, what is no procedure is names and seals.
    isSigned = !names && (isSigned || isSignature(grid, row, cells.length));
    if (isSigned) {
      finish();
      left.push(row);
      continue;
    }
    if (last !== null && continues(grid, row, header, values)) {
      appendTo(last, values);
      last.wrong.push(...wrong);
      continue;
    }
    finish();
    const isWords = single !== null && !/^\d+\.?$/.test(single);
    if (
      isWords ||
      (!values.has('name') && !values.has('code') && !values.has('index') && wrong.length === 0)
    ) {
      const says =
        'hàng này không ghi thủ tục nào, cũng không phải tên mục hay lĩnh vực. Xóa đi, hoặc cho bắt đầu bằng “Ghi chú”.';
      reading.refusals.push(refusal({ worksheet: grid.name, row: row + 1, column: null }, says));
      continue;
    }
    last = { worksheet: grid.name, row: row + 1, header, over, values, wrong };
  }
  finish();
  if (left.length > 0)
    reading.cautions.push(
      `Trang tính “${grid.name}”: ghi chú, phần ký, dòng tổng, không đọc: dòng ${runsText(left, (row) => String(row + 1))}.`,
    );
}

/** The one wording of a row; '' where it is empty, null where it has several. */
function onlyText(grid: Grid, row: number, width: number): string | null {
  const texts = Array.from({ length: width }, (_, at) => cellText(grid, row, at)).filter(Boolean);
  // A merged heading may come with its running letter in a cell of its own: “A | Danh mục …”.
  if (texts.length === 2 && /^([IVX]+|[A-Z])\.?$/.test(texts[0] ?? '')) return texts[1] ?? '';
  return texts.length > 1 ? null : (texts[0] ?? '');
}

const signing =
  /^\(?(ghi chú|nơi nhận|tổng( số| cộng)?|cộng|dữ liệu minh ho[ạa]|người lập( biểu| bảng)?|người kiểm tra|lập biểu|thủ trưởng( đơn vị| cơ quan)?|(kt|tl|tuq|tm)\. ?\S.*|(phó )?giám đốc|(phó )?chánh văn phòng|(phó )?trưởng phòng|chủ tịch|ký,? ?(ghi rõ )?họ tên|ký tên.*)(?!\p{L})/iu;

/** A note, a total or the words over a signature: the first words of a row, whatever stands beside them. */
function isSignature(grid: Grid, row: number, width: number): boolean {
  const texts = Array.from({ length: width }, (_, at) => cellText(grid, row, at)).filter(Boolean);
  return texts.length <= 3 && signing.test(texts[0] ?? '') && (texts[0] ?? '').length < 400;
}

/** Why the only words of a row cannot be read. */
function oldWords(grid: Grid, row: number, width: number): string | null {
  for (let at = 0; at < width; at += 1) {
    const trouble = troubleAt(grid, row, at);
    if (trouble && trouble.kind !== 'struck') return trouble.says;
  }
  return null;
}

/** Which of several columns of time limits is read, said before anything is written. */
function chosenTime(grid: Grid, { columns }: ListHeader): string[] {
  const { divided = [] } = columns.get('timeLimit') ?? {};
  const headings = divided.map(({ heading }) => heading);
  const at = ownTimeAt(headings);
  if (headings.length < 2 || at === null) return [];
  const others = headings.filter((_, index) => index !== at).map((heading) => `“${heading}”`);
  return [
    `Trang tính “${grid.name}”: thời hạn lấy ở cột “${headings[at]}”; cột ${others.join(', ')} chỉ dùng khi cột ấy để trống.`,
  ];
}

function valuesOf(grid: Grid, row: number, { columns }: ListHeader) {
  const values = new Map<ListColumn, GridCell>();
  const wrong: ListRow['wrong'] = [];
  for (const [column, { divided }] of columns) {
    const trouble = divided.map(({ at }) => troubleOf(grid, row, at)).find(Boolean);
    if (trouble) {
      wrong.push({ column, says: trouble });
      continue;
    }
    const cells = divided.map(({ at, heading }) => ({ heading, value: valueAt(grid, row, at) }));
    const [only, ...more] = cells;
    const read = more.length > 0 ? together(column, cells) : { value: only ? oneOf(column, only) : '' };
    if ('wrong' in read) wrong.push({ column, says: read.wrong });
    else if (read.value !== '') values.set(column, read.value);
  }
  return { values, wrong };
}

/** What keeps a cell, or the merged one over it, from being read; struck words are left out and said elsewhere. */
function troubleOf(grid: Grid, row: number, at: number): string | undefined {
  const start = cellText(grid, row, at) === '' ? coveredFromAbove(grid, row, at) : null;
  const trouble = troubleAt(grid, row, at) ?? (start === null ? undefined : troubleAt(grid, start, at));
  return trouble && trouble.kind !== 'struck' ? trouble.says : undefined;
}

/** A tick in a column such as “Dịch vụ công trực tuyến toàn trình” says its heading. */
const oneOf = (column: ListColumn, cell: Division): GridCell =>
  column === 'online' ? ticked(cell) : cell.value;

/** The value of a cell, or of the merged one that covers it from above; a figure as a figure. */
function valueAt(grid: Grid, row: number, at: number): GridCell {
  const own = cellText(grid, row, at);
  const start = own === '' ? coveredFromAbove(grid, row, at) : null;
  const value = grid.rows[start ?? row]?.[at];
  return typeof value === 'number' ? value : start === null ? own : cellText(grid, start, at);
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
