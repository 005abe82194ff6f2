// The days that a report covers: any from and to, and the usual ones by name. Pure.
import { z } from 'zod';
import { dateOf, dayNumber, vietnameseDate } from '../dates/dates.ts';

const day = (what: string) =>
  z.iso.date(`Ghi ${what} theo dạng năm-tháng-ngày, như 2026-01-01.`).refine((on) => on >= '2000', {
    error: 'Ngày này quá xa trong quá khứ.',
  });

/** First and last day (Việt Nam), both within. */
export const ReportPeriod = z.strictObject({ from: day('ngày đầu kỳ'), to: day('ngày cuối kỳ') });
export type ReportPeriod = z.infer<typeof ReportPeriod>;

const roman = ['I', 'II', 'III', 'IV'];
const firstOf = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`;

/** Whole months from one to another of a year, 1 to 12. */
function months(year: number, from: number, to: number): ReportPeriod {
  const after = to === 12 ? firstOf(year + 1, 1) : firstOf(year, to + 1);
  return { from: firstOf(year, from), to: dateOf(dayNumber(after) - 1) };
}

/** The usual periods of a year, by name: quarters, halves, nine months, the year; then its months. */
export function usualPeriods(year: number): (ReportPeriod & { name: string })[] {
  return [
    ...roman.map((name, index) => ({ name: `Quý ${name}`, ...months(year, 3 * index + 1, 3 * index + 3) })),
    { name: '6 tháng đầu năm', ...months(year, 1, 6) },
    { name: '6 tháng cuối năm', ...months(year, 7, 12) },
    { name: 'Cả năm', ...months(year, 1, 12) },
    ...Array.from({ length: 12 }, (_, index) => ({
      name: `Tháng ${index + 1}`,
      ...months(year, index + 1, index + 1),
    })),
  ];
}

/** `Quý I năm 2026 (từ ngày 01/01/2026 đến hết ngày 31/3/2026)`. */
export function periodWords({ from, to }: ReportPeriod): string {
  const year = Number(from.slice(0, 4));
  const usual = usualPeriods(year).find((period) => period.from === from && period.to === to);
  const days = `từ ngày ${vietnameseDate(from)} đến hết ngày ${vietnameseDate(to)}`;
  if (!usual) return days.replace('từ', 'Từ');
  return usual.name === 'Cả năm' ? `Năm ${year} (${days})` : `${usual.name} năm ${year} (${days})`;
}

/** The months, `YYYY-MM`, of a period that is made of whole months; undefined for any other. */
export function wholeMonths({ from, to }: ReportPeriod): { from: string; to: string } | undefined {
  const isWhole = from.endsWith('-01') && dateOf(dayNumber(to) + 1).endsWith('-01');
  return isWhole ? { from: from.slice(0, 7), to: to.slice(0, 7) } : undefined;
}
