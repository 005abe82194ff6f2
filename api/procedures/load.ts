// Reads content/procedures: every file through the schema, in the order in which the portal lists them.
import fs from 'node:fs/promises';
import path from 'node:path';
import { contentDir, readYaml } from '../content/read.ts';
import { inListOrder } from './order.ts';
import { type Procedure, ProcedureFile } from './schema.ts';

/** All procedures keyed by slug, listed order. Throws an Error in Vietnamese that names the file and the place. */
export async function readProcedures(): Promise<Map<string, Procedure>> {
  const files = (await fs.readdir(path.join(contentDir, 'procedures'))).filter((file) =>
    file.endsWith('.yaml'),
  );
  const procedures = await Promise.all(files.map(readProcedure));
  const bySlug = new Map(procedures.toSorted(inListOrder).map((procedure) => [procedure.slug, procedure]));
  for (const procedure of bySlug.values()) checkReferences(procedure, bySlug);
  return bySlug;
}

async function readProcedure(file: string): Promise<Procedure> {
  const slug = path.basename(file, '.yaml');
  const procedure = await readYaml(`procedures/${file}`, ProcedureFile);
  if (procedure.code !== null && procedure.code !== slug)
    throw new Error(
      `content/procedures/${file} chưa đúng: thủ tục có mã ${procedure.code} thì tệp phải tên ${procedure.code}.yaml.`,
    );
  return { slug, ...procedure };
}

function checkReferences(procedure: Procedure, bySlug: ReadonlyMap<string, Procedure>): void {
  const missing = [procedure.replacedBy, ...procedure.related].find(
    (slug) => slug !== null && !bySlug.has(slug),
  );
  if (missing)
    throw new Error(
      `content/procedures/${procedure.slug}.yaml chưa đúng: không có thủ tục nào tên tệp là ${missing}.yaml.`,
    );
}
