// The sender's own name in a text, however it is written: whole, in another order, shortened, after a title. Pure.
import { foldWithPlaces, type Folded, isUnaccented, soundOf, splitWords } from '../../text/folding.ts';
import { invisible } from '../../text/signs.ts';

/** A place in the folded text; `certain`: it is the sender beyond doubt. */
export type NamePlace = { start: number; end: number; certain: boolean };

type Part = { written: string; plain: string; sound: string };
type Token = { raw: string; plain: string; written: string; start: number; end: number };

const titles = soundsOf(
  'ông bà anh chị em cô chú bác dì cậu mợ thím cụ thầy má mẹ bố cha dượng o mệ chế cháu con vợ chồng chí',
);
// Before these an ordinary compound or a place may follow (bác sĩ, công dân Bình Sơn): no capital may come after.
const looseTitles = soundsOf('giáo sĩ sư đốc dân tên là bạn sếp');
const organisationWords = soundsOf(
  'công ty cty tnhh cổ phần cp mtv một thành viên hai doanh nghiệp dntn tư nhân hợp tác xã htx trung tâm chi nhánh hộ kinh doanh cơ sở cửa hàng tập đoàn tổng viện trường và của tại',
);
const mostWords = 6;

/** A finder for a name of one to six words, or of an organisation; undefined where there is nothing to seek. */
export function nameFinder(name: string): ((text: string, folded: Folded) => NamePlace[]) | undefined {
  const all = splitWords(name.normalize('NFC')).map(partOf);
  const isTitled = all.length > 1 && titles.has(all[0]?.sound ?? '');
  const words = isTitled ? all.slice(1) : all;
  if (words.length === 0) return undefined;
  const seek = words.length > mostWords || isOrganisation(words) ? organisationPlaces : personPlaces;
  return (text, folded) => {
    const tokens = tokensOf(text, folded);
    return tokens.flatMap((_token, at) => seek(words, tokens, at, folded.plain) ?? []);
  };
}

/** Whether a name begins as companies, co-operatives, schools do. */
const isOrganisation = (words: readonly Part[]): boolean =>
  organisationWords.has(words[0]?.sound ?? '') && organisationWords.has(words[1]?.sound ?? '');

function personPlaces(words: Part[], tokens: Token[], at: number, plain: string): NamePlace | undefined {
  return (
    wholePlace(words, tokens, at, plain) ??
    shortPlace(words, tokens, at, plain) ??
    swappedPlace(words, tokens, at, plain) ??
    joinedPlace(words, tokens, at, plain) ??
    titledPlace(words, tokens, at, plain)
  );
}

/** All words, in order or not: three or more are the person whatever the case and the accents. */
function wholePlace(words: Part[], tokens: Token[], at: number, plain: string): NamePlace | undefined {
  if (words.length < 3) return undefined;
  const row = rowAt(tokens, at, words.length, plain);
  if (!row) return undefined;
  const inOrder = row.every((token, index) => token.plain === words[index]?.plain);
  if (inOrder) return placeOf(row, true);
  const left = words.map(({ plain: word }) => word);
  for (const { plain: word } of row) {
    const index = left.indexOf(word);
    if (index < 0) return undefined;
    left.splice(index, 1);
  }
  return placeOf(row, row.every(isCapital));
}

/**
 * Some of the words in their order with the given name whole, the others whole or by their first letters: `Văn An`,
 * `T.T. Bình`, `Trần T. Bình`, `Trần Bình`; or the family name with first letters after it: `Trần T. B.`.
 */
function shortPlace(words: Part[], tokens: Token[], at: number, plain: string): NamePlace | undefined {
  for (let length = Math.min(words.length, mostWords); length >= 2; length -= 1) {
    const row = rowAt(tokens, at, length, plain);
    if (!row) continue;
    const how = fitting(words, row);
    if (!how) continue;
    const last = row.at(-1);
    // A point or a line end after a whole word ends a sentence; after a first letter it shortens a name.
    const isOneName = row.slice(1).every(({ start }, index) => {
      const before = plain.slice(row[index]?.end ?? 0, start);
      return how[index] === 'initial' ? true : /^[ _-]{0,3}$/.test(before);
    });
    if (!isOneName) continue;
    const isTail = length === 2 && how.every((fit) => fit === 'word') && isSubset(words.slice(-2), row);
    // Two words may be ordinary ones (“văn an ninh”): they are the name without doubt only when capitalised.
    if (isTail) return placeOf(row, row.every(isCapital));
    if (!last || !row.every(isCapital)) continue;
    if (how.at(-1) === 'word' || (how[0] === 'word' && length === words.length)) return placeOf(row, false);
  }
  return undefined;
}

const isSubset = (words: Part[], row: Token[]): boolean =>
  words.every((word, index) => isSpelt(row[index], word));

/** How each token of a row stands for a word of the name, in order and up to the last word; undefined: not so. */
function fitting(words: Part[], row: Token[]): ('word' | 'initial')[] | undefined {
  const how: ('word' | 'initial')[] = [];
  let from = 0;
  for (const [index, token] of row.entries()) {
    const room = words.length - (row.length - index);
    const fits = index === row.length - 1 ? [words.length - 1] : range(from, room);
    const found = fits.find((place) => isSpelt(token, words[place]) || isInitial(token, words[place]));
    if (found === undefined) return undefined;
    how.push(isSpelt(token, words[found]) ? 'word' : 'initial');
    from = found + 1;
  }
  return how.includes('word') ? how : undefined;
}

