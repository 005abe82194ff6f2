// Looks for personal data in a text that is to be published. It hints; only the sender's own name, telephone and
// e-mail are certain. Masking rules: Điều 16 Luật 91/2025/QH15, Điều 19 Nghị định 20/2008/NĐ-CP. Pure.
import { fold, type Folded } from './folding.ts';
import { namePatterns } from './name-patterns.ts';

export type FindingKind = 'name' | 'phone' | 'email' | 'address' | 'id-number' | 'plate';

/** `start` and `end` in UTF-16 units of the text; `certain`: it is the sender's own and must not go out. */
export type Finding = {
  kind: FindingKind;
  text: string;
  start: number;
  end: number;
  advice: string;
  certain: boolean;
};

/** What the portal knows of the sender. */
export type Sender = { name: string; phone?: string; email?: string; address?: string };

export type Pattern = {
  kind: FindingKind;
  /** Run on the text without accents (see `fold`), with flags g and d. */
  find: RegExp;
  advice: string;
  certain?: (found: string, plain: string) => boolean;
  /** Throws a match out again, by the original and the unaccented text of it. */
  accept?: (found: string, plain: string) => boolean;
};

const gap = '[ .()-]{0,3}';
// A number does not begin inside another one: 1.001786, 20/2008/NĐ-CP and 3.300.000 hold no telephone.
const numberStart = '(?<![0-9A-Za-z]|\\d[.,/-])';
const isoOrVietnameseDate = '(?!\\d{2}[.-]\\d{2}[.-](?:19|20)\\d{2}(?!\\d))';
const notMoney = '(?!\\d| ?(?:dong|vnd|d\\b|trieu|ty|ti)\\b)';

const general: Pattern[] = [
  {
    kind: 'phone',
    find: new RegExp(
      `${numberStart}${isoOrVietnameseDate}(?:\\(?(?:\\+84|0084|84)\\)?${gap}(?:\\(0\\))?|\\(?0)(?:${gap}\\d){9,10}(?!\\d)`,
      'gdi',
    ),
    advice: 'có thể là số điện thoại. Hãy xoá, trừ khi là số công khai của cơ quan.',
  },
  {
    kind: 'email',
    find: /(?<![\w.%+-])[\w.%+-]+(?:@| ?[([]at[)\]] ?)[a-z0-9-]+(?:\.[a-z0-9-]+)+/gdi,
    advice: 'là địa chỉ thư điện tử. Hãy xoá, trừ khi là hộp thư công khai của cơ quan.',
  },
  {
    kind: 'id-number',
    find: new RegExp(
      `${numberStart}(?:\\d{12}|\\d{9}|\\d{3} \\d{3} \\d{3}(?: \\d{3})?|0\\d{2}\\.\\d{3}\\.\\d{3}\\.\\d{3})${notMoney}(?![./]\\d)`,
      'gdi',
    ),
    advice: 'có thể là số giấy tờ (căn cước, chứng minh). Hãy xoá.',
  },
  {
    kind: 'id-number',
    find: /(?<=\b(?:cmnd|cccd|can cuoc(?: cong dan)?|chung minh(?: thu| nhan dan)?|dinh danh|ho chieu)(?: so| ca nhan)?:? {0,2})[a-z]?\d(?:[ .]?\d){6,11}(?!\d)/gdi,
    advice: 'là số giấy tờ (căn cước, chứng minh, hộ chiếu). Hãy xoá.',
  },
  {
    kind: 'plate',
    find: /(?<![\w.,/-])[1-9]\d(?:[ -]?[a-z]{1,2}\d?[ -]?\d{3}\.\d{2}|-?[a-z]\d?-\d{5}|-?[A-Z]{1,2}\d? ?\d{5}|-?[a-z]\d?-(?!(?:19|20)\d{2}(?!\d))\d{4})(?![\d,/])/gdi,
    accept: (_found, plain) => plain.includes('-') || plain.includes('.') || plain === plain.toUpperCase(),
    advice: 'có thể là biển số xe. Hãy xoá.',
  },
  {
    kind: 'address',
    find: /\b(?:so nha:? ?\d[\w/-]*|(?:so )?\d[\w/-]{0,9},? (?:duong|pho|hem|ngo|ngach|kiet) [A-Z0-9][^\n,.;]{0,40}|so \d{1,4}[a-z]?(?:\/\d+)*,? (?:[A-Z][a-z]+ ?){2,4})/gd,
    accept: (_found, plain) => !/^so \d+\S* (?:Nghi|Quyet|Thong|Dieu|Ke|Cong|Luat|Chi|Van|Phu)\b/.test(plain),
    advice: 'có thể là địa chỉ nhà. Chỉ để lại xã, phường hoặc xoá hẳn.',
  },
  {
    kind: 'address',
    find: /\b(?:thon|xom|tdp|to dan pho|khu dan cu|khu pho|hem|ngo|ngach|kiet)(?: so)? (?:\d+[\w/-]*|[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})/gdi,
    accept: (_found, plain) => /(?:\d|\b[A-Z][a-z]*)\S*$/.test(plain),
    advice: 'có thể là địa chỉ nhà. Chỉ để lại xã, phường hoặc xoá hẳn.',
  },
];

