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

const counts = ['online', 'direct', 'carried', 'early', 'onTime', 'late', 'pending', 'pendingLate'] as const;

/** The column sums of some rows. */
export function sumOf(rows: readonly Omit<DossierRow, 'field'>[]): Omit<DossierRow, 'field'> {
  const sum = { online: 0, direct: 0, carried: 0, early: 0, onTime: 0, late: 0, pending: 0, pendingLate: 0 };
  for (const row of rows) for (const name of counts) sum[name] += row[name];
  return sum;
}
