// One-stop dossier figures of several months put together as one period, and the months that are missing. Pure.
import type { DossierRow } from '../dossiers/row.ts';
import type { Counted } from './counting.ts';
import type { DossiersForm } from './form-schema.ts';
import { inVietnameseOrder } from '../text/order.ts';

type MonthRow = DossierRow & { month: string };
type Measures = Omit<DossierRow, 'field'>;
const nothing: Measures = {
  online: 0,
  direct: 0,
  carried: 0,
  early: 0,
  onTime: 0,
  late: 0,
  pending: 0,
  pendingLate: 0,
};

/** Every month, `YYYY-MM`, from one to another. */
export function monthsBetween(from: string, to: string): string[] {
  const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: Math.max(0, indexOf(to) - indexOf(from) + 1) }, (_, step) => {
    const index = indexOf(from) + step;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

/** Carried over is the first month's, pending the last month's; all else adds up. */
function ofPeriod(rows: readonly MonthRow[], first: string, last: string): Measures {
  const sum = { ...nothing };
  for (const row of rows) {
    for (const name of ['online', 'direct', 'early', 'onTime', 'late'] as const) sum[name] += row[name];
    if (row.month === first) sum.carried += row.carried;
    if (row.month !== last) continue;
    sum.pending += row.pending;
    sum.pendingLate += row.pendingLate;
  }
  return sum;
}

/** The figures of a period of whole months. What is missing or does not add up is named in `offending`. */
export function countDossiers(
  form: DossiersForm,
  rows: readonly MonthRow[],
  months: { from: string; to: string },
): Counted {
  const missing = monthsBetween(months.from, months.to).filter(
    (month) => !rows.some((row) => row.month === month),
  );
  const fields = [...Map.groupBy(rows, ({ field }) => field)]
    .map(([field, some]) => ({ field, sums: ofPeriod(some, months.from, months.to) }))
    .toSorted((a, b) => inVietnameseOrder(a.field, b.field));
  const valueOf = (number: string, sums: Measures, seen: readonly string[] = []): number => {
    const column = form.columns.find((one) => one.number === number);
    if (!column || seen.includes(number)) return 0;
    if ('measure' in column) return sums[column.measure];
    return column.sum.reduce((sum, inner) => sum + valueOf(inner, sums, [...seen, number]), 0);
  };
  const counted = fields.map(({ field, sums }) => ({
    key: field,
    label: field,
    sums,
    values: form.columns.map(({ number }) => valueOf(number, sums)),
  }));
  const sideOf = (numbers: readonly string[], sums: Measures) =>
    numbers.reduce((sum, number) => sum + valueOf(number, sums), 0);
  const identities = form.identities.map((identity) => {
    const both = counted.map(
      ({ sums }) => [sideOf(identity.left, sums), sideOf(identity.right, sums)] as const,
    );
    return {
      ...identity,
      leftValue: both.reduce((sum, [left]) => sum + left, 0),
      rightValue: both.reduce((sum, [, right]) => sum + right, 0),
      holds: both.every(([left, right]) => left === right),
    };
  });
  const unequal = counted.filter(({ sums }) =>
    form.identities.some(({ left, right }) => sideOf(left, sums) !== sideOf(right, sums)),
  );
  return {
    columns: form.columns.map((column) => ({
      number: column.number,
      groups: column.groups,
      label: column.label,
      sumOf:
        'sum' in column
          ? column.sum.map((number) => form.columns.findIndex((one) => one.number === number))
          : null,
    })),
    rows: counted.map(({ key, label, values }) => ({ key, label, values })),
    total: form.columns.map((_, index) => counted.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)),
    identities,
    offending: [
      ...missing.map((month) => `Chưa nhập số liệu tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`),
      ...unequal.map(
        ({ label }) => `Lĩnh vực ${label}: hồ sơ từ tháng trước và đang giải quyết không nối nhau`,
      ),
    ],
    notes: form.notes.map(({ text }) => text),
  };
}
