// The characters that the typeface of the pages holds. What is not here is shown in a typeface of the visitor's machine.

const span = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

const latin = span(0x20, 0x7e) + span(0xa0, 0xff);
const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const toned = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))).join('');
const vietnamese = `${toned}${toned.toUpperCase()}đĐ`;
// Text that came decomposed.
const marks = tones.join('') + '\u0302\u0306\u031b';
const signs = '–—‘’“”„…•₫€→←↑↓−≤≥′″‹›\u2009\u202f';

/** Each once, in the order of their numbers. */
export const letters = [...new Set(latin + vietnamese + marks + signs)].toSorted().join('');
