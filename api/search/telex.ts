// Telex keystrokes that reached the page raw, undone: giaays → giấy, luwowngf → lường. Pure.
import { keysOf } from './text.ts';

const toneOf: Record<string, string> = { s: '1', f: '2', r: '3', x: '4', j: '5' };
const roof: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };

/** The tone key of what the keystrokes meant, or null where they are none. Works on a word in lower case. */
export function undoTelex(word: string): string | null {
  const letters: string[] = [];
  let tone = '';
  let undone = false;
  // Marks that did arrive are kept: people switch the keyboard in the middle of a word.
  for (const key of withoutTone(word)) {
    const vowelBefore = letters.findLastIndex((letter) => /[aăâeêioôơuưy]/.test(letter));
    if (vowelBefore >= 0 && key in toneOf) {
      tone = toneOf[key] ?? '';
      undone = true;
    } else if (key === 'd' && letters[0] === 'd' && (letters.length === 1 || vowelBefore >= 0)) {
      letters[0] = 'đ';
      undone = true;
    } else if (key === 'w' && hook(letters)) {
      undone = true;
    } else if (
      key in roof &&
      vowelBefore >= 0 &&
      letters.lastIndexOf(key) >= vowelBefore - 1 &&
      letters.includes(key)
    ) {
      letters[letters.lastIndexOf(key)] = roof[key] ?? key;
      undone = true;
    } else letters.push(key);
  }
  if (!undone) return null;
  const typed = keysOf(word).tone;
  const kept = /[1-5]$/.test(typed) ? typed.slice(-1) : '';
  return keysOf(letters.join('')).tone + (tone || kept);
}

const withoutTone = (word: string): string[] => [
  ...word.normalize('NFD').replace(/[̣̀́̃̉]/g, '').normalize('NFC'),
];

/** `w` makes ă, ơ, ư of the last vowel that can be one, and both of `uo`. */
export function hook(letters: string[]): boolean {
  const at = letters.findLastIndex((letter) => 'aou'.includes(letter));
  if (at < 0) return false;
  const letter = letters[at] ?? '';
  letters[at] = { a: 'ă', o: 'ơ', u: 'ư' }[letter] ?? letter;
  if (letter === 'o' && letters[at - 1] === 'u' && letters[at - 2] !== 'q') letters[at - 1] = 'ư';
  return true;
}
