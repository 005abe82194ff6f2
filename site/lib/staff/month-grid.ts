// A month as weeks of seven cells, Monday first; cells outside the month are empty.
import { dateOf, dayNumber, isWeekend } from '../../../api/dates/dates.ts';

export type Cell = { date: string; day: number; weekend: boolean } | null;

/** The weeks of a month (1 to 12) of a year. */
export function weeksOf(year: number, month: number): Cell[][] {
  const start = dayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const length = dayNumber(next) - start;
  // Day 0 of the epoch was a Thursday; Monday is column 0.
  const lead = (((start + 3) % 7) + 7) % 7;
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, index): Cell => {
    const day = index - lead + 1;
    if (day < 1 || day > length) return null;
    return { date: dateOf(start + day - 1), day, weekend: isWeekend(start + day - 1) };
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
