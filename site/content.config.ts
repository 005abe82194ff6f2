// The collections that pages are prerendered from; the same schemas guard the API's content.
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { ProcedureFile } from '../api/procedures/schema.ts';

export const collections = {
  procedures: defineCollection({
    // The file's name is the id as it stands; the loader's own slugs would turn 1.014446 into 1014446.
    loader: glob({
      pattern: '*.yaml',
      base: './content/procedures',
      generateId: ({ entry }) => entry.replace(/\.yaml$/, ''),
    }),
    schema: ProcedureFile,
  }),
};
