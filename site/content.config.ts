// The collections that pages are prerendered from; the same schemas guard the API's content.
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { DecisionFile } from '../api/decisions/schema.ts';
import { ProcedureFile } from '../api/procedures/schema.ts';
import { RulesFile } from '../api/search/rules-schema.ts';
import { VersionFile } from '../api/procedures/version.ts';

// The file's name is the id as it stands; the loader's own slugs would turn 1.014446 into 1014446.
const yamlIn = (folder: string) =>
  glob({
    pattern: '**/*.yaml',
    base: `./content/${folder}`,
    generateId: ({ entry }) => entry.replace(/\.yaml$/, ''),
  });

export const collections = {
  procedures: defineCollection({ loader: yamlIn('procedures'), schema: ProcedureFile }),
  versions: defineCollection({ loader: yamlIn('versions'), schema: VersionFile }),
  search: defineCollection({ loader: yamlIn('search'), schema: RulesFile }),
  decisions: defineCollection({ loader: yamlIn('decisions'), schema: DecisionFile }),
};
