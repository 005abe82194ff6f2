// Which documents are not fit to be published yet, and why; what is published leads to none of them. Pure.
import type { LibraryDocument } from './schema.ts';

export type HeldBackDocument = { slug: string; name: string; reason: string };

type Judged = Pick<LibraryDocument, 'province' | 'titleFrom' | 'title' | 'effect' | 'procedures'>;

/** Why a document waits, as a Vietnamese sentence for the office; null: it is fit. `province`: the department's, as `Quảng Ngãi`. */
function whyHeldBack(document: Judged, province: string): string | null {
  if (document.province !== null && document.province !== province)
    return `Văn bản của ${document.province}, không phải của tỉnh: không đăng trên cổng của Sở.`;
  if (document.titleFrom === 'general')
    return 'Tên văn bản ghi theo hiểu biết chung: đọc ở bản chính rồi ghi sources và titleFrom: source.';
  if (document.title === null && document.effect.state === 'unknown' && document.procedures.length === 0)
    return 'Mới biết số ký hiệu: ghi trích yếu, hiệu lực và nguồn.';
  return null;
}

/** `Quảng Ngãi` of `tỉnh Quảng Ngãi`: documents name the province alone. */
export const bareProvince = (province: string): string => province.replace(/^(?:tỉnh|thành phố)\s+/iu, '');

/**
 * The library parted into what is published and what waits. Relations to a document that waits stand as to one outside
 * the library; a plan that waits is not named as one that cites.
 */
export function sortOut(
  documents: readonly LibraryDocument[],
  province: string,
): { published: LibraryDocument[]; heldBack: HeldBackDocument[] } {
  const reasons = new Map(
    documents.flatMap((document) => {
      const reason = whyHeldBack(document, province);
      return reason === null ? [] : [[document.slug, reason] as const];
    }),
  );
  const published = documents
    .filter(({ slug }) => !reasons.has(slug))
    .map((document) => ({
      ...document,
      relations: document.relations.map((relation) =>
        relation.slug !== null && reasons.has(relation.slug)
          ? { ...relation, slug: null, title: null }
          : relation,
      ),
      namedBy: document.namedBy.filter(({ slug }) => !reasons.has(slug)),
    }));
  const heldBack = documents.flatMap(({ slug, name }) => {
    const reason = reasons.get(slug);
    return reason === undefined ? [] : [{ slug, name, reason }];
  });
  return { published, heldBack };
}
