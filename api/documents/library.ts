// The library as it stands on a day: every document with its effect, its relations, its plans and its procedures. Pure.
import { isGiven } from '../procedures/part.ts';
import type { Procedure } from '../procedures/schema.ts';
import { effectOn } from './effect.ts';
import { documentName } from './labels.ts';
import { normaliseNumber, yearInNumber } from './number.ts';
import { type Filed, relationsOf } from './relations.ts';
import type { DocumentFile, LibraryDocument, Link } from './schema.ts';
import { inVietnameseOrder } from '../text/order.ts';

type Resting = Pick<Procedure, 'slug' | 'name' | 'legalBasis'>;

/** Newest first, then by name. `today` is a date in Việt Nam. `procedures`: those whose legal bases count. */
export function libraryOn(
  files: readonly Filed[],
  procedures: readonly Resting[],
  today: string,
): LibraryDocument[] {
  const relations = relationsOf(files);
  const names = new Map(files.map(({ slug, file }) => [slug, documentName(file)]));
  const resting = proceduresByNumber(procedures);
  return files
    .map(({ slug, file }): LibraryDocument => {
      const { number, alsoNumbered, kind, issuer, province, issuedOn, title } = file;
      const { titleFrom, period, file: address, sources, note, evidence } = file;
      const related = relations.get(slug) ?? [];
      return {
        slug,
        name: documentName(file),
        number,
        kind,
        issuer,
        province,
        issuedOn,
        year: yearOf(file),
        title,
        effect: effectOn(file, related, today),
        alsoNumbered,
        titleFrom,
        period,
        relations: related,
        namedBy: file.namedBy.map((plan) => ({ slug: plan, name: names.get(plan) ?? plan })),
        procedures: numbersOf(file).flatMap((one) => resting.get(normaliseNumber(one)) ?? []),
        file: address,
        sources,
        note,
        evidence,
      };
    })
    .toSorted(newestFirst);
}

/** The document that a number means, in whatever spelling; undefined where none or more than one does. */
export function byNumber<Numbered extends Pick<LibraryDocument, 'number' | 'alsoNumbered'>>(
  documents: readonly Numbered[],
): (number: string) => Numbered | undefined {
  const meant = Map.groupBy(
    documents.flatMap((document) =>
      [...new Set(numbersOf(document).map(normaliseNumber))].map((number) => ({ number, document })),
    ),
    ({ number }) => number,
  );
  return (number) => {
    const [one, another] = meant.get(normaliseNumber(number)) ?? [];
    return another ? undefined : one?.document;
  };
}

const numbersOf = ({ number, alsoNumbered }: Pick<DocumentFile, 'number' | 'alsoNumbered'>) =>
  number === null ? alsoNumbered : [number, ...alsoNumbered];

function yearOf({ issuedOn, year, number }: DocumentFile): number | null {
  if (issuedOn) return Number(issuedOn.slice(0, 4));
  return year ?? (number === null ? null : yearInNumber(number));
}

function proceduresByNumber(procedures: readonly Resting[]): Map<string, Link[]> {
  const resting = new Map<string, Link[]>();
  for (const { slug, name, legalBasis } of procedures)
    for (const number of new Set(
      isGiven(legalBasis)
        ? legalBasis.flatMap((basis) => (basis.number ? [normaliseNumber(basis.number)] : []))
        : [],
    ))
      resting.set(number, [...(resting.get(number) ?? []), { slug, name }]);
  return resting;
}

function newestFirst(a: LibraryDocument, b: LibraryDocument): number {
  const day = ({ issuedOn, year }: LibraryDocument) => issuedOn ?? `${year ?? '0000'}-00-00`;
  if (day(a) !== day(b)) return day(a) < day(b) ? 1 : -1;
  return inVietnameseOrder(a.name, b.name);
}

/** What of a document is its own: a procedure that comes to rest on it is no change of the document. */
export function publishedDocument({
  procedures: _,
  ...document
}: LibraryDocument): Omit<LibraryDocument, 'procedures'> {
  return document;
}