/** Given name before family name: `Bình Trần`. */
function swappedPlace(words: Part[], tokens: Token[], at: number, plain: string): NamePlace | undefined {
  const row = words.length >= 2 ? rowAt(tokens, at, 2, plain) : undefined;
  if (!row || !row.every(isCapital)) return undefined;
  return isSpelt(row[0], words.at(-1)) && isSpelt(row[1], words[0]) ? placeOf(row, false) : undefined;
}

/** First letters written together before the given name: `TT Bình`. */
function joinedPlace(words: Part[], tokens: Token[], at: number, plain: string): NamePlace | undefined {
  const row = words.length >= 3 ? rowAt(tokens, at, 2, plain) : undefined;
  if (!row || !isCapital(row[1])) return undefined;
  const letters = words.slice(0, -1).map(({ plain: word }) => word.charAt(0));
  return row[0]?.plain === letters.join('') &&
    row[0].raw === row[0].raw.toUpperCase() &&
    isSpelt(row[1], words.at(-1))
    ? placeOf(row, false)
    : undefined;
}

/** A title and the given name: `cô Bình`, `co Binh`, `bà bình` (in small letters only as it is spelt). */
function titledPlace(words: Part[], tokens: Token[], at: number, plain: string): NamePlace | undefined {
  const [title, name] = [tokens[at], tokens[at + 1]];
  const given = words.at(-1);
  if (!title || !name || !given || !isSpelt(name, given)) return undefined;
  if (!/^[ .:/\n-]{1,3}$/.test(plain.slice(title.end, name.start))) return undefined;
  const isLoose = !isOneOf(titles, title) && isOneOf(looseTitles, title);
  if (!isLoose && !isOneOf(titles, title)) return undefined;
  const isWritten =
    isCapital(name) || (!isUnaccented(given.written) && soundOf(name.written) === given.sound);
  const next = tokens[at + 2];
  const goesOn = next !== undefined && isCapital(next) && plain.slice(name.end, next.start) === ' ';
  if (!isWritten || (isLoose && (goesOn || !isCapital(name)))) return undefined;
  return placeOf([title, name], false);
}

/** Two or more words in a row of what tells one organisation from another; the whole name from three words on. */
function organisationPlaces(
  words: Part[],
  tokens: Token[],
  at: number,
  plain: string,
): NamePlace | undefined {
  const whole = words.length >= 3 ? rowAt(tokens, at, words.length, plain) : undefined;
  if (whole?.every((token, index) => token.plain === words[index]?.plain)) return placeOf(whole, true);
  const first = words.findIndex(({ sound }) => !organisationWords.has(sound));
  const own = first < 0 ? [] : words.slice(first);
  const row = own.length >= 2 ? rowAt(tokens, at, own.length, plain) : undefined;
  return row && isSubset(own, row) && row.every(isCapital) ? placeOf(row, own.length >= 3) : undefined;
}

const placeOf = (row: Token[], certain: boolean): NamePlace => ({
  start: row[0]?.start ?? 0,
  end: row.at(-1)?.end ?? 0,
  certain,
});

/** So many tokens side by side, parted by nothing but spaces, points, commas, hyphens or one line end. */
function rowAt(tokens: Token[], at: number, length: number, plain: string): Token[] | undefined {
  const row = tokens.slice(at, at + length);
  if (row.length < length) return undefined;
  const isNear = (token: Token, index: number) =>
    index === 0 || /^[ \n.,_-]{0,4}$/.test(plain.slice(row[index - 1]?.end ?? 0, token.start));
  return row.every(isNear) ? row : undefined;
}

/** Written without accents, or with those of the word wherever the tone is set. */
const isSpelt = (token: Token | undefined, word: Part | undefined): boolean =>
  token !== undefined &&
  word !== undefined &&
  token.plain === word.plain &&
  (isUnaccented(token.written) || soundOf(token.written) === word.sound);

const clusters = /^(?:ngh|ng|nh|ph|th|tr|kh|gh|gi|ch|qu|[a-z])/;

const isInitial = (token: Token, word: Part | undefined): boolean =>
  word !== undefined &&
  token.plain.length < word.plain.length &&
  (token.plain === word.plain.charAt(0) || token.plain === clusters.exec(word.plain)?.[0]);

const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.raw);
const isOneOf = (sounds: ReadonlySet<string>, { written, plain }: Token): boolean =>
  isUnaccented(written) ? lettersOf(sounds).has(plain) : sounds.has(soundOf(written));

const lettersBySet = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
function lettersOf(sounds: ReadonlySet<string>): ReadonlySet<string> {
  const known =
    lettersBySet.get(sounds) ??
    new Set([...sounds].map((sound) => sound.split(' ')[0]?.replaceAll('đ', 'd') ?? ''));
  lettersBySet.set(sounds, known);
  return known;
}

/** The tokens of the folded text with what was written there. */
function tokensOf(text: string, { plain, places }: Folded): Token[] {
  return Array.from(plain.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: raw, index }) => {
    const end = index + raw.length;
    const written = text
      .slice(places[index] ?? 0, places[end] ?? text.length)
      .replace(invisible, '')
      .normalize('NFKC');
    return { raw, plain: raw.toLowerCase(), written, start: index, end };
  });
}

function partOf(written: string): Part {
  return { written, plain: foldWithPlaces(written).plain.toLowerCase(), sound: soundOf(written) };
}

function soundsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(soundOf));
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
