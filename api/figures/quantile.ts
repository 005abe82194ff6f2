// Quantiles read off a histogram, exactly as off the sorted list of all values. Pure.

/**
 * The smallest value that at least `share` of the counted values do not exceed (nearest rank): the 0.5 of 1, 2, 3, 4 is
 * 2, the 0.9 of 1 … 10 is 9. Null when nothing was counted.
 */
export function quantile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (const [value, n] of [...counts].toSorted(([one], [other]) => one - other)) {
    seen += n;
    if (seen >= rank) return value;
  }
  return null;
}
