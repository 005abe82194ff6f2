// One-stop figures as they stand in a sheet of the form II.06a/VPCP/KSTT: read by the row that numbers its columns. Pure.
import { openOf, receivedOf, settledOf, sumOf, type DossierRow } from './row.ts';

export type Sheet = { name: string; rows: readonly (readonly unknown[])[] };
export type SheetError = { place: string; text: string };
export type ReadSheet = { rows: DossierRow[]; errors: SheetError[] };

/** The columns of the form in order; the totals are checked, never trusted. */
export const columns = [
  { name: 'serial', label: 'STT' },
  { name: 'field', label: 'Lĩnh vực' },
  { name: 'received', label: 'Tiếp nhận: tổng (3) = (4)+(5)+(6)' },
  { name: 'online', label: 'Trực tuyến' },
  { name: 'direct', label: 'Trực tiếp, bưu chính' },
  { name: 'carried', label: 'Từ kỳ trước' },
  { name: 'settled', label: 'Đã giải quyết: tổng (7) = (8)+(9)+(10)' },
  { name: 'early', label: 'Trước hạn' },
  { name: 'onTime', label: 'Đúng hạn' },
  { name: 'late', label: 'Quá hạn' },
  { name: 'open', label: 'Đang giải quyết: tổng (11) = (12)+(13)' },
  { name: 'pending', label: 'Trong hạn' },
  { name: 'pendingLate', label: 'Đang giải quyết, quá hạn' },
] as const;
type Name = (typeof columns)[number]['name'];
const counted = ['online', 'direct', 'carried', 'early', 'onTime', 'late', 'pending', 'pendingLate'] as const;

const words = (cell: unknown) =>
  cell === null || cell === undefined ? '' : String(cell).trim().normalize('NFC');
/** 0 -> A, 26 -> AA. */
const letter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);

/** The rows of a sheet, or what is wrong with it, cell by cell; a sheet with any error gives no row to be written. */
export function readSheet({ name, rows }: Sheet): ReadSheet {
  const at = rows.findIndex((row) => placesIn(row) !== undefined);
  const places = placesIn(rows[at] ?? []);
  if (!places)
    return {
      rows: [],
      errors: [
        {
          place: `Trang tính “${name}”`,
          text: 'không thấy dòng đánh số cột (1) đến (13) của biểu II.06a. Hãy điền vào tệp mẫu.',
        },
      ],
    };
  const errors: SheetError[] = [];
  const found: DossierRow[] = [];
  const tell = (row: number, column: Name, text: string) => {
    const index = places.get(column) ?? 0;
    const label = columns.find((one) => one.name === column)?.label ?? '';
    errors.push({
      place: `Trang tính “${name}”, ô ${letter(index)}${row + 1} (dòng ${row + 1}, cột ${label})`,
      text,
    });
  };
  let sum: { row: number; cells: readonly unknown[] } | undefined;
  for (let row = at + 1; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    if (cells.every((cell) => words(cell) === '')) continue;
    const field = words(cells[places.get('field') ?? 0]);
    if (
      /^(tổng( cộng| số)?|cộng)$/iu.test(field) ||
      (field === '' && /^(tổng|cộng)/iu.test(words(cells[0])))
    ) {
      sum = { row, cells };
      continue;
    }
    if (sum) {
      tell(row, 'field', 'có dòng sau dòng Tổng cộng. Hãy để dòng Tổng cộng ở cuối.');
      continue;
    }
    const read = readRow(cells, places, (column, text) => tell(row, column, text));
    if (!read) continue;
    if (found.some((earlier) => earlier.field.toLowerCase() === read.field.toLowerCase()))
      tell(row, 'field', `lĩnh vực “${read.field}” có hai dòng. Hãy gộp thành một.`);
    found.push(read);
  }
  if (found.length === 0 && errors.length === 0)
    errors.push({ place: `Trang tính “${name}”`, text: 'chưa có dòng số liệu nào dưới dòng đánh số cột.' });
  if (sum && errors.length === 0) {
    const { row, cells } = sum;
    checkTotals(cells, places, sumOf(found), (column, text) => tell(row, column, text));
    const total = sumOf(found);
    for (const column of counted) {
      const given = countIn(cells[places.get(column) ?? 0]);
      if (given !== undefined && given !== total[column])
        tell(row, column, `dòng Tổng cộng ghi ${given}, cộng các dòng được ${total[column]}.`);
    }
  }
  return { rows: errors.length === 0 ? found : [], errors };
}

/** Where each column stands, when a row is the one that numbers them: (1), 2, [3] … 13. */
function placesIn(row: readonly unknown[]): Map<Name, number> | undefined {
  const numbers = row.map((cell) =>
    Number(/^[([]?(\d{1,2})[)\]]?(?:\s*=.*)?$/.exec(words(cell))?.[1] ?? NaN),
  );
  const places = new Map(columns.map(({ name }, index) => [name, numbers.indexOf(index + 1)] as const));
  return [...places.values()].every((place) => place >= 0) ? places : undefined;
}

/** A count; undefined for an empty cell, NaN for what is none. */
function countIn(cell: unknown): number | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? cell : NaN;
  const text = words(cell);
  if (text === '') return undefined;
  return /^\d{1,3}(\.\d{3})+$|^\d+$/.test(text) ? Number(text.replaceAll('.', '')) : NaN;
}

type Tell = (column: Name, text: string) => void;

function readRow(
  cells: readonly unknown[],
  places: ReadonlyMap<Name, number>,
  tell: Tell,
): DossierRow | undefined {
  const field = words(cells[places.get('field') ?? 0]).replace(/\s+/g, ' ');
  let isGood = true;
  const refuse: Tell = (column, text) => {
    isGood = false;
    tell(column, text);
  };
  if (field === '') refuse('field', 'đang trống. Ghi tên lĩnh vực, hoặc xoá cả dòng.');
  if (field.length > 200) refuse('field', 'dài quá 200 ký tự.');
  if (counted.every((column) => countIn(cells[places.get(column) ?? 0]) === undefined))
    refuse('online', 'dòng chưa điền số nào. Không có hồ sơ thì ghi 0; lĩnh vực không dùng thì xoá dòng.');
  const row = { field } as DossierRow;
  for (const column of counted) {
    const cell = cells[places.get(column) ?? 0];
    const count = countIn(cell) ?? 0;
    if (Number.isNaN(count) || count > 10_000_000)
      refuse(column, `“${words(cell).slice(0, 40)}” không phải số hồ sơ. Ghi số nguyên từ 0 trở lên.`);
    row[column] = count;
  }
  if (!isGood) return undefined;
  checkTotals(cells, places, row, refuse);
  const [received, settled, open] = [receivedOf(row), settledOf(row), openOf(row)];
  if (received !== settled + open)
    refuse(
      'received',
      `tiếp nhận ${received} không bằng đã giải quyết ${settled} + đang giải quyết ${open}.`,
    );
  return isGood ? row : undefined;
}

/** The totals that the sheet states itself; an empty one (a formula nobody has computed) is left out. */
function checkTotals(
  cells: readonly unknown[],
  places: ReadonlyMap<Name, number>,
  row: Omit<DossierRow, 'field'>,
  tell: Tell,
): void {
  const totals = { received: receivedOf(row), settled: settledOf(row), open: openOf(row) };
  for (const column of ['received', 'settled', 'open'] as const) {
    const given = countIn(cells[places.get(column) ?? 0]);
    if (given !== undefined && given !== totals[column])
      tell(
        column,
        `ghi ${words(cells[places.get(column) ?? 0])}, cộng các cột thành phần được ${totals[column]}.`,
      );
  }
}
