// The library as pages show it, on the day of the build; what is not fit to be published is in the data alone.
import { getCollection } from 'astro:content';
import { fallenBases } from '../../../api/documents/fallen.ts';
import { bareProvince, sortOut } from '../../../api/documents/held-back.ts';
import { byNumber, libraryOn } from '../../../api/documents/library.ts';
import type { DocumentFile, LibraryDocument } from '../../../api/documents/schema.ts';
import { department } from './department.ts';
import { procedures, superseded } from './procedures.ts';

const entries: { id: string; data: DocumentFile }[] = await getCollection('documents');

/** Newest first, with what no page shows yet. */
export const wholeLibrary: LibraryDocument[] = libraryOn(
  entries.map(({ id, data }) => ({ slug: id, file: data })),
  [...procedures, ...superseded],
  __BUILT_ON__,
);

const { published, heldBack } = sortOut(wholeLibrary, bareProvince(department.province));

/** Newest first. */
export const documents: LibraryDocument[] = published;

/** Why a document has no page yet; null: it has one. */
export const whyNoPage = (slug: string): string | null =>
  heldBack.find((one) => one.slug === slug)?.reason ?? null;

const meant = byNumber(documents);

/** The document of the library that a number means, however it is spelt: for links from legal bases. */
export function documentByNumber(number: string): { slug: string; title: string } | undefined {
  const document = meant(number);
  return document && { slug: document.slug, title: document.title ?? document.name };
}

export const documentHref = (slug: string) => `/van-ban/${slug}`;
export const documentBySlug = (slug: string) => documents.find((document) => document.slug === slug);

const fallen = fallenBases(wholeLibrary, __BUILT_ON__);

/** The legal bases of a procedure that no longer hold on the day of the build. */
export const fallenOf = (slug: string) => fallen.get(slug) ?? [];
