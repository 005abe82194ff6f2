// Reads content/documents: every file through the schema, and every name in it must be a document's.
import fs from 'node:fs/promises';
import path from 'node:path';
import { readYaml } from '../content/read.ts';
import type { Procedure } from '../procedures/schema.ts';
import { libraryOn } from './library.ts';
import type { Filed } from './relations.ts';
import { DocumentFile, DocumentSlug, type LibraryDocument } from './schema.ts';

/** The files as they are. Throws an Error in Vietnamese that names the file and the place. */
export async function readDocumentFiles(from: string): Promise<Filed[]> {
  const names = (await fs.readdir(path.join(from, 'documents'))).filter((name) => name.endsWith('.yaml'));
  const files = await Promise.all(
    names.toSorted().map(async (name) => ({
      slug: path.basename(name, '.yaml'),
      file: await readYaml(from, `documents/${name}`, DocumentFile),
    })),
  );
  for (const filed of files) checkNames(filed, new Set(files.map(({ slug }) => slug)));
  return files;
}

/** The library as it stands on `today` (YYYY-MM-DD, Việt Nam), newest first, with what is not published yet. */
export async function readDocuments(
  from: string,
  procedures: Iterable<Procedure>,
  today: string,
): Promise<LibraryDocument[]> {
  return libraryOn(await readDocumentFiles(from), [...procedures], today);
}

function checkNames({ slug, file }: Filed, known: ReadonlySet<string>): void {
  const named = [...file.relations.flatMap(({ document }) => document ?? []), ...file.namedBy];
  const missing = named.find((name) => !known.has(name) || name === slug);
  if (missing ?? !DocumentSlug.safeParse(slug).success)
    throw new Error(
      `content/documents/${slug}.yaml chưa đúng: ${missing ? `không có văn bản nào khác tên tệp là ${missing}.yaml` : 'tên tệp chỉ gồm chữ thường không dấu, số, gạch nối'}.`,
    );
}
