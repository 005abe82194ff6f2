// How procedures are described in English (content/search/english.yaml), by slug.
import { parse } from 'yaml';
import type { EnglishProcedure, EnglishWords } from '../../../api/search/english.ts';
import { EnglishFile } from '../../../api/search/rules-schema.ts';
import source from '@content/search/english.yaml?raw';

export const englishWords: EnglishWords = EnglishFile.parse(parse(source));
const bySlug = new Map(englishWords.procedures.map((one) => [one.procedure, one]));

/** Undefined where nobody has described it yet. */
export const englishOf = (slug: string): EnglishProcedure | undefined => bySlug.get(slug);
