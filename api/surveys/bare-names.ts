// Names of persons that stand in a text without “ông”, “bà”, “anh”, “chị” before them, known by the family name. Pure.

/** Family names of some nine in ten people that are hardly the beginning of anything else. */
const plain = new Set(
  'nguyễn trần phạm huỳnh hoàng phan võ vũ đặng bùi đỗ ngô dương đinh đoàn trương trịnh đào lương phùng vương tống quách tạ lê'.split(
    ' ',
  ),
);
/** Family names that places and ordinary words begin with too, such as Hà Nội, Lý Sơn, hồ sơ: more must follow. */
const doubtful = new Set('hồ lý hà cao thái lâm mai tô châu văn lưu đàm kiều la từ'.split(' '));
/** As people write them without accents; `do`, `vu`, `le` and the like are left out. */
const unaccented = new Set(
  'nguyen tran pham huynh hoang phan dang bui ngo duong dinh doan truong trinh phung vuong quach'.split(' '),
);
const notPersons = new Set(['hồ chí minh']);
const mostWords = 4;

type Place = { start: number; end: number };

/** Where such names begin and end, in order, in UTF-16 units. Up to four capitalised words in a row are one name. */
export function findBareNames(text: string): Place[] {
  const places: Place[] = [];
  for (const run of capitalisedRuns(text)) {
    const words = run.map(({ word, ...place }) => ({
      word: word.normalize('NFC').toLocaleLowerCase('vi'),
      ...place,
    }));
    const isShouted = run.every(({ word }) => word === word.toLocaleUpperCase('vi'));
    for (let at = 0; at < words.length - 1; at += 1) {
      const name = words.slice(at, at + mostWords);
      const [first, last] = [name[0], name.at(-1)];
      if (
        !first ||
        !last ||
        !isName(
          name.map(({ word }) => word),
          isShouted,
        )
      )
        continue;
      places.push({ start: first.start, end: last.end });
      at += name.length - 1;
    }
  }
  return places;
}

/** Two capitalised words or more with nothing but spaces between; the first may begin inside a word. Word by word, so that the time grows with the text. */
function capitalisedRuns(text: string): (Place & { word: string })[][] {
  const runs: (Place & { word: string })[][] = [];
  let end = 0;
  for (const { 0: whole, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const isNext = /^\p{Lu}/u.test(whole) && /^[ \t\u00a0]+$/.test(text.slice(end, index));
    const from = isNext ? 0 : whole.search(/\p{Lu}/u);
    end = index + whole.length;
    if (from < 0) {
      runs.push([]);
      continue;
    }
    const word = { word: whole.slice(from), start: index + from, end };
    const run = isNext ? runs.at(-1) : undefined;
    if (run && run.length > 0) run.push(word);
    else runs.push([word]);
  }
  return runs.filter((run) => run.length > 1);
}

function isName(words: readonly string[], isShouted: boolean): boolean {
  const [family = '', ...given] = words;
  if (notPersons.has(words.slice(0, 3).join(' '))) return false;
  if (plain.has(family) || unaccented.has(family)) return given.length > 0;
  return !isShouted && doubtful.has(family) && given.length > 1;
}
