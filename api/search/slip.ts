// What a word that no text has was meant to be, where a finger or an ear went wrong: nearest word, neighbours first. Pure.
import { distance } from './distance.ts';
import { isMarked, type Keys, plainOf } from './text.ts';
import { shown, sortedFolds, type Vocabulary } from './vocabulary.ts';

export type Around = { before: Keys | undefined; after: Keys | undefined };
type Nearest = { fold: string; tone: string; cost: number; stands: boolean };

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
// Letters that sound alike to many: c and t or ch and tr at an end or a beginning, s and x, l and n, d, gi and r.
const alike = ['ct', 'gd', 'dr', 'iy', 'ln', 'sx', 'gn', 'nm', 'vd', 'bp', 'kc'];

/** The word meant, as the texts write it, and how far it is; null: nothing is near enough. `isWord`: it could be one. */
export function nearest(
  word: Keys & { text: string },
  isWord: boolean,
  vocabulary: Vocabulary,
  around: Around,
): { to: string; cost: number } | null {
  const { fold, tone } = word;
  if (fold.length < 3 || /\d/.test(fold)) return null;
  const most = fold.length >= 8 ? 2 : 1;
  const plain = plainOf(word.text);
  let best: Nearest | null = null;
  for (const other of sortedFolds(vocabulary)) {
    if (Math.abs(other.length - fold.length) > most || other.length < 2) continue;
    // y for i may be a slip as well: gisy is giay, though it is read as gisi.
    const far = Math.min(
      distance(fold, other, most),
      plain === fold ? most + 1 : distance(plain, other, most),
    );
    if (far > most) continue;
    const sides =
      Number(around.before !== undefined && vocabulary.pairs.has(`${around.before.fold} ${other}`)) +
      Number(around.after !== undefined && vocabulary.pairs.has(`${other} ${around.after.fold}`));
    // A word that could be Vietnamese is a slip only where its neighbours say so, and only a likely one.
    if (sides === 0 && (isWord || !vocabulary.titles.has(other))) continue;
    const likely = far === 0 || isLikely(fold, other) || isLikely(plain, other);
    if (isWord && !likely) continue;
    for (const [way] of vocabulary.written.get(other) ?? []) {
      const steps = isMarked(word) ? distance(tone, way, 4) : 0;
      if (isWord && steps > 1) continue;
      const stands = standsBeside(way, vocabulary, around);
      // The same letters with other marks are another word, unless it is this one that stands there (sữa đổi).
      if (far === 0 && !stands) continue;
      const cost =
        far +
        steps * 0.3 +
        (likely ? 0 : 0.2) +
        (fold[0] === other[0] ? 0 : 0.5) +
        0.3 / (1 + Math.log2(1 + (vocabulary.titles.get(other) ?? 0))) -
        (sides === 0 ? 0 : 0.7 + 0.3 * sides) -
        (stands ? 0.1 : 0);
      if (!best || cost < best.cost) best = { fold: other, tone: way, cost, stands };
    }
  }
  if (!best || best.cost > most + 0.95) return null;
  const sure = isMarked(word) || best.stands;
  return { to: sure ? shown(vocabulary, best.fold, best.tone) : best.fold, cost: best.cost };
}

// Whether this way of writing stands beside the word before or after; those typed without marks count by their letters.
function standsBeside(way: string, { pairs }: Vocabulary, { before, after }: Around): boolean {
  return (
    (before !== undefined && pairs.has(`${before.tone} ${way}`)) ||
    (after !== undefined && pairs.has(`${way} ${after.tone}`))
  );
}

/** Whether one slip of a finger or of the ear makes one word of the other: a letter missed, doubled, swapped or beside. */
export function isLikely(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return distance(typed, meant, 1) === 1;
  const at = [...typed].findIndex((letter, place) => letter !== meant[place]);
  if (at < 0) return true;
  const swapped = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  if (typed.slice(at + (swapped ? 2 : 1)) !== meant.slice(at + (swapped ? 2 : 1))) return false;
  return swapped || areNear(typed[at] ?? '', meant[at] ?? '');
}

function areNear(a: string, b: string): boolean {
  if (alike.some((pair) => pair.includes(a) && pair.includes(b))) return true;
  const [rowOfA, rowOfB] = [a, b].map((letter) => rows.findIndex((row) => row.includes(letter)));
  if (rowOfA === undefined || rowOfB === undefined || rowOfA < 0 || rowOfB < 0) return false;
  const across = (rows[rowOfA]?.indexOf(a) ?? 0) - (rows[rowOfB]?.indexOf(b) ?? 0);
  return Math.abs(rowOfA - rowOfB) <= 1 && Math.abs(across) <= 1;
}