/**
 * Finds what looks personal in a text (any length, NFC or not), in its order and without overlaps; what is certainly
 * the sender's own wins over what only looks like personal data. Accents, letter case, spaces and invisible
 * characters do not hide anything.
 */
export function findPersonalData(text: string, sender: Sender): Finding[] {
  const folded = fold(text);
  const found = [...senderPatterns(sender), ...namePatterns(sender.name), ...general].flatMap((pattern) =>
    matches(text, folded, pattern),
  );
  const kept: Finding[] = [];
  for (const finding of found.toSorted((a, b) => Number(b.certain) - Number(a.certain)))
    if (kept.every((other) => finding.end <= other.start || other.end <= finding.start)) kept.push(finding);
  return kept.toSorted((a, b) => a.start - b.start);
}

function matches(text: string, { plain, places }: Folded, { kind, find, advice, certain, accept }: Pattern): Finding[] {
  return [...plain.matchAll(find)].flatMap((match): Finding[] => {
    const trimmed = match[0].trimEnd();
    const [start, end] = [places[match.index] ?? 0, places[match.index + trimmed.length] ?? text.length];
    const found = text.slice(start, end);
    if (trimmed === '' || accept?.(found, trimmed) === false) return [];
    return [{ kind, text: found, start, end, advice, certain: certain?.(found, trimmed) ?? false }];
  });
}

function senderPatterns({ phone, email, address }: Sender): Pattern[] {
  const always = () => true;
  const patterns: Pattern[] = [];
  const digits = (phone ?? '').replaceAll(/\D/g, '').replace(/^(?:0084|84|0)/, '');
  if (digits.length >= 8)
    patterns.push({
      kind: 'phone',
      find: new RegExp(`(?<!\\d)(?:\\(?(?:\\+?84|0084|0)\\)?${gap})?${[...digits].join('[ .,()/-]{0,3}')}(?!\\d)`, 'gd'),
      advice: 'là số điện thoại của người gửi. Hãy xoá.',
      certain: always,
    });
  const [mailbox, host] = (email ?? '').split('@');
  if (mailbox && host)
    patterns.push({
      kind: 'email',
      find: new RegExp(`(?<![\\w.])${spaced(mailbox)} ?(?:@|[([]at[)\\]]|a cong) ?${spaced(host)}(?!\\w)`, 'gdi'),
      advice: 'là thư điện tử của người gửi. Hãy xoá.',
      certain: always,
    });
  // The first part of an address is the house; the rest (commune, province) names no one.
  const house = words((address ?? '').split(/[,;\n]/)[0] ?? '');
  if (house.length >= 2)
    patterns.push({
      kind: 'address',
      find: new RegExp(`(?<!\\w)${house.map(escaped).join('[ ,.-]{1,3}')}(?!\\w)`, 'gdi'),
      advice: 'trùng với địa chỉ của người gửi. Hãy xoá.',
    });
  return patterns;
}

const words = (text: string) => fold(text).plain.split(/[^\p{L}\p{N}/]+/u).filter(Boolean);
const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
const spaced = (text: string) => text.split('.').map((part) => escaped(fold(part).plain)).join(' ?\\. ?');
