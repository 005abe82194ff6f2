// One-stop figures as they stand in a table of the form II.06a/VPCP/KSTT: every sum checked, nothing counted twice. Pure.
import { cellName, runsText, troubleAt, type CellValue, type Worksheet } from '../spreadsheets/worksheet.ts';
import { counted, labelOf, totalled, type ColumnName } from './columns.ts';
import { countIn, isDash, notACount } from './counts.ts';
import { isGrandTotal, leavesOf, linesOf, type Item, type Left, type Line } from './lines.ts';
import { openOf, receivedOf, settledOf, sumOf, type DossierRow } from './row.ts';
import { tablesIn, type Table } from './table.ts';

/** `row` and `column` from 0; `column` null: the whole row. */
export type TableError = {
  place: string;
  text: string;
  worksheet: string;
  row: number;
  column: number | null;
};
export type Sums = { received: number; settled: number; open: number };
export type ReadTable = {
  rows: DossierRow[];
  errors: TableError[];
  /** Rows taken, as the worksheet numbers them; rows left out, with the reason. */
  taken: string;
  left: { rows: string; why: string }[];
  notes: string[];
  /** What the worksheet's own total says, where it has one. */
  stated: (Sums & { row: number }) | null;
};

/** The first table of a worksheet. */
export function readWorksheet(worksheet: Worksheet): ReadTable {
  const [table] = tablesIn(worksheet);
  if (table) return readTable(table);
  const place = `Trang tính “${worksheet.name}”`;
  const text = 'không thấy dòng đánh số cột (1) đến (13) của biểu II.06a. Hãy điền vào tệp mẫu.';
  return { ...nothing, errors: [{ place, text, worksheet: worksheet.name, row: 0, column: null }] };
}
const nothing: ReadTable = { rows: [], errors: [], taken: '', left: [], notes: [], stated: null };

type Tell = (line: Line, column: ColumnName, text: string) => void;
type Given = Partial<Record<ColumnName, number>>;

/** The rows of a table, or what is wrong with it, cell by cell; a table with any error gives no row to be written. */
export function readTable({ worksheet, segments }: Table): ReadTable {
  const lines = linesOf(worksheet, segments);
  const errors: TableError[] = [];
  const dashes: string[] = [];
  const tell: Tell = ({ row, places }, column, text) => {
    const at = places.get(column) ?? 0;
    const place = `Trang tính “${worksheet.name}”, ô ${cellName(row, at)} (dòng ${row + 1}, cột ${labelOf(column)})`;
    errors.push({ place, text, worksheet: worksheet.name, row, column: at });
  };
  for (const line of lines.unfilled)
    tell(
      line,
      'online',
      'dòng chưa điền số nào. Không có hồ sơ thì ghi 0; lĩnh vực không dùng thì xóa dòng.',
    );
  const numbers = new Map<Line, Given>();
  for (const line of [...lines.items, ...lines.totals])
    numbers.set(line, numbersOf(worksheet, line, tell, dashes));
  const given = (line: Line): Given => numbers.get(line) ?? {};
  const whole = (line: Line) =>
    Object.fromEntries(counted.map((name) => [name, given(line)[name] ?? 0])) as Omit<DossierRow, 'field'>;

  const left: Left[] = [...lines.left];
  const unnumbered = subtotalsWithoutNumber(lines.items, given, whole);
  for (const { row } of unnumbered) left.push({ row, why: 'cộng của các dòng trên, không cộng lần nữa' });
  const leaves = leavesOf(lines.items).filter((item) => !unnumbered.has(item));
  if (errors.length === 0) {
    for (const item of leaves) checkRow(item, given(item), whole(item), tell);
    for (const item of lines.items.filter(({ children }) => children.length > 0)) {
      const inside = leaves.filter((leaf) => isUnder(leaf, item));
      left.push({ row: item.row, why: 'dòng nhóm, đã đối chiếu với các dòng thuộc nhóm' });
      tellDifferences(item, given(item), sumOf(inside.map(whole)), 'cộng các dòng thuộc nhóm được', tell);
    }
  }
  const errorsBefore = errors.length;
  const stated = errorsBefore === 0 ? checkTotals(lines.totals, leaves, given, whole, tell) : null;
  for (const { row } of lines.totals) left.push({ row, why: 'dòng tổng, đã đối chiếu, không cộng lần nữa' });
  const { rows, merged } = rowsOf(leaves, whole, tell);
  if (rows.length === 0 && errors.length === 0)
    errors.push({
      place: `Trang tính “${worksheet.name}”`,
      text: 'chưa có dòng số liệu nào dưới dòng đánh số cột.',
      worksheet: worksheet.name,
      row: segments[0]?.from ?? 0,
      column: null,
    });
  const notes = [...(worksheet.notes ?? [])];
  if (dashes.length > 0) notes.push(`dấu gạch ngang được đọc là 0: ô ${listed(dashes)}.`);
  if (merged.length > 0) notes.push(`lĩnh vực có ở nhiều nhóm được cộng gộp: ${merged.join('; ')}.`);
  return {
    rows: errors.length === 0 ? rows : [],
    errors: errors.toSorted((one, other) => one.row - other.row),
    taken: runsText(
      leaves.map(({ row }) => row),
      rowName,
    ),
    left: leftTogether(left),
    notes,
    stated,
  };
}

