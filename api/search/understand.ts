// What a query asks for: a code, or units of words, each with the other ways of saying it; told with what was mended. Pure.
import { lastOf } from '../text/ends.ts';
import { askedCode, type AskedCode } from './codes.ts';
import { beginsWord, mend, type Why } from './repair.ts';
import { longest, type Rules, settled, withoutDrops } from './rules.ts';
import { type Keys, type Word, wordsOf } from './text.ts';
import { plainLine } from '../text/signs.ts';
import { isKnown, type Vocabulary } from './vocabulary.ts';

export const longestQuery = 200;

export type Correction = { from: string; to: string; why: Why };
/** `start`: the word may be the beginning of a longer one. */
export type Sought = Keys & { start: boolean };
/** Ways of saying one thing; the first is the one typed. */
export type Unit = { ways: Sought[][] };
export type Understood = {
  /** Cut, in NFC, with single spaces. */
  text: string;
  code: AskedCode | null;
  /** All words after mending, before any phrase was dropped; for the exact title. */
  whole: Word[];
  units: Unit[];
  corrected: Correction[];
};

/** What is read of a query: 200 characters at most, in NFC, without what nobody sees, with single spaces. */
export const tidyQuery = (query: string): string => plainLine(query.slice(0, longestQuery).normalize('NFC'));

/** Reads a query; at most 200 characters of it. With `asTyped` nothing is mended. */
export function understand(query: string, vocabulary: Vocabulary, rules: Rules, asTyped = false): Understood {
  const text = tidyQuery(query);
  const code = askedCode(text);
  const rest = code && !code.isWords ? `${text.slice(0, code.start)} ${text.slice(code.end)}` : text;
  const typed = joined(settled(wordsOf(rest), rules), vocabulary);
  const { words, corrected } = asTyped ? { words: typed, corrected: [] } : mendAll(typed, vocabulary, rest);
  const whole = settled(words, rules);
  const kept = withoutDrops(whole, rules);
  return { text, code, whole, units: unitsOf(kept, lastOf(whole), rules), corrected };
}

// A letter standing alone before the rest of its word: x qu(ang).
function joined(words: Word[], vocabulary: Vocabulary): Word[] {
  const [first, second] = words.slice(-2);
  if (!first || !second || first.fold.length > 1) return words;
  const keys = { fold: first.fold + second.fold, tone: first.tone + second.tone };
  if (vocabulary.pairs.has(`${first.fold} ${second.fold}`)) return words;
  if (!isKnown(vocabulary, keys) && !beginsWord(keys, vocabulary)) return words;
  return [
    ...words.slice(0, -2),
    { ...keys, text: first.text + second.text, start: first.start, end: second.end },
  ];
}

function mendAll(words: Word[], vocabulary: Vocabulary, text: string) {
  const mended: Word[] = [];
  const corrected: (Correction & { end: number; start: number })[] = [];
  for (const [at, word] of words.entries()) {
    const after = words[at + 1];
    const around = { before: lastOf(mended), after, last: after === undefined };
    const found = isKnown(vocabulary, word) ? null : mend(word, vocabulary, around);
    if (!found) {
      mended.push(word);
      continue;
    }
    const to = found.to.join(' ');
    mended.push(...wordsOf(to).map((part) => ({ ...part, start: word.start, end: word.end })));
    const last = lastOf(corrected);
    if (last?.why === found.why && /^\s*$/.test(text.slice(last.end, word.start))) {
      last.from = text.slice(last.start, word.end);
      last.to = `${last.to} ${to}`;
      last.end = word.end;
    } else {
      const { start, end } = word;
      corrected.push({ from: text.slice(start, end), to, why: found.why, start, end });
    }
  }
  return { words: mended, corrected: corrected.map(({ from, to, why }) => ({ from, to, why })) };
}

function unitsOf(words: readonly Word[], last: Word | undefined, rules: Rules): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at] as Word;
    const meaning = longest(rules.meanings.get(word.fold), ({ say }) => say, words, at, 0.9);
    const said = words.slice(at, at + (meaning?.say.length ?? 1));
    const ways = [said.map(({ fold, tone }, offset) => ({ fold, tone, start: said[offset] === last }))];
    for (const means of meaning?.means ?? [])
      ways.push(means.map(({ fold, tone }) => ({ fold, tone, start: false })));
    units.push({ ways });
    at += said.length;
  }
  return units;
}
