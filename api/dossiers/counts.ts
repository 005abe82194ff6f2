// The numbers of a row of II.06a as cells write them. Pure.
import type { CellValue } from '../spreadsheets/worksheet.ts';

/** A count; undefined for an empty cell, NaN for what is none. A dash is how people write that there is nothing. */
export function countIn(cell: CellValue | null | undefined): number | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? cell : NaN;
  const text = String(cell ?? '')
    .replace(/\s/g, ' ')
    .trim();
  if (text === '') return undefined;
  if (isDash(text)) return 0;
  return /^(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d{1,9})$/.test(text)
    ? Number(text.replace(/[. ]/g, ''))
    : NaN;
}

export const isDash = (text: string): boolean => /^[-–—−]$/.test(text.trim());

/** What to do about a cell that is no count. */
export function notACount(cell: CellValue): string {
  const shown = `“${String(cell).slice(0, 40)}”`;
  if (/^\d{1,3}(,\d{3})+$/.test(String(cell).trim()))
    return `${shown} có dấu phẩy nên không rõ là số nào. Ghi số nguyên, không dấu phẩy.`;
  return `${shown} không phải số hồ sơ. Ghi số nguyên từ 0 trở lên.`;
}
