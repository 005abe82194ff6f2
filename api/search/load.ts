// Reads content/search/synonyms.yaml, elsewhere.yaml and english.yaml, the editable rules of search.
import { readYaml } from '../content/read.ts';
import type { RulesSource } from './rules.ts';
import { withEnglish } from './english.ts';
import { withoutGrounds } from './grounds.ts';
import { ElsewhereFile, EnglishFile, RulesFile } from './rules-schema.ts';

/**
 * The rules, and whose competence nobody has looked up yet, as `matter: body`: answered all the same, and told to the
 * office. Throws an Error in Vietnamese that names the place in the file.
 */
export async function readSearchRules(
  from: string,
): Promise<{ searchRules: RulesSource; unsureElsewhere: string[] }> {
  const [rules, elsewhere, english] = await Promise.all([
    readYaml(from, 'search/synonyms.yaml', RulesFile),
    readYaml(from, 'search/elsewhere.yaml', ElsewhereFile),
    readYaml(from, 'search/english.yaml', EnglishFile),
  ]);
  return {
    searchRules: { ...withEnglish(rules, english), elsewhere: withoutGrounds(elsewhere) },
    unsureElsewhere: elsewhere.flatMap(({ title, body, certainty }) =>
      certainty === 'general' ? [`${title}: ${body}`] : [],
    ),
  };
}
