// A telephone number as people type or paste it, brought to the one spelling that is kept. Pure.
import { plainLine } from './signs.ts';

/** `number` is `0905123456` or `+4930123456`, with ` máy lẻ 101` behind it where an extension was given. */
export type ReadPhone = { number: string } | { wrong: 'shape' | 'several' };

const label =
  /^(?:(?:s[oố]\s*)?(?:đt|dt|sđt|sdt|đtdđ|đi[eệ]n tho[aạ]i|dien thoai|tel|phone|di đ[oộ]ng|mobile|zalo|hotline)|s[oố])\s?[:.]?\s*/iu;
const extension = /[\s,;(]*(?:m[aá]y l[eẻ]|s[oố] l[eẻ]|n[oộ]i b[oộ]|ext|x|#)[\s.:]*(\d{1,6})\)?$/iu;
const app = /\s?\(?(?:zalo|viber|whatsapp|di đ[oộ]ng|nhà riêng)\)?$/iu;
const outer = /^[\s.,;:'"<([{]+|[\s.,;:'"\])}>]+$/g;
const mostCharacters = 80;

/**
 * Reads what stands in a field of at most 80 characters: `+84 (0) 905 123 456`, `0084905…`, `84-905-…`, any dash,
 * point or space, a label before it, stray punctuation around it. Vietnamese numbers begin with 0 and have 10 or 11
 * figures (Thông tư 22/2014/TT-BTTTT: subscriber numbers); others are kept as `+` with 8 to 15 figures (ITU-T E.164).
 */
export function readPhone(typed: string): ReadPhone {
  if (typed.length > mostCharacters) return { wrong: 'shape' };
  const bare = plainLine(typed.replace(/^tel:/i, '')).replace(label, '').replace(app, '').replace(outer, '');
  const inner = extension.exec(bare);
  const main = inner ? bare.slice(0, inner.index) : bare;
  const number = numberIn(main);
  if (number) return { number: inner ? `${number} máy lẻ ${inner[1]}` : number };
  return { wrong: partsOf(main).length > 1 ? 'several' : 'shape' };
}

const separators = /[\s.()[\]/_-]/g;

function numberIn(text: string): string | undefined {
  if (!/^[+\d\s.()[\]/_-]+$/.test(text) || text.lastIndexOf('+') > 1) return undefined;
  const digits = text.replace(separators, '');
  const national =
    /^(?:\+84|0084|84(?=0?[1-9]\d{8,9}$))0?([1-9]\d{8,9})$/.exec(digits) ?? /^0([1-9]\d{8,9})$/.exec(digits);
  if (national) return `0${national[1]}`;
  // 00905123456 is a slip of 0905123456 as likely as a number abroad: it is asked about.
  const abroad = /^(?:\+|00(?=\d{10}))([1-9]\d{7,14})$/.exec(digits)?.[1];
  return abroad && !abroad.startsWith('84') ? `+${abroad}` : undefined;
}

/** The whole numbers in a text that holds more than one, parted by a stroke, comma, semicolon or a word. */
function partsOf(text: string): string[] {
  return text
    .split(/\s*(?:[/,;|&]|\s-\s|\bho[aặ]c\b|\bv[aà]\b)\s*/iu)
    .flatMap((part) => numberIn(part.replace(label, '').replace(outer, '')) ?? []);
}

/** The figures that are dialled: without an extension. */
export const dialled = (phone: string): string => phone.split(' ')[0] ?? '';

/** The address that dials a number as it is written, its spaces and points aside. */
export const dialHref = (written: string): string => `tel:${written.replace(/[^\d+]/g, '')}`;
