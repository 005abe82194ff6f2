// What personal data looks like in Vietnamese text, whoever's it is: patterns over text without accents. Pure data.
import { isUnaccented, soundOf, wordsOf } from './folding.ts';

export type FindingKind = 'name' | 'phone' | 'email' | 'address' | 'id-number' | 'plate';

export type Pattern = {
  kind: FindingKind;
  /** Runs on folded text; has the flag g. */
  find: RegExp;
  /** Completes the sentence “…”: in Vietnamese, and says what to do. */
  advice: string;
  /** Throws a match out again; given the original and the folded match. */
  accept?: (found: string, plain: string) => boolean;
  /** Whether a match is the sender's own without doubt; never, where absent. */
  certain?: (found: string, plain: string) => boolean;
};

// A number never begins inside another: 1.001786 and 3.300.000 hold no telephone. Two joined telephones are two.
const start = '(?<!\\d|(?<!\\d{8})\\d[.,])';
const end = '(?!\\d| \\d{3}(?!\\d)| ?(?:dong|vnd|d|trieu|ty)(?![a-z]))';
const noDate = '(?!\\d\\d[.-]\\d\\d[.-](?:19|20)\\d\\d(?!\\d))';
const gap = '[ .()-]{0,3}';

const phone = new RegExp(
  `${start}${noDate}(?:\\(?(?:\\+84|0084|84)\\)?${gap}(?:\\(0\\))?|\\(?0)${gap}[1-9](?:${gap}\\d){8,9}${end}`,
  'gi',
);
const idNumber = new RegExp(
  `${start}(?:\\d{12}|\\d{9}|\\d{3} \\d{3} \\d{3}(?: \\d{3})?|0\\d\\d\\.\\d{3}\\.\\d{3}\\.\\d{3})${end}(?![./]\\d)`,
  'gi',
);
const namedIdNumber =
  /(?<=\b(?:cmnd|cccd|can cuoc(?: cong dan)?|chung minh(?: thu| nhan dan)?|dinh danh(?: ca nhan)?|ho chieu)(?: so)?:? {0,2})[a-z]?\d(?:[ .]?\d){6,11}(?!\d)/gi;
const plate =
  /(?<![\w.,/-])[1-9]\d(?:[ -]?[a-z]{1,2}\d?[ -]?\d{3}\.\d\d|-?[a-z]\d?-\d{5}|-?[a-z]{1,2}\d? ?\d{5}|-?[a-z]\d?-(?!(?:19|20)\d\d(?!\d))\d{4})(?![\d/]|[.,]\d)/gi;
const house = /\bso nha:? ?\d[\w/-]*/gi;
const street =
  /(?<![\w./-])(?:[Ss]o \d[\w/-]{0,9},? (?:duong|pho|hem|ngach|kiet) \w+|\d[\w/-]{0,9},? (?:duong|pho|hem|ngach|kiet) [A-Z0-9]\w*)(?: [A-Z]\w*){0,4}/g;
const numberAndName = /\b[Ss]o \d{1,4}[a-z]?(?:\/\d+)*,? [A-Z][a-z]+(?: [A-Z][a-z]+){1,3}/g;
const documentWord = /^\S+ \S+ (?:Bo|Cong|Dieu|Ke|Luat|Nghi|Quyet|So|Thong|Uy) /;
const hamlet =
  /\b(?:(?:[Tt]hon|[Xx]om|TDP|tdp|[Tt]o dan pho|[Kk]hu dan cu|[Kk]hu pho)(?: so)? (?:\d+[\w/-]*|[A-Z]\w*(?: [A-Z]\w*){0,3})|(?:[Hh]em|[Nn]go|[Nn]gach|[Kk]iet)(?: so)? \d[\w/-]*)/g;
const titles = new Set(['ông', 'bà', 'anh', 'chị', 'chí'].map(soundOf));
const titledName =
  /(?<!\w)(?:[Oo]ng|[Bb]a|[Aa]nh|[Cc]hi|[Dd]ong chi) [A-Z][a-z]+(?: [A-Z][a-z]*){1,4}(?!\w)/g;

const homeAdvice = 'có thể là địa chỉ nhà. Chỉ để lại xã, phường hoặc xoá hẳn.';

export const personalPatterns: Pattern[] = [
  {
    kind: 'phone',
    find: phone,
    advice: 'có thể là số điện thoại. Hãy xoá, trừ khi là số công khai của cơ quan.',
  },
  {
    kind: 'email',
    find: /(?<![\w.%+-])[\w.%+-]+(?:@| ?[([]at[)\]] ?)[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi,
    advice: 'là địa chỉ thư điện tử. Hãy xoá, trừ khi là hộp thư công khai của cơ quan.',
  },
  { kind: 'id-number', find: namedIdNumber, advice: 'là số giấy tờ tuỳ thân. Hãy xoá.' },
  { kind: 'id-number', find: idNumber, advice: 'có thể là số căn cước hoặc số chứng minh. Hãy xoá.' },
  {
    kind: 'plate',
    find: plate,
    accept: (_found, plain) => /[.-]/.test(plain) || plain === plain.toUpperCase(),
    advice: 'có thể là biển số xe. Hãy xoá.',
  },
  { kind: 'address', find: house, advice: homeAdvice },
  { kind: 'address', find: hamlet, advice: homeAdvice },
  { kind: 'address', find: street, advice: homeAdvice },
  {
    kind: 'address',
    find: numberAndName,
    accept: (_found, plain) => !documentWord.test(plain),
    advice: homeAdvice,
  },
  {
    kind: 'name',
    find: titledName,
    // Without this, "Hồ Chí Minh" after folding would hold a "chị Minh".
    accept: (found) =>
      wordsOf(found)
        .slice(0, 2)
        .some((word) => isUnaccented(word) || titles.has(soundOf(word))),
    advice: 'có thể là tên một người. Với công chức bị phản ánh, viết “công chức của bộ phận …”.',
  },
];
