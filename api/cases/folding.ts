// Text as a searcher sees it: no accents, no invisible characters, with the way back to the original. Pure.
const ignored = /[\p{M}\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/u;

export type Folded = {
  /** Without accents, case kept; full-width letters and digits as ordinary ones; every kind of space as one. */
  plain: string;
  /** The place in the original, in UTF-16 units, of each unit of `plain`; one entry more for the end. */
  places: readonly number[];
};

export function fold(text: string): Folded {
  let plain = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    for (const part of foldCharacter(character)) {
      plain += part;
      for (let unit = 0; unit < part.length; unit += 1) places.push(place);
    }
    place += character.length;
  }
  return { plain, places: [...places, text.length] };
}

const foldCharacter = (character: string): string[] =>
  /\s/.test(character)
    ? [character === '\n' ? '\n' : ' ']
    : [...character.normalize('NFKD')]
        .filter((part) => !ignored.test(part))
        .map((part) => (part === 'đ' ? 'd' : part === 'Đ' ? 'D' : part));

/** A word by its letters and its tone marks, wherever the tone is written: `Hoà` and `hòa` are one, `hoa` is another. */
export function soundOf(word: string): string {
  const parts = [...word.normalize('NFD').toLowerCase()];
  const isMark = (part: string) => /\p{M}/u.test(part);
  return `${parts.filter((part) => !isMark(part)).join('')} ${parts.filter(isMark).sort().join('')}`;
}

/** Whether a word carries no accent at all and no đ. */
export const isUnaccented = (word: string): boolean => fold(word).plain === word;
