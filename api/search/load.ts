// Reads content/search/synonyms.yaml and elsewhere.yaml, the editable rules of search.
import { readYaml } from '../content/read.ts';
import type { RulesSource } from './rules.ts';
import { withoutGrounds } from './grounds.ts';
import { ElsewhereFile, RulesFile } from './rules-schema.ts';

const readElsewhere = () => readYaml('search/elsewhere.yaml', ElsewhereFile);

/** Whose competence nobody has looked up yet, as `matter: body`: answered all the same, and told to the office. */
export async function readUnsureElsewhere(): Promise<string[]> {
  const entries = await readElsewhere();
  return entries.flatMap(({ title, body, certainty }) =>
    certainty === 'general' ? [`${title}: ${body}`] : [],
  );
}

/** Throws an Error in Vietnamese that names the place in the file. */
export async function readSearchRules(): Promise<RulesSource> {
  const [rules, elsewhere] = await Promise.all([
    readYaml('search/synonyms.yaml', RulesFile),
    readElsewhere(),
  ]);
  return { ...rules, elsewhere: withoutGrounds(elsewhere) };
}
