// Where a query names somebody: what looks like a Vietnamese person's name is not kept of a search. Pure.
import { keysOf, type Word } from './text.ts';

const surnames = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Mai Trịnh Lâm Cao Lương ' +
    'Tạ Châu Quách Phùng Thái Tô Hà Kiều Từ La Đào Lưu Văn Triệu Vương Tôn Đàm Chu Thạch Nghiêm Khuất'
  )
    .split(' ')
    .map((name) => keysOf(name.toLowerCase()).tone),
);
const surnameFolds = new Set([...surnames].map((tone) => keysOf(tone.replace(/\d$/, '')).fold));
const middle = new Set(['van', 'thi']);

/** The words of a text (whose places they bear) without the names of persons. */
export function withoutNames(words: readonly Word[], text: string): Word[] {
  const kept: Word[] = [];
  for (let at = 0; at < words.length;) {
    const long = nameAt(words, at, text);
    if (long === 0) kept.push(words[at] as Word);
    at += Math.max(1, long);
  }
  return kept;
}

// How many words from here on are a name; 0: none. A surname and văn or thị is one however it is written; otherwise it
// begins with capitals (Lê Hoa), or with nguyễn and its marks.
function nameAt(words: readonly Word[], at: number, text: string): number {
  const first = words[at] as Word;
  const second = words[at + 1];
  if (!second) return 0;
  const capitals = lengthOfCapitals(words, at, text);
  const isUrban = first.fold === 'do' && second.fold === 'thi' && capitals < 2;
  if (surnameFolds.has(first.fold) && middle.has(second.fold) && !isUrban)
    return Math.max(capitals, Math.min(3, words.length - at));
  if (surnames.has(first.tone) && capitals >= 2) return capitals;
  return first.tone === keysOf('nguyễn').tone ? Math.min(3, words.length - at) : 0;
}

function lengthOfCapitals(words: readonly Word[], at: number, text: string): number {
  let long = 0;
  const isCapital = ({ start, end }: Word) => /^\p{Lu}\p{Ll}*$/u.test(text.slice(start, end));
  while (long < 5 && at + long < words.length && isCapital(words[at + long] as Word)) long++;
  return long;
}
