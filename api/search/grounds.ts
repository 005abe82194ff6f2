// What a search needs of content/search/elsewhere.yaml: the grounds of competence stay in the file. Pure.
import type { z } from 'zod';
import type { ElsewhereSource } from './rules.ts';
import type { ElsewhereFile } from './rules-schema.ts';

export const withoutGrounds = (entries: z.infer<typeof ElsewhereFile>): ElsewhereSource[] =>
  entries.map(({ source: _, certainty: __, ...entry }) => entry);
