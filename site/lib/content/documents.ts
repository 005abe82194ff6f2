// The library as pages show it, on the day of the build.
import { getCollection } from 'astro:content';
import { fallenBases } from '../../../api/documents/fallen.ts';
import { byNumber, libraryOn } from '../../../api/documents/library.ts';
import type { DocumentFile, LibraryDocument } from '../../../api/documents/schema.ts';
import { procedures, superseded } from './procedures.ts';

const entries: { id: string; data: DocumentFile }[] = await getCollection('documents');

/** Newest first. */
export const documents: LibraryDocument[] = libraryOn(
  entries.map(({ id, data }) => ({ slug: id, file: data })),
  [...procedures, ...superseded],
  __BUILT_ON__,
);

const meant = byNumber(documents);

/** The document of the library that a number means, however it is spelt: for links from legal bases. */
export function documentByNumber(number: string): { slug: string; title: string } | undefined {
  const document = meant(number);
  return document && { slug: document.slug, title: document.title ?? document.name };
}

export const documentHref = (slug: string) => `/van-ban/${slug}`;
export const documentBySlug = (slug: string) => documents.find((document) => document.slug === slug);

const fallen = fallenBases(documents, __BUILT_ON__);

/** The legal bases of a procedure that no longer hold on the day of the build. */
export const fallenOf = (slug: string) => fallen.get(slug) ?? [];
