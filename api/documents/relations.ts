// Relations between documents, told from both sides although each is written once. Pure.
import { documentName } from './labels.ts';
import type { DocumentFile, Relation, RelationKind, ShownRelation } from './schema.ts';

export type Filed = { slug: string; file: DocumentFile };

const inverse: Record<RelationKind, RelationKind> = {
  amends: 'amended-by',
  'amended-by': 'amends',
  replaces: 'replaced-by',
  'replaced-by': 'replaces',
  repeals: 'repealed-by',
  'repealed-by': 'repeals',
  'based-on': 'basis-of',
  'basis-of': 'based-on',
};

/** All relations of every document, its own and those that others wrote of it; keyed by slug. */
export function relationsOf(documents: readonly Filed[]): Map<string, ShownRelation[]> {
  const bySlug = new Map(documents.map((document) => [document.slug, document.file]));
  const shown = new Map<string, ShownRelation[]>(documents.map(({ slug }) => [slug, []]));
  for (const { slug, file } of documents)
    for (const relation of file.relations) {
      const target = relation.document === null ? undefined : bySlug.get(relation.document);
      shown.get(slug)?.push(tell(relation, relation.kind, relation.document, target));
      if (relation.document !== null)
        shown.get(relation.document)?.push(tell(relation, inverse[relation.kind], slug, file));
    }
  return shown;
}

function tell(
  { number, on, part, certainty, note }: Relation,
  kind: RelationKind,
  slug: string | null,
  target: DocumentFile | undefined,
): ShownRelation {
  const name = target ? documentName(target) : (number ?? '');
  return { kind, slug: target ? slug : null, name, title: target?.title ?? null, on, part, certainty, note };
}
