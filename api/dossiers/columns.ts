// The columns of the form II.06a/VPCP/KSTT and the row that numbers them. Pure.
import type { CellValue } from '../spreadsheets/worksheet.ts';

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
export type ColumnName = (typeof columns)[number]['name'];
export type Places = ReadonlyMap<ColumnName, number>;

export const counted = [
  'online',
  'direct',
  'carried',
  'early',
  'onTime',
  'late',
  'pending',
  'pendingLate',
] as const;
export const totalled = ['received', 'settled', 'open'] as const;

export const labelOf = (name: ColumnName): string => columns.find((one) => one.name === name)?.label ?? '';

/** Where each column stands, when a row is the one that numbers them: (1), 2, [3] … 13. */
export function placesIn(row: readonly CellValue[]): Places | undefined {
  if (row.length < columns.length) return undefined;
  const numbers = row.map((cell) =>
    Number(/^[([]?(\d{1,2})[)\]]?(?:\s*=.*)?$/.exec(String(cell).trim())?.[1] ?? NaN),
  );
  const places = new Map(columns.map(({ name }, index) => [name, numbers.indexOf(index + 1)] as const));
  return [...places.values()].every((place) => place >= 0) ? places : undefined;
}
