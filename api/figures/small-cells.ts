// Cells that could point at a person are not shown, nor can they be had by subtraction. Pure.
import { keyOf, type Grain } from './period.ts';

/** Fewer than this is not shown (§4.6.1, NĐ 61/2018/NĐ-CP: ý kiến đánh giá không gắn với một người). */
export const fewest = 5;

/**
 * Which parts of a published total are hidden: those of 1 to 4, and then the smallest of the others until what is
 * hidden adds up to 5 or more, so that total minus shown parts is no small cell either. Empty parts stay visible.
 */
export function hiddenParts(parts: ReadonlyMap<string, number>): Set<string> {
  const small = [...parts].filter(([, n]) => n > 0 && n < fewest);
  const hidden = new Set(small.map(([key]) => key));
  let sum = small.reduce((total, [, n]) => total + n, 0);
  if (sum === 0) return hidden;
  const others = [...parts].filter(([, n]) => n >= fewest).toSorted(([, one], [, other]) => one - other);
  for (const [key, n] of others) {
    if (sum >= fewest) break;
    hidden.add(key);
    sum += n;
  }
  return hidden;
}

/**
 * Which keys (`2026`, `2026-Q1`, `2026-03`) of a year may be shown, given how many there were in each month. A hidden
 * quarter hides its months, a hidden year everything.
 */
export function shownTimes(perMonth: ReadonlyMap<string, number>): Set<string> {
  const sums = (grain: Grain, within: (month: string) => boolean) => {
    const parts = new Map<string, number>();
    for (const [month, n] of perMonth)
      if (within(month)) parts.set(keyOf(month, grain), (parts.get(keyOf(month, grain)) ?? 0) + n);
    return parts;
  };
  const shown = new Set<string>();
  for (const [year, total] of sums('year', () => true)) {
    if (total > 0 && total < fewest) continue;
    shown.add(year);
    const quarters = sums('quarter', (month) => keyOf(month, 'year') === year);
    const hiddenQuarters = hiddenParts(quarters);
    for (const quarter of quarters.keys()) {
      if (hiddenQuarters.has(quarter)) continue;
      shown.add(quarter);
      const months = sums('month', (month) => keyOf(month, 'quarter') === quarter);
      const hiddenMonths = hiddenParts(months);
      for (const month of months.keys()) if (!hiddenMonths.has(month)) shown.add(month);
    }
  }
  return shown;
}

/**
 * Which procedures of a year may be named: those with 5 cases or more. Where the unnamed ones of a field come to fewer
 * than 5 together, the smallest named ones are taken back, since the field's own total is public. A procedure that has
 * left the list is never named.
 */
export function namedProcedures(
  received: ReadonlyMap<string, number>,
  fieldOf: ReadonlyMap<string, string>,
): Set<string> {
  const named = new Set<string>();
  for (const field of new Set(fieldOf.values())) {
    const parts = new Map([...received].filter(([slug, n]) => n > 0 && fieldOf.get(slug) === field));
    const hidden = hiddenParts(parts);
    for (const slug of parts.keys()) if (!hidden.has(slug)) named.add(slug);
  }
  return named;
}
