// Where the list of decisions and the library say different things of one decision. Pure.
import { byNumber } from './library.ts';
import type { LibraryDocument } from './schema.ts';

type Decided = {
  slug: string;
  number: string;
  authority: string;
  signedOn: string;
  effectiveOn: string | null;
};
type Known = Pick<LibraryDocument, 'slug' | 'number' | 'alsoNumbered' | 'issuer' | 'issuedOn' | 'effect'>;

/** Vietnamese sentences, one for each difference; a document of another day with the same number is another one. */
export function disagreement(decisions: readonly Decided[], documents: readonly Known[]): string[] {
  const find = byNumber(documents);
  return decisions.flatMap(({ slug, number, authority, signedOn, effectiveOn }) => {
    const document = find(number);
    if (!document || document.issuedOn !== signedOn) return [];
    const since = document.effect.state === 'in-force' ? document.effect.on : effectiveOn;
    const differs = (what: string, one: string, other: string) =>
      `content/decisions/${slug}.yaml và content/documents/${document.slug}.yaml ghi khác nhau về ${what}: “${one}” và “${other}”.`;
    return [
      ...(authority === document.issuer ? [] : [differs('cơ quan ban hành', authority, document.issuer)]),
      ...(effectiveOn === since
        ? []
        : [differs('ngày có hiệu lực', effectiveOn ?? 'chưa rõ', since ?? 'chưa rõ')]),
    ];
  });
}
