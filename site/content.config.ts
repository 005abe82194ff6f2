// The collections that pages are prerendered from; the same schemas guard the API's content.
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DecisionFile } from '../api/procedures/decisions/schema.ts';
import { DocumentFile } from '../api/documents/schema.ts';
import { GuideFront } from '../api/guides/schema.ts';
import { newsFront } from '../api/news/schema.ts';
import { EnglishPrivacyFront, PrivacyFront } from '../api/privacy/schema.ts';
import { ProcedureFile } from '../api/procedures/schema.ts';
import { RulesFile } from '../api/search/rules-schema.ts';
import { VersionFile } from '../api/procedures/version.ts';
import { QaFile } from '../api/qa/schema.ts';
import { StaticPage } from '../api/static-pages/schema.ts';

// The file's name is the id as it stands; the loader's own slugs would turn 1.014446 into 1014446.
const filesIn = (folder: string, extension: string, name = '**/*') =>
  glob({
    pattern: `${name}.${extension}`,
    base: pathToFileURL(path.join(__CONTENT_DIR__, folder)),
    generateId: ({ entry }) => entry.slice(0, -extension.length - 1),
  });
const yamlIn = (folder: string, name?: string) => filesIn(folder, 'yaml', name);
const textIn = (folder: string) => filesIn(folder, 'md');

export const collections = {
  procedures: defineCollection({ loader: yamlIn('procedures'), schema: ProcedureFile }),
  versions: defineCollection({ loader: yamlIn('versions'), schema: VersionFile }),
  qa: defineCollection({ loader: yamlIn('qa'), schema: QaFile }),
  guides: defineCollection({ loader: textIn('guides'), schema: GuideFront }),
  privacy: defineCollection({ loader: textIn('privacy'), schema: PrivacyFront }),
  english: defineCollection({ loader: textIn('english'), schema: EnglishPrivacyFront }),
  pages: defineCollection({ loader: textIn('pages'), schema: StaticPage }),
  news: defineCollection({ loader: textIn('news'), schema: ({ image }) => newsFront(image()) }),
  documents: defineCollection({ loader: yamlIn('documents'), schema: DocumentFile }),
  search: defineCollection({ loader: yamlIn('search', 'synonyms'), schema: RulesFile }),
  decisions: defineCollection({ loader: yamlIn('decisions'), schema: DecisionFile }),
};
