// One line of the one-stop figures: a field in a month, in the columns of II.06a/VPCP/KSTT. Pure.
import { z } from 'zod';

const Count = z.int().min(0).max(10_000_000);

/** Columns 4 to 6, 8 to 10 and 12 to 13 of II.06a; the totals 3, 7 and 11 follow from them. */
export const DossierRow = z.strictObject({
  field: z.string().trim().normalize('NFC').min(1).max(200),
  online: Count,
  direct: Count,
  carried: Count,
  early: Count,
  onTime: Count,
  late: Count,
  pending: Count,
  pendingLate: Count,
});
export type DossierRow = z.infer<typeof DossierRow>;

export const receivedOf = ({ online, direct, carried }: Omit<DossierRow, 'field'>): number =>
  online + direct + carried;
export const settledOf = ({ early, onTime, late }: Omit<DossierRow, 'field'>): number =>
  early + onTime + late;
export const openOf = ({ pending, pendingLate }: Omit<DossierRow, 'field'>): number => pending + pendingLate;

/** What each count is, in the words of II.06a. */
export const countLabels = {
  online: 'Tiếp nhận trực tuyến',
  direct: 'Tiếp nhận trực tiếp, bưu chính',
  carried: 'Từ kỳ trước chuyển qua',
  early: 'Đã giải quyết trước hạn',
  onTime: 'Đã giải quyết đúng hạn',
  late: 'Đã giải quyết quá hạn',
  pending: 'Đang giải quyết trong hạn',
  pendingLate: 'Đang giải quyết quá hạn',
} as const;
export const countNames = Object.keys(countLabels) as (keyof typeof countLabels)[];

/** The column sums of some rows. */
export function sumOf(rows: readonly Omit<DossierRow, 'field'>[]): Omit<DossierRow, 'field'> {
  const sum = { online: 0, direct: 0, carried: 0, early: 0, onTime: 0, late: 0, pending: 0, pendingLate: 0 };
  for (const row of rows) for (const name of countNames) sum[name] += row[name];
  return sum;
}

export type Break = { field: string; carried: number; before: number };

/** Where what is carried over is not what the month before left open, field by field; a field it did not have left none. */
export function breaksBetween(before: readonly DossierRow[], rows: readonly DossierRow[]): Break[] {
  if (before.length === 0) return [];
  const left = new Map(
    before.map((row) => [row.field.toLowerCase(), { field: row.field, open: openOf(row) }]),
  );
  const now = new Map(rows.map((row) => [row.field.toLowerCase(), row]));
  return [
    ...rows.map(({ field, carried }) => ({
      field,
      carried,
      before: left.get(field.toLowerCase())?.open ?? 0,
    })),
    ...[...left]
      .filter(([key]) => !now.has(key))
      .map(([, { field, open }]) => ({ field, carried: 0, before: open })),
  ].filter((one) => one.carried !== one.before);
}
