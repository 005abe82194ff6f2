// Reads content/search/synonyms.yaml, the editable rules of search.
import { readYaml } from '../content/read.ts';
import type { RulesSource } from './rules.ts';
import { RulesFile } from './rules-schema.ts';

/** Throws an Error in Vietnamese that names the place in the file. */
export const readSearchRules = (): Promise<RulesSource> => readYaml('search/synonyms.yaml', RulesFile);
