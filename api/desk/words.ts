// What a case can be searched by, and what somebody searches for, brought to the same spelling. Pure.
import { fold } from '../text/fold.ts';
import { dialled, readPhone } from '../text/phone.ts';

/** What a term may be: one of these words of the matter, or of these of the sender. */
export type Term = { words: string[]; people: string[] };

const mostTyped = 200;
const mostTerms = 12;
const longestWord = 40;

/** Words without accents, in the order in which they stand; each at most 40 characters. */
export const wordsIn = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.slice(0, longestWord));

const withoutZeros = (figures: string) => figures.replace(/^0+(?=\d)/, '');
const numberPart = (figures: string) => `n:${withoutZeros(figures)}`;
const phoneWord = (number: string) => `p:${number}`;
const endWord = (figures: string) => `t:${figures}`;
const emailWord = (email: string) => `e:${email.toLowerCase()}`;

// What people say of a number that they half remember: its last three to nine figures.
const ends = [3, 4, 5, 6, 7, 8, 9];

/** The words by which a case is found that stands in the register under a running number, with these texts in it. */
export const matterWords = (serial: number, texts: readonly (string | null)[]): string[] => [
  numberPart(String(serial)),
  ...new Set(texts.flatMap((text) => (text ? wordsIn(text) : []))),
];

type Person = { name: string; address: string; phone: string | null; email: string | null };

/** The words by which a sender is found. */
export function personWords({ name, address, phone, email }: Person): string[] {
  const figures = phone ? dialled(phone) : '';
  const digits = figures.replace(/\D/g, '');
  return [
    ...new Set([
      ...wordsIn(name),
      ...wordsIn(address),
      ...(figures ? [phoneWord(figures)] : []),
      ...ends.filter((length) => length < digits.length).map((length) => endWord(digits.slice(-length))),
      ...(email ? [emailWord(email), ...wordsIn(email.split('@')[0] ?? '')] : []),
    ]),
  ];
}

// At least eight figures with what people put between them; linear, for it looks at 200 characters.
const figureRun = /\+?\d(?:[ .()-]?\d){7,40}/g;

/** The telephone numbers in a run of figures, and what of it is none. */
function phonesIn(run: string): { numbers: string[]; rest: string } {
  const groups = run.split(' ');
  const numbers: string[] = [];
  const rest: string[] = [];
  while (groups.length > 0) {
    let taken = groups.length;
    let number: string | undefined;
    for (; taken > 0 && number === undefined; taken -= 1) {
      const read = readPhone(groups.slice(0, taken).join(' '));
      if ('number' in read) number = read.number;
    }
    if (number === undefined) rest.push(groups.shift() ?? '');
    else {
      numbers.push(number);
      groups.splice(0, taken + 1);
    }
  }
  return { numbers, rest: rest.join(' ') };
}

/**
 * The terms that a search asks for, all of which a case must have: a telephone number in any spelling, an e-mail address,
 * part of a case number, the end of a telephone number, and words. At most 12, out of the first 200 characters.
 */
export function termsOf(typed: string): Term[] {
  const text = typed.slice(0, mostTyped);
  const terms: Term[] = [];
  const rest = text.replace(figureRun, (run) => {
    const { numbers, rest } = phonesIn(run);
    for (const number of numbers) terms.push({ words: [], people: [phoneWord(dialled(number))] });
    return ` ${rest} `;
  });
  for (const chunk of rest.split(/\s+/).filter(Boolean)) {
    if (/^[^@\s]+@[^@\s]+$/.test(chunk)) {
      terms.push({ words: [], people: [emailWord(chunk)] });
      continue;
    }
    for (const word of wordsIn(chunk)) {
      const isNumber = /^\d+$/.test(word);
      terms.push({
        words: isNumber ? [word, numberPart(word)] : [word],
        people: isNumber && word.length >= 3 ? [word, endWord(word)] : [word],
      });
    }
  }
  return terms.slice(0, mostTerms);
}

/** The running part of a case number, where nothing else was typed. */
export function serialIn(typed: string): number | undefined {
  const figures = /^\s*(\d{1,9})\s*$/.exec(typed.slice(0, mostTyped))?.[1];
  return figures === undefined ? undefined : Number(figures);
}
