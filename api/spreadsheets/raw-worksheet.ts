// From the cells of a file to a worksheet: hidden, struck and unreadable ones marked, words cleaned, everything said. Pure.
import { oldTextIn, oldTextSays } from './old-text.ts';
import {
  cellName,
  columnLetters,
  runsText,
  type CellValue,
  type Worksheet,
  type Trouble,
} from './worksheet.ts';
import { cleaningSays, tidyCell, type Cleaning } from './tidy.ts';

export type RawCell = {
  value: string | number | boolean | null;
  /** A day, as `2026-09-15`. */
  isDate?: boolean;
  isFormulaWithoutValue?: boolean;
  isError?: boolean;
  /** All words struck through. */
  isStruck?: boolean;
  /** Some words struck through; `value` is what is left. */
  isPartlyStruck?: boolean;
};

export type RawWorksheet = {
  name: string;
  cells: (RawCell | undefined)[][];
  merges?: Worksheet['merges'];
  hiddenRows?: ReadonlySet<number>;
  hiddenColumns?: ReadonlySet<number>;
};

const formulaSays =
  'công thức chưa có kết quả lưu trong tệp. Mở tệp bằng Excel, bấm Lưu rồi gửi lại, hoặc ghi thẳng giá trị.';

export function worksheetOf({
  name,
  cells,
  merges = [],
  hiddenRows,
  hiddenColumns,
}: RawWorksheet): Worksheet {
  const troubles = new Map<string, Trouble>();
  const cleaned = new Map<Cleaning, string[]>();
  const [gone, struckCells, partly] = [new Set<number>(), [] as string[], [] as string[]];
  const goneColumns = new Set<number>();
  const struckRows: number[] = [];
  // Where one cell is in an old form, a single strange word elsewhere is too.
  const isOld = cells.some((row) =>
    row.some((cell) => typeof cell?.value === 'string' && oldTextIn(cell.value) !== undefined),
  );
  const rows = cells.map((row, at): CellValue[] => {
    const filled = row.filter((cell) => cell && !isBlank(cell));
    if (hiddenRows?.has(at)) {
      if (filled.length > 0) gone.add(at);
      return [];
    }
    if (filled.length > 0 && filled.every((cell) => cell?.isStruck)) {
      struckRows.push(at);
      return [];
    }
    return row.map((cell, column) => {
      if (!cell || isBlank(cell)) return '';
      if (hiddenColumns?.has(column)) {
        goneColumns.add(column);
        return '';
      }
      const where = cellName(at, column);
      const trouble = (kind: Trouble['kind'], says: string) =>
        troubles.set(`${at},${column}`, { kind, says });
      if (cell.isFormulaWithoutValue) return (trouble('formula', formulaSays), '');
      if (cell.isStruck) {
        struckCells.push(where);
        trouble('struck', 'chữ bị gạch ngang nên không đọc. Bỏ gạch ngang, hoặc xóa nội dung ô.');
        return '';
      }
      if (cell.isPartlyStruck) partly.push(where);
      if (cell.isError)
        trouble('error', `“${cell.value}” là lỗi của bảng tính. Sửa công thức hoặc ghi thẳng giá trị.`);
      if (cell.isDate)
        trouble(
          'date',
          `ô là ngày tháng (${dayText(cell.value)}), không phải chữ hay số. Định dạng ô là Văn bản (Text) rồi gõ lại.`,
        );
      if (typeof cell.value === 'number') return cell.value;
      if (typeof cell.value === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
      const words = cell.value ?? '';
      const old = oldTextIn(words, isOld);
      if (old) trouble('old-text', oldTextSays[old]);
      const tidy = tidyCell(words);
      if (!old) for (const kind of tidy.cleaned) cleaned.set(kind, [...(cleaned.get(kind) ?? []), where]);
      return tidy.text;
    });
  });
  while (rows.at(-1)?.every((value) => value === '')) rows.pop();
  const notes: string[] = [];
  const rowName = (row: number) => String(row + 1);
  if (gone.size > 0) notes.push(`dòng ẩn hoặc bị lọc ra, không đọc: ${runsText([...gone], rowName)}.`);
  if (goneColumns.size > 0) notes.push(`cột ẩn, không đọc: ${runsText([...goneColumns], columnLetters)}.`);
  if (struckRows.length > 0) notes.push(`dòng bị gạch ngang, không đọc: ${runsText(struckRows, rowName)}.`);
  if (struckCells.length > 0) notes.push(`ô bị gạch ngang, không đọc: ${someOf(struckCells)}.`);
  if (partly.length > 0) notes.push(`đã bỏ phần chữ bị gạch ngang trong ô ${someOf(partly)}.`);
  for (const [kind, places] of cleaned) notes.push(`${cleaningSays[kind]} trong ô ${someOf(places)}.`);
  return { name: name.normalize('NFC').trim(), rows, merges, troubles, notes };
}

const isBlank = ({ value, isFormulaWithoutValue }: RawCell) =>
  !isFormulaWithoutValue && (value === null || (typeof value === 'string' && value.trim() === ''));

const someOf = (places: readonly string[]) =>
  places.length > 8 ? `${places.slice(0, 8).join(', ')} và ${places.length - 8} ô nữa` : places.join(', ');

/** `2026-09-15` -> `15/9/2026`; days 1 to 9 and months 1 and 2 with a nought. */
function dayText(value: RawCell['value']): string {
  const [year = '', month = '', day = ''] = String(value).split('-');
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}
