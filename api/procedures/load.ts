// Reads content/procedures and content/versions: every file through the schema, in the order in which the portal lists them.
import path from 'node:path';
import { fewAtATime } from '../content/few-at-a-time.ts';
import { filesBelow, readYaml } from '../content/read.ts';
import { contradictions, inEndingOrder } from './decisions/contradictions.ts';
import type { Decision } from './decisions/schema.ts';
import { procedureOn, type StoredProcedure } from './on-day.ts';
import { inListOrder } from './order.ts';
import { type Procedure, ProcedureFile } from './schema.ts';
import { VersionFile } from './version.ts';

/** All procedures as they stand on `today` (YYYY-MM-DD, Việt Nam), keyed by slug, listed order. */
export function proceduresOn(
  stored: readonly StoredProcedure[],
  decisions: readonly Decision[],
  today: string,
): Map<string, Procedure> {
  const procedures = stored.map((one) => procedureOn(one, decisions, today));
  const bySlug = new Map(procedures.toSorted(inListOrder).map((procedure) => [procedure.slug, procedure]));
  for (const procedure of bySlug.values()) checkReferences(procedure, bySlug);
  return bySlug;
}

/** The files as they are written, whatever decisions make of them today; keyed by slug. */
export async function readProcedureFiles(from: string): Promise<Map<string, ProcedureFile>> {
  const files = await fewAtATime(await filesBelow(from, 'procedures', 'yaml'), (name) =>
    readFile(from, name),
  );
  return new Map(files.map(({ slug, file }) => [slug, file]));
}

/** Every file with the contents it had before; throws where files and decisions contradict each other. */
export async function readStored(from: string, decisions: readonly Decision[]): Promise<StoredProcedure[]> {
  const [files, versions] = await Promise.all([readProcedureFiles(from), readVersions(from, decisions)]);
  const stored = [...files].map(([slug, file]) => ({ slug, file, versions: versions.get(slug) ?? [] }));
  const [first] = contradictions(new Set(stored.map(({ slug }) => slug)), versions, decisions);
  if (first) throw new Error(first);
  return stored;
}

/** The contents that procedures had before, keyed by slug, in the order in which they ended. */
export async function readVersions(
  from: string,
  decisions: readonly Decision[],
): Promise<Map<string, VersionFile[]>> {
  const versions = new Map<string, VersionFile[]>();
  for (const name of await filesBelow(from, 'versions', 'yaml')) {
    const slug = path.dirname(name);
    const version = await readYaml(from, `versions/${name}`, VersionFile);
    versions.set(slug, [...(versions.get(slug) ?? []), version]);
  }
  for (const [slug, kept] of versions) versions.set(slug, inEndingOrder(kept, decisions));
  return versions;
}

async function readFile(from: string, name: string): Promise<{ slug: string; file: ProcedureFile }> {
  const slug = path.basename(name, '.yaml');
  const file = await readYaml(from, `procedures/${name}`, ProcedureFile);
  if (file.code !== null && file.code !== slug)
    throw new Error(
      `content/procedures/${name} chưa đúng: thủ tục có mã ${file.code} thì tệp phải tên ${file.code}.yaml.`,
    );
  return { slug, file };
}

function checkReferences(procedure: Procedure, bySlug: ReadonlyMap<string, Procedure>): void {
  const missing = [procedure.replacedBy, procedure.caution?.see ?? null, ...procedure.related].find(
    (slug) => slug !== null && !bySlug.has(slug),
  );
  if (missing)
    throw new Error(
      `content/procedures/${procedure.slug}.yaml chưa đúng: không có thủ tục nào tên tệp là ${missing}.yaml.`,
    );
}
