// Words that ran together, taken apart: giayphep → giay phep, kýnhãn → ký nhãn, giaaysphesp → giấy phép. Pure.
import { undoTelex } from './telex.ts';
import { isMarked, keysOf, type Keys } from './text.ts';
import { undoVni } from './vni.ts';
import { isKnown, shown, type Vocabulary } from './vocabulary.ts';

type Piece = { text: string; keys: Keys };
type Way = { pieces: string[]; cost: number; seams: number; last: string };

const longest = 8;
const longestTyped = 10;

/**
 * The pieces of a word in lower case NFC, or null. Every piece is known, and at least half of the seams are between
 * words that do stand together somewhere.
 */
export function splitGlued(word: string, vocabulary: Vocabulary): string[] | null {
  const asWritten = (text: string): Piece | null => {
    const keys = keysOf(text);
    if (!isKnown(vocabulary, keys)) return null;
    return { text: isMarked(keys) ? shown(vocabulary, keys.fold, keys.tone) : text, keys };
  };
  const asTyped = (text: string): Piece | null => {
    const tone = undoVni(text) ?? undoTelex(text);
    if (tone === null) return asWritten(text);
    const keys = { fold: keysOf(tone.replace(/[1-5]$/, '')).fold, tone };
    return isKnown(vocabulary, keys) ? { text: shown(vocabulary, keys.fold, tone), keys } : asWritten(text);
  };
  return (
    takenApart(word, vocabulary, asWritten, longest) ?? takenApart(word, vocabulary, asTyped, longestTyped)
  );
}

function takenApart(
  word: string,
  vocabulary: Vocabulary,
  read: (text: string) => Piece | null,
  most: number,
): string[] | null {
  if (word.length < 4 || word.length > 60) return null;
  const best: (Way | null)[] = [{ pieces: [], cost: 0, seams: 0, last: '' }];
  for (let end = 1; end <= word.length; end++) {
    let chosen: Way | null = null;
    for (let start = Math.max(0, end - most); start < end; start++) {
      const before = best[start];
      if (!before) continue;
      const piece = read(word.slice(start, end));
      if (!piece) continue;
      const { fold } = piece.keys;
      const together = before.last !== '' && vocabulary.pairs.has(`${before.last} ${fold}`);
      // One letter may be a word (y tế, nhà ở), but seldom is.
      const isLetter = end - start === 1;
      if (isLetter && !/[aeiouy]/.test(fold)) continue;
      const cost =
        before.cost +
        (isLetter ? 2 : 1) +
        (before.last && !together ? 1.5 : 0) +
        (vocabulary.titles.has(fold) ? 0 : 0.5);
      if (!chosen || cost < chosen.cost)
        chosen = {
          pieces: [...before.pieces, piece.text],
          cost,
          seams: before.seams + Number(together),
          last: fold,
        };
    }
    best[end] = chosen;
  }
  const whole = best[word.length];
  return whole && whole.pieces.length > 1 && whole.seams * 2 >= whole.pieces.length - 1 ? whole.pieces : null;
}
