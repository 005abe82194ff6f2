// A refusal in English. Whoever refuses says it in Vietnamese; its English twin is found by the sentence. Pure.
import { problems, type ProblemCode } from '../problem.ts';
import { doorSentences } from './door-sentences.ts';
import { fileSentences } from './file-sentences.ts';
import { formSentences } from './form-sentences.ts';
import { englishTitles } from './titles.ts';

/** A sentence with places to fill in, cut at its places: `Longer than {n} signs` -> `Longer than `, n, ` signs`. */
type Pattern = { fixed: string[]; names: string[]; english: string };

const titles = (Object.entries(problems) as [ProblemCode, { title: string }][]).map(
  ([code, { title }]) => [title, englishTitles[code]] as const,
);
export const sentences: Readonly<Record<string, string>> = {
  ...Object.fromEntries(titles),
  ...formSentences,
  ...fileSentences,
  ...doorSentences,
};
// What says most for itself is tried first: a pattern of a few signs would take a longer one's sentence.
const patterns: Pattern[] = Object.entries(sentences)
  .filter(([vietnamese]) => vietnamese.includes('{'))
  .map(([vietnamese, english]) => ({
    fixed: vietnamese.split(/\{\w+\}/),
    names: [...vietnamese.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    english,
  }))
  .toSorted((one, other) => weight(other) - weight(one));

function weight({ fixed }: Pattern): number {
  return fixed.reduce((sum, { length }) => sum + length, 0);
}

/** What stands at the places of a pattern; undefined where the sentence is another. Each sign is looked at once. */
function filledIn(sentence: string, { fixed, names }: Pattern): Map<string, string> | undefined {
  const [start = '', ...rest] = fixed;
  const end = rest.at(-1) ?? '';
  if (!sentence.startsWith(start) || !sentence.endsWith(end)) return undefined;
  let at = start.length;
  const values = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const to = isLast ? sentence.length - end.length : sentence.indexOf(rest[index] ?? '', at);
    if (to <= at) return undefined;
    values.set(name, sentence.slice(at, to));
    at = to + (rest[index]?.length ?? 0);
  }
  return values;
}

/** The English twin of a refusal, filled in as it was; undefined where it has none. */
export function englishOf(sentence: string): string | undefined {
  const exact = Object.hasOwn(sentences, sentence) ? sentences[sentence] : undefined;
  if (exact !== undefined) return exact;
  for (const [title, english] of titles) {
    if (!sentence.startsWith(`${title}. `)) continue;
    const detail = englishOf(sentence.slice(title.length + 2));
    return detail && `${english}. ${detail}`;
  }
  for (const pattern of patterns) {
    const values = filledIn(sentence, pattern);
    if (!values) continue;
    const nested = values.get('sentence');
    const inner = nested === undefined ? '' : englishOf(nested);
    if (inner === undefined) return undefined;
    if (nested !== undefined) values.set('sentence', inner);
    return pattern.english.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
  }
  return undefined;
}

/** The same; a sentence without a twin is given as it was said, and named so. */
export const inEnglish = (sentence: string): string =>
  englishOf(sentence) ?? `This was not accepted. In Vietnamese: ${sentence}`;
