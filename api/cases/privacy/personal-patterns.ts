// What personal data looks like in Vietnamese text, whoever's it is: patterns over text without accents. Pure data.
import { isUnaccented, soundOf, splitWords } from '../../text/folding.ts';

export type FindingKind =
  | 'name'
  | 'phone'
  | 'email'
  | 'address'
  | 'id-number'
  | 'bank-account'
  | 'tax-number'
  | 'insurance-number'
  | 'birth-date'
  | 'plate';

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

/** How people write the sign @ and the point of an address to keep it from machines; patterns over folded text. */
export const emailAt = ' ?(?:@|[([{<] ?(?:at|a cong|@) ?[)\\]}>]|a cong|(?<= )at(?= )) ?';
export const emailDot = ' ?(?:\\.|[([{<] ?(?:dot|cham|\\.) ?[)\\]}>]|(?<= )(?:dot|cham)(?= )) ?';
const anyEmail = new RegExp(
  `(?<![\\w.%+-])[\\w.%+-]{1,64}(?:@| ?[([{<] ?(?:at|a cong|@) ?[)\\]}>] ?| a cong | at (?=[a-z0-9-]{1,63} ?(?:\\.|dot|[([{<])))[a-z0-9-]{1,63}(?:(?:\\.| ?[([{<] ?(?:dot|cham|\\.) ?[)\\]}>] ?| dot | cham (?=vn|com|net|org|gov|edu))[a-z0-9-]{1,63}){1,6}`,
  'gi',
);

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
// A number that its label tells of: between them stand a few words, such as the bank's name.
const labelled = (labels: string, number: string) =>
  new RegExp(`(?<=(?<![a-z0-9])(?:${labels})[a-z :.()-]{0,30})(?<!\\d[ .-]?)${number}(?!\\d)`, 'gi');
const bankAccount = labelled('stk|(?:so )?tai khoan|so tk|tk', '\\d(?:[ .-]?\\d){5,18}');
const taxNumber = labelled('mst|ma so thue|ma so doanh nghiep|msdn', '\\d(?:[ .-]?\\d){9,12}');
const insuranceNumber = labelled(
  'bhxh|bhyt|bao hiem|so bao hiem|the bao hiem|so the',
  '(?:[a-z]{2} ?)?\\d(?:[ .-]?\\d){7,14}',
);
// A card of health insurance (15 signs: group, level, province, number) tells itself.
const insuranceCard = /(?<![a-z0-9])[a-z]{2}[ .-]?[1-5][ .-]?\d\d[ .-]?\d(?:[ .-]?\d){9}(?!\d)/gi;
const birthDate =
  /(?<=(?<![a-z0-9])(?:(?<!(?:phat|hoc|ve|hy|tai|khai|thi|ho|nay|song|sat|giam|ki|ky) )sinh|dob)(?: ngay| nam| thang| vao| la){0,3}\s?[:.]?\s?)(?:\d{1,2} ?(?:[./-]|thang) ?\d{1,2} ?(?:[./-]|,? ?nam) ?)?(?:19\d\d|20[0-2]\d)(?!\d)/gi;
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

const homeAdvice = 'có thể là địa chỉ nhà. Chỉ để lại xã, phường hoặc xóa hẳn.';

export const personalPatterns: Pattern[] = [
  {
    kind: 'phone',
    find: phone,
    advice: 'có thể là số điện thoại. Hãy xóa, trừ khi là số công khai của cơ quan.',
  },
  {
    kind: 'email',
    find: anyEmail,
    advice: 'là địa chỉ thư điện tử. Hãy xóa, trừ khi là hộp thư công khai của cơ quan.',
  },
  { kind: 'bank-account', find: bankAccount, advice: 'có thể là số tài khoản ngân hàng. Hãy xóa.' },
  { kind: 'tax-number', find: taxNumber, advice: 'có thể là mã số thuế. Hãy xóa, trừ khi là của cơ quan.' },
  { kind: 'insurance-number', find: insuranceNumber, advice: 'có thể là số sổ, số thẻ bảo hiểm. Hãy xóa.' },
  { kind: 'insurance-number', find: insuranceCard, advice: 'có thể là số thẻ bảo hiểm y tế. Hãy xóa.' },
  { kind: 'birth-date', find: birthDate, advice: 'có thể là ngày, năm sinh. Hãy xóa.' },
  { kind: 'id-number', find: namedIdNumber, advice: 'là số giấy tờ tùy thân. Hãy xóa.' },
  { kind: 'id-number', find: idNumber, advice: 'có thể là số căn cước hoặc số chứng minh. Hãy xóa.' },
  {
    kind: 'plate',
    find: plate,
    accept: (_found, plain) => /[.-]/.test(plain) || plain === plain.toUpperCase(),
    advice: 'có thể là biển số xe. Hãy xóa.',
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
      splitWords(found)
        .slice(0, 2)
        .some((word) => isUnaccented(word) || titles.has(soundOf(word))),
    advice: 'có thể là tên một người. Với công chức bị phản ánh, viết “công chức của bộ phận …”.',
  },
];
