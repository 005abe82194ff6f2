// Text as a searcher reads it: no accents, no invisible characters, with the way back to the original. Pure.
import { plainSign } from './signs.ts';

const ignored = /[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0]/u;

export type Folded = {
  /** Accents gone, case kept; full-width signs as ordinary ones; any white space a space or \n, any dash a hyphen. */
  plain: string;
  /** For each UTF-16 unit of `plain` its place in the original, and the original's length at the end. */
  places: readonly number[];
};

/** Folds a text of any form; nothing is ever longer to search for than it looks. */
export function foldWithPlaces(text: string): Folded {
  let plain = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    plain += folded;
    for (let unit = 0; unit < folded.length; unit += 1) places.push(place);
    place += character.length;
  }
  return { plain, places: [...places, text.length] };
}

function foldCharacter(character: string): string {
  const sign = plainSign(character);
  if (/\s/.test(sign)) return sign === '\n' ? '\n' : ' ';
  const parts = [...sign.normalize('NFKD')].filter((part) => !ignored.test(part));
  return parts.join('').replace('đ', 'd').replace('Đ', 'D');
}

/** A word by its letters and its marks, wherever the tone is set: `Hoà` and `hòa` are one word, `hoa` is another. */
export function soundOf(word: string): string {
  const parts = [...word.normalize('NFD').toLowerCase()];
  const isMark = (part: string) => /\p{M}/u.test(part);
  return `${parts.filter((part) => !isMark(part)).join('')} ${parts.filter(isMark).sort().join('')}`;
}

/** Whether a word has no accent and no đ: it may then stand for any accented word of the same letters. */
export const isUnaccented = (word: string): boolean => foldWithPlaces(word).plain === word;

export const splitWords = (text: string): string[] => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
