// Vietnamese words as they are compared: a fold key without marks and a tone key that places the tone nowhere. Pure.

/** A word of a text: as written (NFC, lower case), its keys, and where it stands in the text. */
export type Word = { text: string; fold: string; tone: string; start: number; end: number };
export type Keys = Pick<Word, 'fold' | 'tone'>;

// Grave, acute, hook, tilde and dot below, numbered as VNI numbers them.
const tones: Record<string, string> = { '́': '1', '̀': '2', '̉': '3', '̃': '4', '̣': '5' };
const shapes = '̛̂̆';
// One letter and a hyphen belong to what follows (X-quang, e-mail); "&" between letters is nothing (KH&CN).
const wordPattern = /(?:\p{L}-(?=\p{L}))?[\p{L}\p{N}]+(?:&\p{L}+)*/gu;

/** The keys of one word in lower case: `fold` without marks, `tone` with its letters and the tone's number at the end. */
export function keysOf(word: string): Keys {
  let letters = '';
  let tone = '';
  let plain = '';
  for (const sign of word.normalize('NFD')) {
    if (sign in tones) tone = tones[sign] ?? '';
    else if (shapes.includes(sign)) letters += sign;
    else if (sign >= '̀' && sign <= 'ͯ') continue;
    else if (sign !== '-' && sign !== '&') {
      letters += sign;
      plain += sign === 'đ' ? 'd' : sign;
    }
  }
  // ký and kí, quy and qui, oxy and oxi are one; huy and hui are not, and thy is nothing.
  const alike = /^(?:qu|[aeo]?[^aeoiuy\d])?y$/.test(plain);
  const ended = (key: string) => (alike ? `${key.slice(0, -1)}i` : key);
  return { fold: ended(plain), tone: ended(letters).normalize('NFC') + tone };
}

/** The letters and figures of a word in lower case, without marks. */
export const plainOf = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\p{M}&-]/gu, '')
    .replace(/đ/g, 'd');

/** The words of a text in NFC; `known` spares the work for words met before. */
export function wordsOf(text: string, known?: Map<string, Keys>): Word[] {
  const lower = text.toLowerCase();
  // A letter whose small form is longer would shift every place after it.
  const source = lower.length === text.length ? lower : text;
  return Array.from(source.matchAll(wordPattern), ({ 0: raw, index }) => {
    let keys = known?.get(raw);
    if (!keys) {
      keys = keysOf(raw);
      known?.set(raw, keys);
    }
    return { text: raw, ...keys, start: index, end: index + raw.length };
  });
}

export const isMarked = ({ fold, tone }: Keys): boolean => fold !== tone;

const split = (key: string): [string, string] =>
  /\p{L}[1-5]$/u.test(key) ? [key.slice(0, -1), key.slice(-1)] : [key, ''];

/** Whether the marks typed are some of those of the other word: `hiêu` of `hiệu`. The folds must be equal, or its start. */
export function marksFit(typed: string, other: string): boolean {
  const [letters, tone] = split(typed);
  const [otherLetters, otherTone] = split(other);
  if (tone && tone !== otherTone) return false;
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? '';
    const base = letter.normalize('NFD')[0];
    if (letter === otherLetters[at]) continue;
    const plain = letter === base && letter !== 'đ';
    const otherBase = (otherLetters[at] ?? '').normalize('NFD')[0]?.replace('đ', 'd');
    if (!plain || otherBase !== letter) return false;
  }
  return true;
}

/**
 * How well a typed word agrees with a word of equal fold: 1 with its very accents, 0.85 where hỏi and ngã were taken
 * for each other (sữa đổi), 0.3 with other accents, for it is another word.
 */
export function agreement(typed: Keys, other: Keys): number {
  if (typed.tone === other.tone) return 1;
  if (!isMarked(typed)) return 0.96;
  if (marksFit(typed.tone, other.tone)) return 0.92;
  return typed.tone.replace(/3$/, '4') === other.tone.replace(/3$/, '4') ? 0.85 : 0.3;
}
