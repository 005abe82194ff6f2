// How one cell of the full form says the three-way answer, lists, labels and days; writing and reading side by side.
import { dateOf, dayNumber, vietnameseDate } from '../dates/dates.ts';
import { fold } from '../text/fold.ts';
import { isNone, type Part } from '../procedures/part.ts';

// An empty cell is “chưa có thông tin”; this word stands before the source's own words for “không có”.
const noneMark = 'KHÔNG CÓ: ';
/** Stands where the rows of another worksheet hold the value. */
export const givenMark = 'Có';

/** A cell that cannot be read: the sentence. */
export type Wrong = { wrong: string };
export const isWrong = (value: unknown): value is Wrong =>
  typeof value === 'object' && value !== null && 'wrong' in value;

export function partCell<Value>(part: Part<Value>, cell: (value: Value) => string): string {
  if (part === 'unknown') return '';
  if (isNone(part)) return `${noneMark}${part.none}`;
  const text = cell(part);
  return text.startsWith(noneMark) || text.startsWith('\\') ? `\\${text}` : text;
}

export function partFrom<Value>(text: string, value: (text: string) => Value): Part<Value> {
  if (text === '') return 'unknown';
  if (text.startsWith('\\')) return value(text.slice(1));
  const none = /^KHÔNG CÓ:\s*(.*)$/is.exec(text)?.[1];
  return none === undefined ? value(text) : { none };
}

/** A list in one cell, one line each; a line end inside an entry is written out. */
export const linesCell = (lines: readonly string[]): string =>
  lines.map((line) => line.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')).join('\n');
export const linesFrom = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/\\(\\|n)/g, (_, what) => (what === 'n' ? '\n' : '\\')));

/** The value whose label a cell carries, however it is written. */
export function labelled<Value extends string>(labels: Record<Value, string>, text: string): Value | Wrong {
  const found = (Object.keys(labels) as Value[]).find((value) => fold(labels[value]) === fold(text));
  return found ?? { wrong: `“${text}” không có trong: ${Object.values(labels).join('; ')}.` };
}

// Excel counts days from here; five digits are the years 1927 to 2173.
const excelEpoch = dayNumber('1899-12-30');

export const dayCell = (day: string | null): string => (day === null ? '' : vietnameseDate(day));

/** `05/10/2026`, `2026-10-05` or Excel's own day, which is a bare number where the cell is not formatted; '' is null. */
export function dayFrom(text: string): string | null | Wrong {
  if (text === '') return null;
  if (/^\d{5}$/.test(text)) return dateOf(excelEpoch + Number(text));
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const day = year === '' ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  try {
    return dateOf(dayNumber(day));
  } catch {
    return { wrong: `“${text}” không phải một ngày. Ghi dạng 05/10/2026.` };
  }
}

/** A whole number, written as a figure or as 500.000; '' is null. */
export function numberFrom(value: string | number): number | null | Wrong {
  if (value === '') return null;
  const number = typeof value === 'number' ? value : Number(value.replace(/\.(?=\d{3}(\D|$))/g, ''));
  return Number.isSafeInteger(number) && number >= 0
    ? number
    : { wrong: `“${value}” không phải một số nguyên.` };
}
