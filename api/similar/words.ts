// A Vietnamese text as words that can be compared: runs of words between punctuation and words without weight. Pure.
import { foldWithPlaces, soundOf, splitWords } from '../text/folding.ts';

/** One word as it is written, as it sounds (letters and marks, wherever the tone is set), and by its letters alone. */
export type Word = { written: string; sound: string; letters: string };

// Words that stand in every letter: they say nothing about what a letter is about.
const weightless = new Set(
  (
    'và là của các những một cho khi thì mà được bị đã đang sẽ vẫn còn có này đó kia ấy với trong trên dưới ngoài ở tại từ ' +
    'đến tới về theo như nên vì do bởi nếu nhưng hay hoặc cũng rất quá lại ra vào lên xuống rồi chưa không phải cần ' +
    'tôi ta em anh chị ông bà chúng mình bạn họ ai gì nào nhau để qua mỗi mọi nữa cả chỉ ngay luôn việc sự điều xin mong ' +
    'muốn ạ thưa kính'
  )
    .split(' ')
    .map(soundOf),
);
// Without accents most of them look like words with weight (bạn, bản): only these are left out.
const weightlessLetters = new Set(
  'va la cua cac nhung mot cho ma duoc da se voi trong tren o den nhu nen neu hay hoac rat roi chua khong toi em'.split(
    ' ',
  ),
);

// What a letter to this office is anyway, in words of two syllables.
const usual = [
  'phản ánh',
  'kiến nghị',
  'đề nghị',
  'người dân',
  'cơ quan',
  'thủ tục',
  'hồ sơ',
  'quy định',
  'cán bộ',
  'công chức',
  'tổ chức',
  'cá nhân',
  'nội dung',
];
const usualSounds = new Set(usual.map((pair) => pair.split(' ').map(soundOf).join('+')));
const usualLetters = new Set(usual.map((pair) => foldWithPlaces(pair).plain.replace(' ', '+')));

const accentedShare = 0.2;

/** Words already read: Vietnamese has few syllables, and letters repeat them. */
export type Lexicon = Map<string, Word>;

/** Runs of words that stand side by side; a run ends at punctuation and at words without weight. */
export function runsOf(text: string, lexicon: Lexicon = new Map()): Word[][] {
  const clauses = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}\s]+|\n/u);
  const words = clauses.map((clause) => splitWords(clause).map((written) => wordIn(lexicon, written)));
  const accented = hasAccents(words.flat());
  return words.flatMap((clause) => withoutWeightless(clause, accented));
}

function wordIn(lexicon: Lexicon, written: string): Word {
  const known = lexicon.get(written);
  if (known) return known;
  const word = { written, sound: soundOf(written), letters: foldWithPlaces(written).plain };
  lexicon.set(written, word);
  return word;
}

/** Vietnamese with its accents has one on most words; below a fifth, the writer has left them out. */
export function hasAccents(words: readonly Word[]): boolean {
  const withAccent = words.filter(({ written, letters }) => written !== letters).length;
  return withAccent >= words.length * accentedShare;
}

function withoutWeightless(clause: Word[], accented: boolean): Word[][] {
  const isWeightless = ({ sound, letters }: Word) =>
    accented ? weightless.has(sound) : weightlessLetters.has(letters);
  const pairs = accented ? usualSounds : usualLetters;
  const of = (word: Word | undefined) => (accented ? word?.sound : word?.letters);
  const isUsual = (index: number) => pairs.has(`${of(clause[index])}+${of(clause[index + 1])}`);
  const runs: Word[][] = [[]];
  for (let index = 0; index < clause.length; index += 1) {
    const word = clause[index];
    if (isUsual(index)) {
      runs.push([]);
      index += 1;
    } else if (!word || isWeightless(word)) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs.filter((run) => run.length > 0);
}
