// VNI keystrokes that reached the page raw, undone: giay61 → giấy, d9o → đo. Pure.
import { lastWhere } from '../text/ends.ts';
import { keysOf } from './text.ts';
import { hook } from './telex.ts';

/** The tone key of what the keystrokes meant, or null where they are none. Works on a word in lower case. */
export function undoVni(word: string): string | null {
  if (!/^\p{L}[\p{L}\d]*\d/u.test(word)) return null;
  const letters: string[] = [];
  let tone = '';
  for (const key of word) {
    if (key >= '1' && key <= '5') tone = key;
    else if (key === '6') {
      const at = lastWhere(letters, (letter) => 'aeo'.includes(letter));
      if (at < 0) return null;
      letters[at] = { a: 'â', e: 'ê', o: 'ô' }[letters[at] ?? ''] ?? '';
    } else if (key === '7') {
      // The a of ưa is 8's; 7 is for o and u.
      if (!hook(letters, 'ou')) return null;
    } else if (key === '8') {
      const at = letters.lastIndexOf('a');
      if (at < 0) return null;
      letters[at] = 'ă';
    } else if (key === '9') {
      const at = letters.indexOf('d');
      if (at < 0) return null;
      letters[at] = 'đ';
    } else if (key === '0') return null;
    else letters.push(key);
  }
  return keysOf(letters.join('').replace('ưo', 'ươ')).tone + tone;
}
