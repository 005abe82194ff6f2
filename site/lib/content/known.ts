// What content files name must exist: a wrong name stops the build with the file and the name.
import { wholeLibrary } from './documents.ts';
import { procedures, superseded } from './procedures.ts';

const procedureSlugs = new Set([...procedures, ...superseded].map(({ slug }) => slug));
const documentSlugs = new Set(wholeLibrary.map(({ slug }) => slug));

/** Throws an Error in Vietnamese when a file names a procedure or a document that there is not. */
export function checkNames(file: string, named: { procedures: string[]; documents?: string[] }): void {
  const wrong =
    named.procedures.find((slug) => !procedureSlugs.has(slug)) ??
    named.documents?.find((slug) => !documentSlugs.has(slug));
  if (wrong) throw new Error(`${file} chưa đúng: không có thủ tục hay văn bản nào tên là ${wrong}.`);
}
