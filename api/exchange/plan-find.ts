// Which procedure of the content a line of a file is about.
import type { ProcedureFile } from '../procedures/schema.ts';
import type { Incoming, Named } from './incoming.ts';
import { sameName } from './words.ts';

/** The file that a line is about: by its file's name, its code, or a name that only one has; null: none. */
export function findProcedure(
  { slug, code, name }: Pick<Incoming, 'slug' | 'code' | 'name'>,
  files: ReadonlyMap<string, ProcedureFile>,
): string | null {
  if (slug !== null && files.has(slug)) return slug;
  if (code !== null && files.has(code)) return code;
  const [only, ...more] = namesakes({ code, name }, files);
  return only !== undefined && more.length === 0 ? only : null;
}

/** Files of the same name; a code belongs to one procedure, so beside a code only those without one can be meant. */
export function namesakes(
  { code, name }: Pick<Incoming, 'code' | 'name'>,
  files: ReadonlyMap<string, ProcedureFile>,
): string[] {
  return [...files]
    .filter(([, file]) => sameName(file.name, name) && (code === null || file.code === null))
    .map(([slug]) => slug);
}

export const findNamed = ({ code, name }: Named, files: ReadonlyMap<string, ProcedureFile>) =>
  findProcedure({ slug: null, code, name: name ?? '' }, files);
