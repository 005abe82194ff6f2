// When two wordings say the same, and what a national code and a file's name look like.
import { fold } from '../text/fold.ts';

/** Equal but for Unicode form and white space. */
export const sameText = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Equal but for letter case, punctuation, “Thủ tục” in front and the usual abbreviation of the field; marks count. */
export const sameName = (a: string, b: string): boolean => bareName(a) === bareName(b);
const bareName = (name: string) =>
  plain(name)
    .toLowerCase()
    .replace(/kh\s*&\s*cn/g, 'khoa học và công nghệ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?thủ tục /, '')
    .trim();

/** How much two names share, 0 to 1: common words over all words. */
export function likeness(a: string, b: string): number {
  const [left, right] = [new Set(bareName(a).split(' ')), new Set(bareName(b).split(' '))];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / new Set([...left, ...right]).size;
}

/** `1.014446.000.00.00.H48` -> `1.014446`; a figure that lost its zeros gets them back; null: no code. */
export function nationalCode(cell: string | number): string | null {
  // Excel turns 1.000450 into the figure 1.00045.
  const text = typeof cell === 'number' ? (cell < 10 ? cell.toFixed(6) : String(cell)) : cell.trim();
  return /^(\d\.\d{6})(\.000\.00\.00)?(\.H\d{2}(\.\d+)*)?$/i.exec(text)?.[1] ?? null;
}

/** A file's name from a procedure's name, in whole words, at most 80 letters. */
export function slugOf(name: string): string {
  const words = fold(bareName(name)).replaceAll('.', '').split(' ');
  return words.reduce((slug, word) => (slug === '' ? word.slice(0, 80) : longer(slug, word)), '');
}
const longer = (slug: string, word: string) => (slug.length + word.length < 80 ? `${slug}-${word}` : slug);
