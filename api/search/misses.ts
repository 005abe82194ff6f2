// What is kept of a search that found nothing: its folded words, no numbers that could belong to a person. Pure.
import { z } from 'zod';
import { wordsOf } from './text.ts';

const longest = 100;
// Six figures or more, also with spaces, points or hyphens between them: telephone, identity and case numbers.
const longNumber = /\d(?:[\s.,()-]*\d){5,}/g;
const address = /\S+@\S+/g;

/** The words to count, or null where nothing worth counting is left. */
export function missOf(query: string): string | null {
  const text = query.slice(0, 200).normalize('NFC').replace(address, ' ').replace(longNumber, ' ');
  const words = wordsOf(text).map(({ fold }) => fold);
  while (words.join(' ').length > longest) words.pop();
  return words.join(' ').trim() || null;
}

export const SearchMiss = z.object({ query: z.string(), count: z.int(), lastOn: z.string() });
export type SearchMiss = z.infer<typeof SearchMiss>;

/** The lines to copy into content/search/synonyms.yaml; what the words mean is left for a person to write. */
export const snippetFor = (query: string): string => `  - say: [${JSON.stringify(query)}]\n    means: [""]`;
