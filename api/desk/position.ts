// The how-manieth a case is in a list, as far as that is worth counting. Pure.

/** Further than this nobody counts: who has that much before them wants a filter, not a number. */
export const countedAtMost = 500;

type Counted = { before: number | null; after: number | null; most: number };

/** From how many stand before and after it, each counted up to `most`; null where it is further than that, or nobody asked. */
export function positionOf({ before, after, most }: Counted): {
  position: number | null;
  total: number | null;
} {
  const position = before === null || before >= most ? null : before + 1;
  const total = position === null || after === null || after >= most ? null : position + after;
  return { position, total };
}
