// The sender's own data as it may stand in a text: name, telephone, e-mail, house. Pure.
import { fold, isUnaccented, soundOf, wordsOf } from './folding.ts';
import type { Pattern } from './personal-patterns.ts';

/** What the portal knows of the sender. */
export type Sender = { name: string; phone?: string; email?: string; address?: string };

const always = () => true;

/** Patterns for whatever the sender gave; nothing is sought for what is missing or too short to mean anything. */
export function senderPatterns({ name, phone, email, address }: Sender): Pattern[] {
  return [...namePatterns(name), ...phonePatterns(phone), ...emailPatterns(email), ...housePatterns(address)];
}

function namePatterns(name: string): Pattern[] {
  const words = wordsOf(name);
  const advice = 'là tên của người gửi. Hãy thay bằng “Ông/Bà” và chữ cái đầu, hoặc xoá.';
  const patterns: Pattern[] = [];
  // Three words in a row are the person however they are written. Two may be ordinary words (“văn an ninh”):
  // they count when spelt like the name or without accents, and without doubt only when capitalised.
  if (words.length >= 3)
    patterns.push({ kind: 'name', find: inARow(words, '[ \\n._-]{0,3}'), advice, certain: always });
  if (words.length < 2 || words.length > 5) return patterns;
  const tail = words.slice(-2);
  const given = words.slice(-1);
  patterns.push(
    { kind: 'name', find: inARow(tail, ' {0,3}'), advice, accept: spelt(tail), certain: isCapitalised },
    {
      kind: 'name',
      find: inARow(['(?:ong|ba|anh|chi|em|co|chu|bac)', ...given], ' ', (word) => word),
      accept: (found, plain) =>
        isCapitalised('', plain.split(' ').at(-1) ?? '') && speltAfterTitle(found, given),
      advice: 'có thể là tên gọi của người gửi. Hãy xoá.',
    },
  );
  return patterns;
}

const titles = new Set(['ông', 'bà', 'anh', 'chị', 'em', 'cô', 'chú', 'bác'].map(soundOf));

function speltAfterTitle(found: string, given: string[]): boolean {
  const [title = '', ...rest] = wordsOf(found);
  return (isUnaccented(title) || titles.has(soundOf(title))) && spelt(given)(rest.join(' '));
}

const inARow = (words: string[], gap: string, write = (word: string) => escaped(fold(word).plain)) =>
  new RegExp(`(?<!\\w)${words.map(write).join(gap)}(?!\\w)`, 'gi');

const spelt = (words: string[]) => (found: string) => {
  const seen = wordsOf(found);
  if (seen.length !== words.length) return isUnaccented(found) || soundOf(found) === soundOf(words.join(''));
  return seen.every((word, index) => isUnaccented(word) || soundOf(word) === soundOf(words[index] ?? ''));
};

const isCapitalised = (_found: string, plain: string) =>
  plain.split(/ +/).every((word) => /^[A-Z]/.test(word));

function phonePatterns(phone = ''): Pattern[] {
  const digits = phone.replaceAll(/\D/g, '').replace(/^(?:0084|84|0)/, '');
  if (digits.length < 8) return [];
  const find = new RegExp(
    `(?<!\\d)(?:\\(?(?:\\+?84|0084|0)\\)?[ .()-]{0,3})?${[...digits].join('[ .,()/-]{0,3}')}(?!\\d)`,
    'g',
  );
  return [{ kind: 'phone', find, advice: 'là số điện thoại của người gửi. Hãy xoá.', certain: always }];
}

function emailPatterns(email = ''): Pattern[] {
  const [mailbox, host] = email.split('@');
  if (!mailbox || !host) return [];
  const find = new RegExp(
    `(?<![\\w.])${spaced(mailbox)} ?(?:@|[([]at[)\\]]|a cong) ?${spaced(host)}(?!\\w)`,
    'gi',
  );
  return [{ kind: 'email', find, advice: 'là thư điện tử của người gửi. Hãy xoá.', certain: always }];
}

/** The first parts of an address are the house; commune and province after them are nobody's own. */
function housePatterns(address = ''): Pattern[] {
  const [first = '', second = ''] = address.split(/[,;\n]/);
  const words = wordsOf(wordsOf(first).length < 3 ? `${first} ${second}` : first);
  if (words.length < 2) return [];
  return [
    {
      kind: 'address',
      find: inARow(words, '[ ,./-]{1,3}'),
      advice: 'trùng với địa chỉ của người gửi. Hãy xoá.',
    },
  ];
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
const spaced = (text: string) =>
  text
    .split('.')
    .map((part) => escaped(fold(part).plain))
    .join(' ?\\. ?');
