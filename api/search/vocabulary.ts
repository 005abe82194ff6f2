// The words that the indexed texts are made of: how often each is in a title, how it is written, which stand together. Pure.
import type { Rules } from './rules.ts';
import { type Keys, marksFit, type Word } from './text.ts';

export type Vocabulary = {
  /** Every way in which a fold is written, with its text to show and the number of titles that have it. */
  written: Map<string, Map<string, { text: string; titles: number }>>;
  /** Number of titles with the fold; 0 where it is in other texts only. */
  titles: Map<string, number>;
  /** Folds, and ways of writing them, that follow each other somewhere, as `one two`. */
  pairs: Set<string>;
  /** How often each word stands in titles, and each pair of neighbours, as `one two`. */
  standing: Map<string, number>;
  documents: number;
  /** All folds sorted; made anew when first asked after a change. */
  sorted: string[] | null;
};

export const emptyVocabulary = (): Vocabulary => ({
  written: new Map(),
  titles: new Map(),
  pairs: new Set(),
  standing: new Map(),
  documents: 0,
  sorted: null,
});

/** Adds the words of one text. Of titles and of the phrases of the rules the neighbours are remembered as well. */
export function learn(
  vocabulary: Vocabulary,
  words: readonly Word[],
  kind: 'title' | 'phrase' | 'body',
): void {
  const met = new Set<string>();
  const metAs = new Set<string>();
  let before: Word | undefined;
  for (const word of words) {
    let ways = vocabulary.written.get(word.fold);
    if (!ways) {
      vocabulary.written.set(word.fold, (ways = new Map()));
      vocabulary.sorted = null;
    }
    let way = ways.get(word.tone);
    if (!way) ways.set(word.tone, (way = { text: word.text, titles: 0 }));
    if (kind === 'title') {
      if (!metAs.has(word.tone)) way.titles++;
      if (!met.has(word.fold)) vocabulary.titles.set(word.fold, (vocabulary.titles.get(word.fold) ?? 0) + 1);
      met.add(word.fold);
      metAs.add(word.tone);
    }
    if (kind === 'title') {
      add(vocabulary.standing, word.fold);
      if (before) add(vocabulary.standing, `${before.fold} ${word.fold}`);
    }
    if (kind !== 'body' && before) {
      vocabulary.pairs.add(`${before.fold} ${word.fold}`);
      vocabulary.pairs.add(`${before.tone} ${word.tone}`);
    }
    before = word;
  }
  if (kind === 'title') vocabulary.documents++;
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** So much of the time one word must stand beside the other for the two to be one (khoa học, kinh phí, thông báo). */
const leastBond = 0.6;
export const boundBefore = 1;
export const boundAfter = 2;

/** Of each word of a title, with which neighbours it is one word: `boundBefore`, `boundAfter`, both or neither. */
export function bondsOf(title: readonly Keys[], { standing }: Vocabulary): Uint8Array {
  const bonds = new Uint8Array(title.length);
  for (let at = 1; at < title.length; at++) {
    const [one, two] = [(title[at - 1] as Keys).fold, (title[at] as Keys).fold];
    const together = standing.get(`${one} ${two}`) ?? 0;
    const rarer = Math.min(standing.get(one) ?? 1, standing.get(two) ?? 1);
    if (together < 2 || together / rarer < leastBond) continue;
    bonds[at - 1] = (bonds[at - 1] as number) | boundAfter;
    bonds[at] = (bonds[at] as number) | boundBefore;
  }
  return bonds;
}

/** The words that citizens use for things count as known: they need no mending. */
export function learnRules(
  vocabulary: Vocabulary,
  { forms, meanings, drops, elsewhere }: Pick<Rules, 'forms' | 'meanings' | 'drops' | 'elsewhere'>,
): void {
  for (const list of elsewhere.values()) for (const { say } of list) learn(vocabulary, say, 'phrase');
  for (const list of forms.values()) for (const { say } of list) learn(vocabulary, say, 'phrase');
  for (const list of meanings.values()) for (const { say } of list) learn(vocabulary, say, 'phrase');
  for (const list of drops.values()) for (const phrase of list) learn(vocabulary, phrase, 'phrase');
}

/** Whether the word is in use: as typed, without marks, or with some of its marks. */
export function isKnown(vocabulary: Vocabulary, { fold, tone }: Keys): boolean {
  const ways = vocabulary.written.get(fold);
  if (!ways) return false;
  if (fold === tone || ways.has(tone)) return true;
  for (const way of ways.keys()) if (marksFit(tone, way)) return true;
  return false;
}

/** The text of a fold as it is most often written, of the ways that fit `tone`. */
export function shown(vocabulary: Vocabulary, fold: string, tone = fold): string {
  const ways = [...(vocabulary.written.get(fold) ?? [])];
  const exact = ways.find(([way]) => way === tone);
  if (exact) return exact[1].text;
  const fitting = ways.filter(([way]) => marksFit(tone, way));
  return (
    [...(fitting.length ? fitting : ways)].sort((a, b) => b[1].titles - a[1].titles)[0]?.[1].text ?? fold
  );
}

export function sortedFolds(vocabulary: Vocabulary): string[] {
  return (vocabulary.sorted ??= [...vocabulary.written.keys()].sort());
}

/** The folds that begin with the letters, the letters themselves not counted; at most `most`, the commonest first. */
export function beginningWith(vocabulary: Vocabulary, letters: string, most: number): string[] {
  const folds = sortedFolds(vocabulary);
  let low = 0;
  let high = folds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folds[middle] ?? '') < letters) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; folds[at]?.startsWith(letters); at++)
    if (folds[at] !== letters) found.push(folds[at] ?? '');
  const titles = (fold: string) => vocabulary.titles.get(fold) ?? 0;
  return found.sort((a, b) => titles(b) - titles(a)).slice(0, most);
}

/** How much a word tells, by how few titles have it: about 0.1 (in all) to 1 (in one); in texts only 0.7, nowhere 0.5. */
export function telling(vocabulary: Vocabulary, fold: string): number {
  const titles = vocabulary.titles.get(fold);
  if (!titles) return vocabulary.written.has(fold) ? 0.7 : 0.5;
  const most = Math.log(1 + vocabulary.documents);
  return Math.max(0.08, Math.log(1 + vocabulary.documents / titles) / (most || 1));
}
