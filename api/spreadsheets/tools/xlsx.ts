// An XLSX file as a book: its visible worksheets only. Runs in a child process.
import { readXlsx, type Cell, type Sheet as WorkbookSheet } from 'hucre/xlsx';
import { readZip, unpackedBytes, type ZipEntry } from '../../archives/zip.ts';
import { maxColumns, maxRows } from './csv.ts';
import { refusedBook } from '../kind.ts';
import { worksheetOf, type RawCell } from '../raw-worksheet.ts';
import { columnLetters, type BookReading } from '../worksheet.ts';

/** Far more than figures or a list of procedures need. */
const maxUnpackedBytes = 80 * 1024 * 1024;

export async function readXlsxBook(bytes: Uint8Array): Promise<BookReading> {
  const file = Buffer.from(bytes);
  const entries = readZip(file);
  if (!entries) return refusedBook('broken');
  if (entries.some(({ isEncrypted }) => isEncrypted)) return refusedBook('locked');
  const foreign = foreignKind(entries);
  if (foreign) return foreign;
  // Counted while unpacking: what an archive declares of itself is nothing to go by.
  const unpacked = unpackedBytes(file, entries, maxUnpackedBytes);
  if (unpacked === 'too-large') return refusedBook('bomb');
  if (unpacked === 'broken') return refusedBook('broken');
  const hidden: string[] = [];
  const workbook = await readXlsx(bytes, {
    readStyles: true,
    range: `A1:${columnLetters(maxColumns)}${maxRows + 1}`,
    sheets: (worksheet) => {
      const isHidden = worksheet.hidden === true || worksheet.veryHidden === true;
      if (isHidden) hidden.push(worksheet.name.normalize('NFC'));
      return !isHidden;
    },
  }).catch(() => undefined);
  if (!workbook) return refusedBook('broken');
  for (const { name, rows } of workbook.sheets) {
    const wide = rows.some((row) => (row[maxColumns] ?? null) !== null);
    if (wide || (rows[maxRows] ?? []).some((value) => value !== null))
      return {
        refused: `Trang tính “${name}” có nội dung quá ${maxRows} dòng hoặc ${maxColumns} cột. Hãy xóa dòng, cột thừa rồi gửi lại.`,
      };
  }
  return {
    kind: 'xlsx',
    worksheets: workbook.sheets.map(worksheetIn),
    notes:
      hidden.length > 0 ? [`Trang tính ẩn, không đọc: ${hidden.map((name) => `“${name}”`).join(', ')}.`] : [],
  };
}

function foreignKind(entries: readonly ZipEntry[]): { refused: string } | undefined {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return refusedBook('xlsb');
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return refusedBook('ods');
  if (has(/vbaproject|xl\/macrosheets/i)) return refusedBook('macros');
  if (!has(/^xl\/workbook\.xml$/i))
    return has(/^\[content_types\]\.xml$/i) && !has(/^(?:word|ppt)\//i) ? undefined : refusedBook('other');
  return undefined;
}

function worksheetIn({ name, rows, cells, merges = [], rowDefs, columns = [] }: WorkbookSheet) {
  const hiddenRows = new Set(
    [...(rowDefs ?? [])].flatMap(([row, { hidden, height }]) => (hidden || height === 0 ? [row] : [])),
  );
  const hiddenColumns = new Set(
    columns.flatMap(({ hidden, width }, at) => (hidden || width === 0 ? [at] : [])),
  );
  return worksheetOf({
    name,
    merges: merges.filter(({ startRow }) => startRow <= maxRows),
    hiddenRows,
    hiddenColumns,
    cells: rows.map((row, at) => row.map((value, column) => rawCell(value, cells?.get(`${at},${column}`)))),
  });
}

function rawCell(value: unknown, cell: Cell | undefined): RawCell | undefined {
  const isFormula = cell?.formula !== undefined;
  // A formula whose text is empty on purpose keeps an empty string; one never computed has nothing.
  if (isFormula && value === null) return { value: null, isFormulaWithoutValue: true };
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? { value: '#NUM!', isError: true }
      : { value: value.toISOString().slice(0, 10), isDate: true, ...strike(cell) };
  if (typeof value === 'string' && cell?.richText) {
    const kept = cell.richText.filter(({ font }) => !isStruckFont(font, cell));
    if (kept.length === 0) return { value, isStruck: true };
    const words = kept.map(({ text }) => text).join('');
    return { value: words, ...(kept.length < cell.richText.length && { isPartlyStruck: true }) };
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return { value, ...(cell?.type === 'error' && { isError: true }), ...strike(cell) };
}

const strike = (cell: Cell | undefined) => (cell?.style?.font?.strikethrough ? { isStruck: true } : {});
/** A run without a font of its own has the cell's. */
const isStruckFont = (font: { strikethrough?: boolean } | undefined, cell: Cell) =>
  (font ? font.strikethrough : cell.style?.font?.strikethrough) === true;
