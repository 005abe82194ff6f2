// What the department still owes each procedure that it publishes: a basis that holds, parts, a review, a decision. Pure.
import { z } from 'zod';
import { completeness } from './completeness.ts';
import { FallenBasis } from './fallen.ts';
import { isSuperseded } from './order.ts';
import type { Procedure } from './schema.ts';

/** What can be owed, as addresses carry it. */
export const Duty = z.enum(['can-cu', 'bo-phan', 'ra-soat', 'ra-soat-lai', 'quyet-dinh']);
export type Duty = z.infer<typeof Duty>;

export const Upkeep = z.strictObject({
  slug: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  field: z.string(),
  done: z.int(),
  of: z.int(),
  lacking: z.array(z.string()),
  /** Null: the department has not reviewed it. */
  reviewedOn: z.iso.date().nullable(),
  /** The number of the decision that published it here; null: none is known. */
  decision: z.string().nullable(),
  /** Legal bases that no longer hold, by what the library knows. */
  fallen: z.array(FallenBasis),
  duties: z.array(Duty),
});
export type Upkeep = z.infer<typeof Upkeep>;

/**
 * Every procedure still in use, those with the most to do first, then the longest unreviewed. `today` is a date in
 * Việt Nam; a review older than `months` (the department's own rule; null: none) is to be done again.
 * `fallenBases`: by slug.
 */
export function upkeepOf(
  procedures: Iterable<Procedure>,
  today: string,
  months: number | null,
  fallenBases: ReadonlyMap<string, FallenBasis[]> = new Map(),
): Upkeep[] {
  const oldest = months === null ? null : monthsBefore(today, months);
  return [...procedures]
    .filter((procedure) => !isSuperseded(procedure))
    .map((procedure) => {
      const { slug, code, name, field, review, decisions } = procedure;
      const reviewedOn = review.state === 'confirmed' ? review.on : null;
      const decision = (decisions.province ?? decisions.ministry)?.number ?? null;
      const { done, of, lacking } = completeness(procedure);
      const fallen = fallenBases.get(slug) ?? [];
      const owed: [Duty, boolean][] = [
        ['can-cu', fallen.length > 0],
        ['bo-phan', done < of],
        ['ra-soat', reviewedOn === null],
        ['ra-soat-lai', reviewedOn !== null && oldest !== null && reviewedOn < oldest],
        ['quyet-dinh', decision === null],
      ];
      const duties = owed.flatMap(([duty, isOwed]) => (isOwed ? [duty] : []));
      return { slug, code, name, field, done, of, lacking, reviewedOn, decision, fallen, duties };
    })
    .toSorted(
      (a, b) =>
        b.duties.length - a.duties.length ||
        a.done - b.done ||
        compare(a.reviewedOn ?? '', b.reviewedOn ?? '') ||
        compare(a.slug, b.slug),
    );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The same day so many months before; of a month without that day, its last. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
