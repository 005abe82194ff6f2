// How a person's name may stand in a text: whole, its last two words, the given name after a form of address. Pure.
import { fold, isUnaccented, soundOf } from './folding.ts';
import type { Pattern } from './masking.ts';

const address = 'ong|ba|anh|chi|em|co|chu|bac|ban';
const own = 'là tên của người gửi. Hãy thay bằng “Ông/Bà” và chữ cái đầu, hoặc xoá.';

/** Patterns for the sender's name, and for anyone named after a form of address. */
export function namePatterns(name: string): Pattern[] {
  const parts = name.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const patterns: Pattern[] = [named];
  // Three words together are the person, however they are written; two words only when capitalised.
  if (parts.length >= 3) patterns.push({ ...wordsOf(parts), certain: () => true });
  if (parts.length >= 2) patterns.push({ ...wordsOf(parts.slice(-2)), accept: soundsLike(parts.slice(-2)), certain: isCapitalised });
  const given = parts.at(-1);
  if (given && parts.length >= 2)
    patterns.push({
      kind: 'name',
      find: new RegExp(`(?<=(?<!\\w)(?:${address}) )${letters(given)}(?!\\w)`, 'gdi'),
      accept: (found, plain) => soundsLike([given])(found) && isCapitalised(found, plain),
      advice: 'có thể là tên gọi của người gửi. Hãy xoá.',
    });
  return patterns;
}

const letters = (word: string) => fold(word).plain;

const wordsOf = (parts: string[]) => ({
  kind: 'name' as const,
  find: new RegExp(`(?<!\\w)${parts.map(letters).join('[ \\n.,_-]{0,3}')}(?!\\w)`, 'gdi'),
  advice: own,
});

/** Each word as in the name, or written without any accent; a differently accented word is another word. */
const soundsLike = (parts: string[]) => (found: string) => {
  const words = found.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  return words.length !== parts.length || words.every((word, index) => isUnaccented(word) || soundOf(word) === soundOf(parts[index] ?? ''));
};

const isCapitalised = (_found: string, plain: string) => plain.split(/[ \n.,_-]+/).every((word) => /^[A-Z]/.test(word));

const named: Pattern = {
  kind: 'name',
  find: /(?<=(?<!\w)(?:[OoBb]ng|[Bb]a|[Aa]nh|[Cc]hi|dong chi|Dong chi) )(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]*(?!\w)/gd,
  advice: 'có thể là tên một người. Nếu là công chức trong phản ánh về hành vi, viết “công chức của bộ phận …”.',
};

/** `Nguyễn Văn An` -> `Ông/Bà N.V.A.`; an organisation -> `Một tổ chức`; a name without letters -> `Một cá nhân`. */
export function maskedName(name: string, kind: 'person' | 'organisation' = 'person'): string {
  if (kind === 'organisation') return 'Một tổ chức';
  const initials = name.normalize('NFC').match(/(?<![\p{L}\p{M}])\p{L}/gu) ?? [];
  return initials.length > 0 ? `Ông/Bà ${initials.map((letter) => letter.toUpperCase()).join('.')}.` : 'Một cá nhân';
}