const rowName = (row: number) => String(row + 1);
const listed = (places: readonly string[]) =>
  places.length > 8 ? `${places.slice(0, 8).join(', ')} và ${places.length - 8} ô nữa` : places.join(', ');
const isUnder = (item: Item, over: Item): boolean =>
  item.parent !== null && (item.parent === over || isUnder(item.parent, over));

function leftTogether(left: readonly Left[]): ReadTable['left'] {
  const byReason = Map.groupBy(left, ({ why }) => why);
  return [...byReason].map(([why, rows]) => ({
    rows: runsText(
      rows.map(({ row }) => row),
      rowName,
    ),
    why,
  }));
}

/** All numbers of a line; what is none is told with its cell. */
function numbersOf(worksheet: Worksheet, line: Line, tell: Tell, dashes: string[]): Given {
  const { row, places } = line;
  const given: Given = {};
  const field = troubleAt(worksheet, row, places.get('field') ?? 0);
  if (field) tell(line, 'field', field.says);
  for (const name of [...counted, ...totalled]) {
    const at = places.get(name) ?? 0;
    const cell: CellValue = worksheet.rows[row]?.[at] ?? '';
    const trouble = troubleAt(worksheet, row, at);
    if (trouble) {
      tell(line, name, trouble.says);
      continue;
    }
    const count = countIn(cell);
    if (count === undefined) continue;
    if (Number.isNaN(count) || count > 10_000_000) tell(line, name, notACount(cell));
    else given[name] = count;
    if (isDash(String(cell))) dashes.push(cellName(row, at));
  }
  return given;
}

function checkRow(item: Item, given: Given, row: Omit<DossierRow, 'field'>, tell: Tell): void {
  if (item.label === '') tell(item, 'field', 'đang trống. Ghi tên lĩnh vực, hoặc xóa cả dòng.');
  if (item.label.length > 200) tell(item, 'field', 'dài quá 200 ký tự.');
  if (counted.every((name) => given[name] === undefined))
    tell(
      item,
      'online',
      'dòng chưa điền số nào. Không có hồ sơ thì ghi 0; lĩnh vực không dùng thì xóa dòng.',
    );
  const sums = { received: receivedOf(row), settled: settledOf(row), open: openOf(row) };
  for (const name of totalled)
    if (given[name] !== undefined && given[name] !== sums[name])
      tell(item, name, `ghi ${given[name]}, cộng các cột thành phần được ${sums[name]}.`);
  if (sums.received !== sums.settled + sums.open)
    tell(
      item,
      'received',
      `tiếp nhận ${sums.received} không bằng đã giải quyết ${sums.settled} + đang giải quyết ${sums.open}.`,
    );
}

/** Lines without a number after numbered ones that are exactly their sum. */
function subtotalsWithoutNumber(
  items: readonly Item[],
  given: (line: Line) => Given,
  whole: (line: Line) => Omit<DossierRow, 'field'>,
): Set<Item> {
  const found = new Set<Item>();
  if (!items.some(({ serial }) => serial !== '')) return found;
  for (const [at, item] of items.entries()) {
    if (item.serial !== '' || item.children.length > 0) continue;
    const start =
      items.slice(0, at).findLastIndex((one) => one.serial === '' && one.children.length === 0) + 1;
    const before = items.slice(start, at).filter(({ children }) => children.length === 0);
    if (before.length > 1 && differences(given(item), sumOf(before.map(whole))).length === 0) found.add(item);
  }
  return found;
}

