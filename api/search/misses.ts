// What is kept of a search that found nothing: its folded words, and nothing in them that could tell of a person. Pure.
import { z } from 'zod';
import { findPersonalData } from '../cases/privacy/masking.ts';
import { withoutNames } from './person-names.ts';
import { wordsOf } from './text.ts';

const read = 200;
const longest = 100;
// Six figures or more, also with spaces, points or hyphens between them: telephone, identity and case numbers.
const longNumber = /\d(?:[\s.,()-]*\d){5,}/g;
const date = /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/g;
const address = /\S+\s?@\s?\S+/g;

/** The words to count, or null where nothing worth counting is left. */
export function missOf(query: string): string | null {
  const text = hidden(wholeWords(query).normalize('NFC'))
    .replace(address, ' ')
    .replace(date, ' ')
    .replace(longNumber, ' ');
  const words = withoutNames(wordsOf(text), text).map(({ fold }) => fold);
  while (words.join(' ').length > longest) words.pop();
  return words.join(' ').trim() || null;
}

// What was cut in two (a number, an address) is no longer known for what it is.
const wholeWords = (query: string): string =>
  query.length <= read ? query : query.slice(0, read).replace(/\S+$/, '');

// Telephones, identity numbers, e-mails, plates, houses and titled names, as they are found in answers to be published.
function hidden(text: string): string {
  let end = 0;
  let kept = '';
  for (const found of findPersonalData(text, { name: '' })) {
    kept += `${text.slice(end, found.start)} `;
    end = found.end;
  }
  return kept + text.slice(end);
}

export const SearchMiss = z.object({ query: z.string(), count: z.int(), lastOn: z.string() });
export type SearchMiss = z.infer<typeof SearchMiss>;

/** The lines to copy into content/search/synonyms.yaml; what the words mean is left for a person to write. */
export const snippetFor = (query: string): string => `  - say: [${JSON.stringify(query)}]\n    means: [""]`;
