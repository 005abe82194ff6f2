// Which procedures rest on documents that no longer hold, by what the library knows. Pure.
import type { FallenBasis } from '../procedures/fallen.ts';
import type { LibraryDocument } from './schema.ts';

type Known = Pick<LibraryDocument, 'slug' | 'name' | 'effect' | 'relations' | 'procedures'>;

/**
 * The fallen bases of each procedure by its slug, on a day (YYYY-MM-DD, Việt Nam). A document that fell in part is told
 * with that part; what is known to fall later, or may have fallen, is not told.
 */
export function fallenBases(documents: Iterable<Known>, today: string): Map<string, FallenBasis[]> {
  const fallen = new Map<string, FallenBasis[]>();
  for (const document of documents)
    for (const basis of fallenParts(document, today))
      for (const { slug } of document.procedures) fallen.set(slug, [...(fallen.get(slug) ?? []), basis]);
  return fallen;
}

function fallenParts({ slug, name, effect, relations }: Known, today: string): FallenBasis[] {
  const ended = relations.filter(
    ({ kind, on, part }) =>
      (kind === 'replaced-by' || kind === 'repealed-by') && (on === null ? part === null : on <= today),
  );
  const whole = ended.find(({ part }) => part === null);
  const toBasis = (relation: (typeof ended)[number]): FallenBasis => ({
    slug,
    name,
    part: relation.part,
    on: relation.on,
    by: relation.name,
    isReplaced: relation.kind === 'replaced-by',
    certainty: relation.certainty,
  });
  if (whole) return [toBasis(whole)];
  if (effect.state === 'ended' || effect.state === 'replaced')
    return [
      { slug, name, part: null, on: effect.on, by: null, isReplaced: false, certainty: effect.certainty },
    ];
  return ended.map(toBasis);
}
