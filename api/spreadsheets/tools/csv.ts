// A CSV file as a book of one worksheet: whatever separates its fields.
import { parse } from 'csv-parse/sync';
import { decodeText } from '../encoding.ts';
import { refusedBook } from '../kind.ts';
import { worksheetOf, type RawCell } from '../raw-worksheet.ts';
import type { BookReading } from '../worksheet.ts';

const separators = [';', '\t', ',', '|'] as const;
const separatorNames: Record<string, string> = {
  ';': 'dấu chấm phẩy',
  '\t': 'dấu tab',
  ',': 'dấu phẩy',
  '|': 'dấu gạch đứng',
};
export const maxRows = 20_000;
export const maxColumns = 200;

export function readCsv(bytes: Uint8Array): BookReading {
  const decoded = decodeText(bytes);
  if ('unsafe' in decoded) return refusedBook('encoding');
  const whole = decoded.text.replace(/^\ufeff/, '');
  // A line that tells Excel the separator; Excel does not count it as a row.
  const told = /^"?sep=(.)"?\r?(?:\n|$)/i.exec(whole.slice(0, 20));
  const text = told ? whole.slice(told[0].length) : whole;
  // Any control character but white space: no text at all.
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text.slice(0, 4096))) return refusedBook('other');
  const separator = told?.[1] ?? likeliest(text);
  const rows = fieldsOf(text, separator);
  if (typeof rows === 'string') return { refused: rows };
  if (rows.length > maxRows || rows.some((row) => row.length > maxColumns))
    return {
      refused: `Tệp CSV quá ${maxRows} dòng hoặc ${maxColumns} cột. Hãy chép phần số liệu sang một tệp mới.`,
    };
  const cells = rows.map((row) => row.map((value): RawCell => ({ value })));
  const notes = [
    ...(decoded.note ? [decoded.note] : []),
    `Các cột của tệp CSV cách nhau bằng ${separatorNames[separator] ?? `“${separator}”`}.`,
  ];
  return { kind: 'csv', worksheets: [worksheetOf({ name: 'CSV', cells })], notes };
}

/** The separator that divides most lines into most fields, alike. */
function likeliest(text: string): string {
  const head = text.slice(0, 60_000);
  const widths = separators.map((separator) => {
    const rows = fieldsOf(head, separator, 200);
    const counts = new Map<number, number>();
    if (typeof rows !== 'string')
      for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [width = 1, times = 0] =
      [...counts].filter(([length]) => length > 1).toSorted((one, other) => other[1] - one[1])[0] ?? [];
    return width * times;
  });
  return separators[widths.indexOf(Math.max(...widths))] ?? ',';
}

function fieldsOf(text: string, delimiter: string, to?: number): string[][] | string {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      ...(to && { to }),
    });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : NaN;
    return `Tệp CSV có dấu nháy kép mở mà không đóng${Number.isNaN(line) ? '' : ` (quanh dòng ${line})`}. Hãy sửa, hoặc mở bằng Excel và lưu thành .xlsx.`;
  }
}
