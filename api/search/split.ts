// Words that ran together, taken apart: giayphep → giay phep, kýnhãn → ký nhãn. Pure.
import { keysOf } from './text.ts';
import { isKnown, type Vocabulary } from './vocabulary.ts';

/**
 * The pieces of a word in lower case NFC, or null. Every piece is known, and at least half of the seams are between
 * words that do stand together somewhere.
 */
export function splitGlued(word: string, vocabulary: Vocabulary): string[] | null {
  if (word.length < 4 || word.length > 60) return null;
  type Way = { pieces: string[]; cost: number; seams: number; last: string };
  const best: (Way | null)[] = [{ pieces: [], cost: 0, seams: 0, last: '' }];
  for (let end = 1; end <= word.length; end++) {
    let chosen: Way | null = null;
    for (let start = Math.max(0, end - 8); start < end; start++) {
      const before = best[start];
      if (!before || end - start < 2) continue;
      const piece = word.slice(start, end);
      const keys = keysOf(piece);
      if (!isKnown(vocabulary, keys)) continue;
      const together = before.last !== '' && vocabulary.pairs.has(`${before.last} ${keys.fold}`);
      const cost =
        before.cost + 1 + (before.last && !together ? 1.5 : 0) + (vocabulary.titles.has(keys.fold) ? 0 : 0.5);
      if (!chosen || cost < chosen.cost)
        chosen = {
          pieces: [...before.pieces, piece],
          cost,
          seams: before.seams + Number(together),
          last: keys.fold,
        };
    }
    best[end] = chosen;
  }
  const whole = best[word.length];
  return whole && whole.pieces.length > 1 && whole.seams * 2 >= whole.pieces.length - 1 ? whole.pieces : null;
}
