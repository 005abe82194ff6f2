// Mends words that no text has, in this order: the start of a word, Telex or VNI keystrokes, glued words, typing slips. Pure.
import { nearest, type Around as Neighbours } from './slip.ts';
import { splitGlued } from './split.ts';
import { isSyllable } from '../text/syllable.ts';
import { undoTelex } from './telex.ts';
import { isMarked, keysOf, marksFit, type Keys, type Word } from './text.ts';
import { undoVni } from './vni.ts';
import { beginningWith, isKnown, shown, type Vocabulary } from './vocabulary.ts';

export type Why = 'telex' | 'vni' | 'split' | 'typo';
/** `to`: the words meant, as they are written in the texts. */
export type Mended = { to: string[]; why: Why };
export type Around = Neighbours & { last: boolean };

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
  const { fold } = ofTone(tone);
  if (!isKnown(vocabulary, { fold, tone })) return null;
  return { to: [shown(vocabulary, fold, tone)], why };
}

function fromPieces({ text }: Word, vocabulary: Vocabulary): Mended | null {
  const pieces = splitGlued(text, vocabulary);
  return pieces && { to: pieces, why: 'split' };
}

// The letters as they stand, or as keystrokes of which one went wrong (chuwnfs, giaahys).
function fromSlip(word: Word, vocabulary: Vocabulary, around: Around): Mended | null {
  const isWord = isSyllable(word.fold);
  const typed = nearest(word, isWord, vocabulary, around);
  const keys = undoVni(word.text) ?? undoTelex(word.text);
  if (keys === null) return typed && { to: [typed.to], why: 'typo' };
  const undone = ofTone(keys);
  // A tone alone may be an English word (visa is no vía).
  const meant = nearest(undone, isWord || undone.text === undone.fold, vocabulary, around);
  const best = meant && (!typed || meant.cost + 0.2 < typed.cost) ? meant : typed;
  return best && { to: [best.to], why: 'typo' };
}

function ofTone(tone: string) {
  const text = tone.replace(/[1-5]$/, '');
  return { text, fold: keysOf(text).fold, tone };
}
