// The editable rules of search as the core uses them: other spellings, what a phrase means, what is not asked about. Pure.
import type { ElsewhereRule } from './elsewhere.ts';
import { agreement, isMarked, type Keys, keysOf, type Word, wordsOf } from './text.ts';

/** As content/search/synonyms.yaml and the browser's catalogue tell it. */
export type RulesSource = {
  forms: { write: string; also: string[] }[];
  synonyms: { say: string[]; means: string[] }[];
  drop: string[];
  later: string[];
  /** What citizens say who need one procedure, by its slug. */
  wishes?: { procedure: string; say: string[] }[];
  /** What other bodies do (content/search/elsewhere.yaml). */
  elsewhere?: ElsewhereSource[];
};
export type ElsewhereSource = {
  say: string[];
  unless?: string[] | undefined;
  title: string;
  body: string;
  text?: string | null | undefined;
  url: string | null;
};

export type Meaning = { say: Word[]; means: Word[][] };
export type Rules = {
  /** By the fold of the first word. */
  forms: Map<string, { say: Word[]; as: Keys }[]>;
  meanings: Map<string, Meaning[]>;
  drops: Map<string, Word[][]>;
  /** What is done to a paper that one has already: titles that begin so stand back when nobody asked for it. */
  later: Map<string, Word[][]>;
  /** By the slug of the procedure. */
  wishes: Map<string, Word[][]>;
  /** By the fold of the first word. */
  elsewhere: Map<string, ElsewhereRule[]>;
};

/** Makes the rules ready; spellings are settled inside the phrases as well. */
export function compileRules(source: RulesSource): Rules {
  const rules: Rules = {
    forms: new Map(),
    meanings: new Map(),
    drops: new Map(),
    later: new Map(),
    wishes: new Map(),
    elsewhere: new Map(),
  };
  for (const { write, also } of source.forms)
    for (const way of also)
      file(rules.forms, wordsOf(way.normalize('NFC')), (say) => ({ say, as: keysOf(write) }));
  const phrase = (text: string) => settled(wordsOf(text.normalize('NFC')), rules);
  for (const { say, means } of source.synonyms) {
    const meant = means.map(phrase);
    for (const way of say) file(rules.meanings, phrase(way), (words) => ({ say: words, means: meant }));
  }
  for (const text of source.drop) file(rules.drops, phrase(text), (words) => words);
  for (const { say, unless = [], title, body, text = null, url } of source.elsewhere ?? []) {
    const rule = { says: say.map(phrase), unless: unless.map(phrase), answer: { title, body, text, url } };
    for (const words of rule.says) file(rules.elsewhere, words, () => ({ say: words, ...rule }));
  }
  for (const text of source.later) file(rules.later, phrase(text), (words) => words);
  for (const { procedure, say } of source.wishes ?? [])
    rules.wishes.set(
      procedure,
      say.map((text) => withoutDrops(phrase(text), rules)),
    );
  return rules;
}

function file<T>(map: Map<string, T[]>, say: Word[], entry: (say: Word[]) => T): void {
  const first = say[0]?.fold;
  if (first === undefined) return;
  map.set(first, [...(map.get(first) ?? []), entry(say)]);
}

/** The same words with every other spelling replaced by the settled one (x quang → xquang). */
export function settled(words: readonly Word[], { forms }: Rules): Word[] {
  const result: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at] as Word;
    const form = longest(forms.get(first.fold), ({ say }) => say, words, at, 0.9);
    const last = form && words[at + form.say.length - 1];
    if (form && last) {
      const text = words.slice(at, at + form.say.length).map((word) => word.text);
      result.push({ ...form.as, text: text.join(' '), start: first.start, end: last.end });
      at += form.say.length - 1;
    } else result.push(first);
  }
  return result;
}

/** The longest of the entries whose phrase stands in the words at the place; each word must agree at least so much. */
export function longest<T>(
  entries: readonly T[] | undefined,
  phraseOf: (entry: T) => readonly Keys[],
  words: readonly Keys[],
  at: number,
  least: number,
): T | undefined {
  let found: T | undefined;
  for (const entry of entries ?? []) {
    const phrase = phraseOf(entry);
    const fits = phrase.every((part, offset) => {
      const word = words[at + offset];
      return word?.fold === part.fold && agreement(word, part) >= least;
    });
    if (fits && phrase.length > (found ? phraseOf(found).length : 0)) found = entry;
  }
  return found;
}

/** The words without the phrases that ask nothing; where nothing would be left, all of them. */
export function withoutDrops(words: readonly Word[], { drops }: Rules): Word[] {
  const kept: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    // One short word without its marks could be many words (can: cần, cân): it stays.
    const phrases = drops
      .get(word.fold)
      ?.filter(
        (phrase) => phrase.length > 1 || !isMarked(phrase[0] as Word) || phrase[0]?.tone === word.tone,
      );
    const phrase = longest(phrases, (entry) => entry, words, at, 0.9);
    if (phrase) at += phrase.length - 1;
    else kept.push(word);
  }
  return kept.length ? kept : [...words];
}