/** The columns in which given numbers are not the sums. */
function differences(
  given: Given,
  sum: Omit<DossierRow, 'field'>,
): { name: ColumnName; given: number; sum: number }[] {
  const all: Record<string, number> = {
    ...sum,
    received: receivedOf(sum),
    settled: settledOf(sum),
    open: openOf(sum),
  };
  return [...counted, ...totalled].flatMap((name) => {
    const [is, is_] = [given[name], all[name] ?? 0];
    return is !== undefined && is !== is_ ? [{ name, given: is, sum: is_ }] : [];
  });
}

function tellDifferences(
  line: Line,
  given: Given,
  sum: Omit<DossierRow, 'field'>,
  sums: string,
  tell: Tell,
): void {
  for (const one of differences(given, sum))
    tell(line, one.name, `dòng ${line.label || 'Tổng'} ghi ${one.given}, ${sums} ${one.sum}.`);
}

/** Every line of sums must be the sum of something; the one over everything is what the preview lays beside its own. */
function checkTotals(
  totals: readonly Line[],
  leaves: readonly Item[],
  given: (line: Line) => Given,
  whole: (line: Line) => Omit<DossierRow, 'field'>,
  tell: Tell,
): ReadTable['stated'] {
  let stated: ReadTable['stated'] = null;
  const sum = (items: readonly Item[]) => sumOf(items.map(whole));
  const all = sum(leaves);
  for (const [at, total] of totals.entries()) {
    const numbers = given(total);
    if (Object.keys(numbers).length === 0) continue;
    if (differences(numbers, all).length === 0) {
      stated = { row: total.row + 1, received: receivedOf(all), settled: settledOf(all), open: openOf(all) };
      continue;
    }
    const [from, to] = [totals[at - 1]?.row ?? -1, totals[at + 1]?.row ?? Infinity];
    const above = leaves.filter(({ row }) => row < total.row);
    const run = above.filter(({ row }) => row > from);
    const below = leaves.filter(({ row }) => row > total.row && row < to);
    const group = run.at(-1)?.parent;
    const inGroup = group ? leaves.filter((leaf) => isUnder(leaf, group)) : [];
    const isLast = !totals.slice(at + 1).some((later) => differences(given(later), all).length === 0);
    const isOver = isGrandTotal(total.label) && isLast;
    const sound = [run, above, below, inGroup].some(
      (set) => set.length > 0 && differences(numbers, sum(set)).length === 0,
    );
    const [after] = leaves.filter(({ row }) => row > total.row);
    if (sound && !(isOver && after)) continue;
    if (sound && after) {
      tell(after, 'field', 'có dòng sau dòng Tổng cộng. Hãy để dòng Tổng cộng ở cuối.');
      continue;
    }
    const meant = isGrandTotal(total.label) || totals.length === 1 || run.length === 0 ? leaves : run;
    tellDifferences(total, numbers, sum(meant), 'cộng các dòng được', tell);
  }
  return stated;
}

/** One row a field: what stands in two groups is added up, what stands twice in one is refused. */
function rowsOf(leaves: readonly Item[], whole: (line: Line) => Omit<DossierRow, 'field'>, tell: Tell) {
  const byField = new Map<string, Item[]>();
  for (const leaf of leaves) {
    const known = byField.get(leaf.label.toLowerCase()) ?? [];
    if (known.some(({ parent }) => parent === leaf.parent))
      tell(leaf, 'field', `lĩnh vực “${leaf.label}” có hai dòng. Hãy gộp thành một.`);
    byField.set(leaf.label.toLowerCase(), [...known, leaf]);
  }
  const groups = [...byField.values()];
  const name = (items: readonly Item[]) => items[0]?.label ?? '';
  return {
    rows: groups.map((items): DossierRow => ({ field: name(items), ...sumOf(items.map(whole)) })),
    merged: groups.filter(({ length }) => length > 1).map(name),
  };
}
