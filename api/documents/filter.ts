// Which documents a reader asks for: by words, kind, issuer, year and effect. Pure; used by the page and the API.
import { z } from 'zod';
import { fold } from '../text/fold.ts';
import { normaliseNumber } from './number.ts';
import { EffectState, type LibraryDocument } from './schema.ts';

export const DocumentFilter = z.strictObject({
  q: z.string().trim().normalize('NFC').max(120).optional(),
  kind: z.string().trim().normalize('NFC').max(120).optional(),
  issuer: z.string().trim().normalize('NFC').max(200).optional(),
  year: z.coerce.number().int().min(1945).max(2100).optional(),
  effect: EffectState.optional(),
});
export type DocumentFilter = z.infer<typeof DocumentFilter>;

/** Every word must occur, marks aside, in name, title or issuer; a number is found in any spelling. */
export function filterDocuments(
  documents: readonly LibraryDocument[],
  { q = '', kind, issuer, year, effect }: DocumentFilter,
): LibraryDocument[] {
  const words = fold(q).split(' ').filter(Boolean);
  const number = normaliseNumber(q);
  const isMeant = (document: LibraryDocument) => {
    if (words.length === 0) return true;
    const numbers = [document.number, ...document.alsoNumbered].filter((one) => one !== null);
    if (/\d/.test(number) && numbers.some((one) => normaliseNumber(one).startsWith(number))) return true;
    const text = fold([document.name, document.title ?? '', document.issuer, ...numbers].join(' '));
    return words.every((word) => text.includes(word));
  };
  return documents.filter(
    (document) =>
      (kind === undefined || document.kind === kind) &&
      (issuer === undefined || document.issuer === issuer) &&
      (year === undefined || document.year === year) &&
      (effect === undefined || document.effect.state === effect) &&
      isMeant(document),
  );
}
