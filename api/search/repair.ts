// Mends words that no text has, in this order: the start of a word, Telex or VNI keystrokes, glued words, typing slips. Pure.
import { distance } from './distance.ts';
import { splitGlued } from './split.ts';
import { isSyllable } from './syllable.ts';
import { undoTelex } from './telex.ts';
import { isMarked, keysOf, marksFit, type Keys, type Word } from './text.ts';
import { undoVni } from './vni.ts';
import { beginningWith, isKnown, shown, sortedFolds, type Vocabulary } from './vocabulary.ts';

export type Why = 'telex' | 'vni' | 'split' | 'typo';
/** `to`: the words meant, as they are written in the texts. */
export type Mended = { to: string[]; why: Why };
export type Around = { before: Keys | undefined; after: Keys | undefined; last: boolean };

/** Whether a known word begins with the letters typed and bears their marks. */
export function beginsWord(word: Keys, vocabulary: Vocabulary): boolean {
  return beginningWith(vocabulary, word.fold, 200).some(
    (fold) =>
      !isMarked(word) ||
      [...(vocabulary.written.get(fold)?.keys() ?? [])].some((way) => startFits(word, way)),
  );
}

/** Whether the marks typed so far are those of the longer word (`nhã` of `nhãn`). */
export function startFits(typed: Keys, whole: string): boolean {
  return marksFit(typed.tone, whole);
}

/** What a word outside the vocabulary was meant to be; null: it stays as it is. */
export function mend(word: Word, vocabulary: Vocabulary, around: Around): Mended | null {
  const startable = around.last || (word.fold.length > 3 && !isSyllable(word.fold));
  if (startable && beginsWord(word, vocabulary)) return null;
  return (
    fromKeystrokes(word, vocabulary, undoVni, 'vni') ??
    fromKeystrokes(word, vocabulary, undoTelex, 'telex') ??
    fromPieces(word, vocabulary) ??
    fromSlip(word, vocabulary, around)
  );
}

function fromKeystrokes(
  { text }: Word,
  vocabulary: Vocabulary,
  undo: (word: string) => string | null,
  why: Why,
): Mended | null {
  const tone = undo(text);
  if (tone === null) return null;
  const fold = keysOf(tone.replace(/[1-5]$/, '')).fold;
  if (!isKnown(vocabulary, { fold, tone })) return null;
  return { to: [shown(vocabulary, fold, tone)], why };
}

function fromPieces({ text }: Word, vocabulary: Vocabulary): Mended | null {
  const pieces = splitGlued(text, vocabulary);
  if (!pieces) return null;
  return {
    to: pieces.map((piece) => {
      const keys = keysOf(piece);
      return isMarked(keys) ? shown(vocabulary, keys.fold, keys.tone) : piece;
    }),
    why: 'split',
  };
}

function fromSlip(word: Word, vocabulary: Vocabulary, { before, after }: Around): Mended | null {
  const { fold, tone } = word;
  if (fold.length < 3 || /\d/.test(fold)) return null;
  const most = fold.length >= 8 ? 2 : 1;
  let best: { fold: string; tone: string; cost: number; known: boolean } | null = null;
  for (const other of sortedFolds(vocabulary)) {
    if (Math.abs(other.length - fold.length) > most || other.length < 2) continue;
    const far = distance(fold, other, most);
    if (far > most || far === 0) continue;
    const beside =
      (before !== undefined && vocabulary.pairs.has(`${before.fold} ${other}`)) ||
      (after !== undefined && vocabulary.pairs.has(`${other} ${after.fold}`));
    // A word that could be Vietnamese is a slip only where its neighbours say so.
    if (!beside && (isSyllable(fold) || !vocabulary.titles.has(other))) continue;
    for (const [way] of vocabulary.written.get(other) ?? []) {
      const marks = isMarked(word) ? distance(tone, way, 4) * 0.3 : 0;
      const first = fold[0] === other[0] ? 0 : 0.5;
      const rare = 0.2 / (1 + (vocabulary.titles.get(other) ?? 0));
      const known =
        (before !== undefined && vocabulary.pairs.has(`${before.tone} ${way}`)) ||
        (after !== undefined && vocabulary.pairs.has(`${way} ${after.tone}`));
      const cost = far + marks + first + rare - (beside ? 1 : 0) - (known ? 0.1 : 0);
      if (!best || cost < best.cost) best = { fold: other, tone: way, cost, known };
    }
  }
  if (!best || best.cost > most + 0.95) return null;
  const sure = isMarked(word) || best.known;
  return { to: [sure ? shown(vocabulary, best.fold, best.tone) : best.fold], why: 'typo' };
}
