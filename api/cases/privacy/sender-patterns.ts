// The sender's own data as it may stand in a text: telephone, e-mail, house. Pure.
import { foldWithPlaces, splitWords } from '../../text/folding.ts';
import { dialled } from '../../text/phone.ts';
import type { MaskedName } from '../fields/table.ts';
import { emailAt, emailDot, type Pattern } from './personal-patterns.ts';

/** What the portal knows of the sender. */
export type Sender = { name: string } & Partial<Record<Sought, string>>;
type Sought = Exclude<MaskedName, 'name'>;

const always = () => true;

/** Patterns for whatever the sender gave besides the name (sender-name.ts); nothing is sought for what is missing or too short to mean anything. */
export function senderPatterns(sender: Sender): Pattern[] {
  return sought.flatMap((name) => patternsOf[name](sender[name]));
}

const inARow = (
  words: string[],
  gap: string,
  write = (word: string) => escaped(foldWithPlaces(word).plain),
) => new RegExp(`(?<!\\w)${words.map(write).join(gap)}(?!\\w)`, 'gi');

function phonePatterns(phone = ''): Pattern[] {
  const digits = dialled(phone)
    .replaceAll(/\D/g, '')
    .replace(/^(?:0084|84|0)/, '');
  if (digits.length < 8) return [];
  // Whatever stands between the figures, a line end too, and the letter o for a nought.
  const gap = '[ .,()/\\n_*:-]{0,4}';
  const figures = [...digits].map((digit) => (digit === '0' ? '[0o]' : digit)).join(gap);
  const find = new RegExp(
    `(?<!\\d)(?:\\(?(?:\\+?84|0084|[0o])\\)?${gap}(?:\\([0o]\\)${gap})?)?${figures}(?!\\d)`,
    'gi',
  );
  return [{ kind: 'phone', find, advice: 'là số điện thoại của người gửi. Hãy xóa.', certain: always }];
}

function emailPatterns(email = ''): Pattern[] {
  const [mailbox, host] = email.split('@');
  if (!mailbox || !host) return [];
  const find = new RegExp(`(?<![\\w.])${spaced(mailbox)}${emailAt}${spaced(host)}(?!\\w)`, 'gi');
  return [{ kind: 'email', find, advice: 'là thư điện tử của người gửi. Hãy xóa.', certain: always }];
}

/** The first parts of an address are the house; commune and province after them are nobody's own. */
function housePatterns(address = ''): Pattern[] {
  const [first = '', second = ''] = address.split(/[,;\n]/);
  const words = splitWords(splitWords(first).length < 3 ? `${first} ${second}` : first);
  if (words.length < 2) return [];
  return [
    {
      kind: 'address',
      find: inARow(words, '[ ,./-]{1,3}'),
      advice: 'trùng với địa chỉ của người gửi. Hãy xóa.',
    },
  ];
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
const spaced = (text: string) =>
  text
    .split('.')
    .map((part) => escaped(foldWithPlaces(part).plain))
    .join(emailDot);

/** How each field that is sought is found in a text. */
const patternsOf: Record<Sought, (value?: string) => Pattern[]> = {
  phone: phonePatterns,
  email: emailPatterns,
  address: housePatterns,
};
const sought = Object.keys(patternsOf) as Sought[];
