// Telex keystrokes that reached the page raw, undone: giaays → giấy, luwowngf → lường. Pure.
import { lastWhere } from '../text/ends.ts';
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
    const vowelBefore = lastWhere(letters, (letter) => /[aăâeêioôơuưy]/.test(letter));
    if (vowelBefore >= 0 && key in toneOf) {
      tone = toneOf[key] ?? '';
      undone = true;
    } else if (key === 'd' && letters[0] === 'd' && (letters.length === 1 || vowelBefore >= 0)) {
      letters[0] = 'đ';
      undone = true;
    } else if (key === 'w') {
      // Where no vowel waits for it, w alone is ư: chwngs, nwowcs.
      if (!hook(letters)) letters.push('ư');
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
  // There is no ưo: luwong is lương.
  return keysOf(letters.join('').replace('ưo', 'ươ')).tone + (tone || kept);
}

const withoutTone = (word: string): string[] => [
  ...word.normalize('NFD').replace(/[̣̀́̃̉]/g, '').normalize('NFC'),
];

/** `w` makes ă, ơ, ư of the last vowel that can be one; of two it takes `uo` both, of `uu` and `ua` the first. */
export function hook(letters: string[], hooked = 'aou'): boolean {
  let at = lastWhere(letters, (letter) => hooked.includes(letter));
  if (at < 0) return false;
  const first = letters[at - 1] === 'u' && letters[at - 2] !== 'q' ? at - 1 : -1;
  if (letters[at] === 'u' && letters[at - 1] === 'o') at--;
  if (letters[at] === 'o' && letters[at - 1] === 'u' && letters[at - 2] !== 'q') letters[at - 1] = 'ư';
  else if (first >= 0 && letters[at] !== 'o') at = first;
  letters[at] = { a: 'ă', o: 'ơ', u: 'ư' }[letters[at] ?? ''] ?? '';
  return true;
}
