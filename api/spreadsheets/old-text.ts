// Vietnamese written with the fonts of before Unicode (TCVN3 of the .Vn fonts, VNI) or broken on the way: recognised, never guessed at. Pure.
import { isSyllable } from './syllable.ts';

// One byte a letter, ISO 8859-1 of TCVN 5712:1993's third table as the .Vn fonts use it.
const tcvn3 = new Map<string, string>(
  [
    'ĂÂÊÔƠƯĐăâêôơưđ|0xa1',
    'àảãáạ|0xb5',
    'ằẳẵắ|0xbb',
    'ặầẩẫấậè|0xc6',
    'ẻẽéẹềểễếệìỉ|0xce',
    'ĩíịò|0xdc',
    'ỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ|0xe1',
  ].flatMap((run) => {
    const [letters = '', from = ''] = run.split('|');
    return [...letters].map((letter, at) => [String.fromCharCode(Number(from) + at), letter] as const);
  }),
);

// Two letters a vowel: the base and what carries its marks.
const vniMarks: Record<string, string> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const vniLetters: Record<string, string> = { ñ: 'đ', ó: 'ĩ', ò: 'ị', æ: 'ỉ', î: 'ỵ', ô: 'ơ', ö: 'ư' };

/** A word read as TCVN3; letters of other tables stay. */
export const fromTcvn3 = (text: string): string =>
  [...text].map((letter) => tcvn3.get(letter) ?? letter).join('');

/** A word read as VNI. */
export function fromVni(text: string): string {
  const letters = [...text.toLowerCase()];
  let read = '';
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    const mark = vniMarks[letters[at + 1] ?? ''];
    const base = vniLetters[letter] ?? letter;
    const takes = /^[aeouyơư]$/.test(base) && !(mark?.startsWith('\u0302') && !/^[aeo]$/.test(base));
    if (mark && takes) {
      read += base + mark;
      at += 1;
    } else read += base;
  }
  return read.normalize('NFC');
}

const words = /[\p{L}\u00a1-\u00ff\u0102\u0103]+/gu;
// Never a letter of Vietnamese in Unicode: the middle of the first table, and what VNI has of other languages.
const strangeTcvn3 =
  /[\u00a1-\u00ac\u00ae-\u00bf\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d0\u00d1\u00d6-\u00d8\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/u;
const strangeVni = /[ñæïûøåäëüöîÑÆÏÛØÅÄËÜÖÎ]|[ae][ùøûõïâáàåãäêéèúüë]/u;
const own = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u;
// UTF-8 that was read one byte a letter, or letters that a program had to give up.
const broken =
  /\u00c3[\u0080-\u00bf\u2018-\u201d\u0192]|\u00e1[\u00ba\u00bb][\u0080-\u00bf\u0152-\u2122]|\u00c4[\u2018\u0090\u0192]|\u00c6[\u00a0\u00b0\u00af]|\ufffd/u;

export type OldText = 'TCVN3' | 'VNI' | 'broken';

/** In which old form a text is written; undefined: in none that is known. `20 µm`, `m²`, `Müller` are none.
 * `among`: other cells of the worksheet are in an old form, so that one word is enough. */
export function oldTextIn(text: string, among = false): OldText | undefined {
  if (broken.test(text)) return 'broken';
  const found = { TCVN3: 0, VNI: 0 };
  let inner = false;
  let read = 0;
  for (const [word] of text.slice(0, 2000).matchAll(words)) {
    if (own.test(word)) read += 1;
    if (own.test(word) || word.length > 10 || word.length < 2) continue;
    if (strangeTcvn3.test(word) && isSyllable(fromTcvn3(word))) {
      found.TCVN3 += 1;
      inner ||= /\p{L}[\u00a1-\u00bf]\p{L}/u.test(word);
    }
    if (strangeVni.test(word) && isSyllable(fromVni(word))) found.VNI += 1;
  }
  // Among words that are sound, a single strange one is a foreign name.
  const enough = read > 2 ? 3 : among ? 1 : 2;
  const kind = found.TCVN3 >= found.VNI ? 'TCVN3' : 'VNI';
  if (found[kind] >= enough) return kind;
  const all = [...text.matchAll(words)].length;
  return found[kind] === 1 && all === 1 && (kind === 'VNI' || inner) ? kind : undefined;
}

/** What to do about it, for the one whose file it is. */
export const oldTextSays: Record<OldText, string> = {
  TCVN3:
    'chữ theo bảng mã TCVN3 (phông .Vn), không phải Unicode. Chuyển sang Unicode (Unikey: Ctrl + Shift + F6) rồi gửi lại.',
  VNI: 'chữ theo bảng mã VNI (phông VNI-), không phải Unicode. Chuyển sang Unicode (Unikey: Ctrl + Shift + F6) rồi gửi lại.',
  broken: 'chữ bị vỡ dấu khi chuyển tệp. Mở lại tệp gốc bằng Excel, lưu thành .xlsx rồi gửi lại.',
};
