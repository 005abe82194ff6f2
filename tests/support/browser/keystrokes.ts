// What a keyboard sends for Vietnamese words when nothing turns the keys into marks: Telex and VNI, in the usual orders.

const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const telexTones = ['', 's', 'f', 'r', 'x', 'j'];
const telexShapes: Record<string, string> = {
  â: 'aa',
  ê: 'ee',
  ô: 'oo',
  ă: 'aw',
  ơ: 'ow',
  ư: 'uw',
  đ: 'dd',
};
const vniShapes: Record<string, string> = {
  â: 'a6',
  ê: 'e6',
  ô: 'o6',
  ă: 'a8',
  ơ: 'o7',
  ư: 'u7',
  đ: 'd9',
};

/** `end`: the tone after the word; `vowel`: after its vowel; `last`: all marks after the word. */
export type Order = 'end' | 'vowel' | 'last';

export const telex = (text: string, order: Order): string => typed(text, order, telexShapes, telexTones);
export const vni = (text: string, order: Order): string =>
  typed(text, order, vniShapes, ['', '1', '2', '3', '4', '5']);

function typed(text: string, order: Order, shapes: Record<string, string>, keys: readonly string[]): string {
  return text.toLowerCase().replace(/\p{L}+/gu, (word) => {
    const letters: string[] = [];
    let key = '';
    let toned = -1;
    for (const sign of word.normalize('NFD')) {
      const tone = tones.indexOf(sign);
      if (tone > 0) [key, toned] = [keys[tone] ?? '', letters.length - 1];
      else if (/\p{M}/u.test(sign)) letters.push(((letters.pop() ?? '') + sign).normalize('NFC'));
      else letters.push(sign);
    }
    if (order === 'last') {
      const marks = [...new Set(letters.map((letter) => shapes[letter]?.slice(1) ?? ''))];
      return letters.map((letter) => shapes[letter]?.[0] ?? letter).join('') + marks.join('') + key;
    }
    const spelt = letters.map(
      (letter, at) => (shapes[letter] ?? letter) + (order === 'vowel' && at === toned ? key : ''),
    );
    return spelt.join('') + (order === 'end' ? key : '');
  });
}
