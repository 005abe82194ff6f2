// Periods of whole months: how they are asked for, named and taken apart. Pure.
import { dateOf, dayNumber } from '../dates/dates.ts';

/** First and last month, `YYYY-MM`, both within. */
export type Period = { from: string; to: string };
export type Grain = 'month' | 'quarter' | 'year';

const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthOf = (index: number) =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

/** The months of a period, in order. */
export const monthsOf = ({ from, to }: Period): string[] =>
  Array.from({ length: Math.max(0, indexOf(to) - indexOf(from) + 1) }, (_, step) =>
    monthOf(indexOf(from) + step),
  );

/** `2026`, `2026-Q3` or `2026-03`: the period that a key names; undefined for anything else. */
export function periodOf(key: string): Period | undefined {
  const [, year, quarter, month] = /^(20\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/i.exec(key) ?? [];
  if (year === undefined) return undefined;
  if (month !== undefined) return { from: key, to: key };
  if (quarter === undefined) return { from: `${year}-01`, to: `${year}-12` };
  const first = (Number(quarter) - 1) * 3;
  return { from: monthOf(Number(year) * 12 + first), to: monthOf(Number(year) * 12 + first + 2) };
}

/** The key of the month, quarter or year that holds a month: `2026-03` -> `2026-Q1`. */
export function keyOf(month: string, grain: Grain): string {
  if (grain === 'month') return month;
  if (grain === 'year') return month.slice(0, 4);
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

/** The key of a period that is exactly one month, quarter or year; undefined for any other. */
export function exactKey(period: Period): string | undefined {
  return (['month', 'quarter', 'year'] as const)
    .map((grain) => keyOf(period.from, grain))
    .find((key) => {
      const named = periodOf(key);
      return named?.from === period.from && named.to === period.to;
    });
}

/** `tháng 3/2026`, `quý I/2026`, `năm 2026`, else both ends. */
export function periodName(period: Period): string {
  const key = exactKey(period);
  const spoken = (month: string) => `${Number(month.slice(5, 7))}/${month.slice(0, 4)}`;
  if (key === undefined) return `từ tháng ${spoken(period.from)} đến tháng ${spoken(period.to)}`;
  const [, year = '', quarter] = /^(\d+)(?:-Q(\d))?/.exec(key) ?? [];
  if (quarter !== undefined) return `quý ${['I', 'II', 'III', 'IV'][Number(quarter) - 1]}/${year}`;
  return key.length === 4 ? `năm ${year}` : `tháng ${spoken(key)}`;
}

/** First and last day of a period. */
export function daysOf({ from, to }: Period): { first: string; last: string } {
  return { first: `${from}-01`, last: dateOf(dayNumber(`${monthOf(indexOf(to) + 1)}-01`) - 1) };
}
