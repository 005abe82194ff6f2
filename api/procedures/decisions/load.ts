// Reads content/decisions, the newest first.
import fs from 'node:fs/promises';
import path from 'node:path';
import { readYaml } from '../../content/read.ts';
import { type Decision, DecisionFile } from './schema.ts';

/** All decisions, newest signing first. Throws an Error in Vietnamese that names the file and the place. */
export async function readDecisions(from: string): Promise<Decision[]> {
  const files = (await fs.readdir(path.join(from, 'decisions'))).filter((file) => file.endsWith('.yaml'));
  const decisions = await Promise.all(
    files.map(async (file) => ({
      slug: path.basename(file, '.yaml'),
      ...(await readYaml(from, `decisions/${file}`, DecisionFile)),
    })),
  );
  return decisions.toSorted((a, b) => (a.signedOn < b.signedOn ? 1 : a.signedOn > b.signedOn ? -1 : 0));
}
