// Reads content/search/synonyms.yaml and elsewhere.yaml, the editable rules of search.
import { readYaml } from '../content/read.ts';
import type { RulesSource } from './rules.ts';
import { withoutGrounds } from './grounds.ts';
import { ElsewhereFile, RulesFile } from './rules-schema.ts';

/** Throws an Error in Vietnamese that names the place in the file. */
export async function readSearchRules(): Promise<RulesSource> {
  const [rules, elsewhere] = await Promise.all([
    readYaml('search/synonyms.yaml', RulesFile),
    readYaml('search/elsewhere.yaml', ElsewhereFile),
  ]);
  return { ...rules, elsewhere: withoutGrounds(elsewhere) };
}
