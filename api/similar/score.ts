// How much two texts speak of the same thing, by the words and pairs of words they share, and which those are. Pure.
import { hasAccents, type Lexicon, runsOf, type Word } from './words.ts';

/** Below this, texts are taken to speak of different things (0 nothing shared, 1 the same words). */
export const threshold = 0.12;
/** Only the beginning of a text is compared: of the letter, and of each candidate, in UTF-16 units. */
const comparedLength = { letter: 3_000, candidate: 1_000 };
const mostShared = 5;

type Weigh = (term: string) => number;
type Key = 'sound' | 'letters';
export type Likeness = { score: number; shared: string[] };
export type Found<Candidate> = Likeness & { candidate: Candidate };

type Text = { runs: Word[][]; accented: boolean; terms: Partial<Record<Key, Set<string>>> };

function read(text: string, length: number, lexicon?: Lexicon): Text {
  const runs = runsOf(text.slice(0, length), lexicon);
  return { runs, accented: hasAccents(runs.flat()), terms: {} };
}

// Accents count when both texts have them; a text without accents can only be compared by its letters.
const keyFor = (a: Text, b: Text): Key => (a.accented && b.accented ? 'sound' : 'letters');

const pairOf = (word: Word, next: Word, key: Key) => `${word[key]}+${next[key]}`;

/** Single words and pairs of neighbours, each once. */
function termsOf(text: Text, key: Key): Set<string> {
  const known = text.terms[key];
  if (known) return known;
  const terms = new Set<string>();
  for (const run of text.runs)
    run.forEach((word, index) => {
      terms.add(word[key]);
      const next = run[index + 1];
      if (next) terms.add(pairOf(word, next, key));
    });
  text.terms[key] = terms;
  return terms;
}

function squares(terms: Iterable<string>, weigh: Weigh): number {
  let sum = 0;
  for (const term of terms) sum += weigh(term) ** 2;
  return sum;
}

/**
 * Likeness of two texts: the cosine of their terms (words and pairs of words), each weighed by `weigh`.
 * `shared` are the phrases of `b` that also stand in `a`, as `b` writes them, the heaviest first.
 * Two texts that share no pair of neighbours are not alike: a single Vietnamese syllable is seldom a word.
 */
export function similarity(a: string, b: string, weigh: Weigh = () => 1): Likeness {
  const [mine, theirs] = [read(a, comparedLength.letter), read(b, comparedLength.letter)];
  return { score: scoreOf(mine, theirs, weigh), shared: phrases(mine, theirs, weigh) };
}

function scoreOf(a: Text, b: Text, weigh: Weigh): number {
  const key = keyFor(a, b);
  const [mine, theirs] = [termsOf(a, key), termsOf(b, key)];
  const common = [...theirs].filter((term) => mine.has(term));
  if (!common.some((term) => term.includes('+'))) return 0;
  return squares(common, weigh) / Math.sqrt(squares(mine, weigh) * squares(theirs, weigh));
}

/** The longest phrases of `b` whose pairs of neighbours all stand in `a`. */
function phrases(a: Text, b: Text, weigh: Weigh): string[] {
  const key = keyFor(a, b);
  const mine = termsOf(a, key);
  const found = new Map<string, number>();
  for (const run of b.runs) {
    let phrase: string[] = [];
    let weight = 0;
    run.forEach((word, index) => {
      const next = run[index + 1];
      phrase.push(word.written);
      const pair = next && pairOf(word, next, key);
      if (pair && mine.has(pair)) {
        weight += weigh(pair);
        return;
      }
      if (phrase.length > 1) found.set(phrase.join(' '), weight);
      [phrase, weight] = [[], 0];
    });
  }
  const heaviest = [...found].sort(([p, weightP], [q, weightQ]) => weightQ - weightP || (p < q ? -1 : 1));
  return heaviest.slice(0, mostShared).map(([phrase]) => phrase);
}

/**
 * The candidates most like a text, at most `most`, the likest first; equals keep the order in which they came.
 * A term that few candidates have weighs more: ln(1 + N / candidates that have it).
 */
export function findSimilar<Candidate extends { text: string }>(
  candidates: readonly Candidate[],
  text: string,
  most = 3,
): Found<Candidate>[] {
  const lexicon: Lexicon = new Map();
  const asked = read(text, comparedLength.letter, lexicon);
  const texts = candidates.map((candidate) => ({
    candidate,
    theirs: read(candidate.text, comparedLength.candidate, lexicon),
  }));
  const weigh = rarity(texts.map(({ theirs }) => termsOf(theirs, keyFor(asked, theirs))));
  return texts
    .map(({ candidate, theirs }) => ({ candidate, theirs, score: scoreOf(asked, theirs, weigh) }))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ candidate, theirs, score }) => ({ candidate, score, shared: phrases(asked, theirs, weigh) }));
}

function rarity(texts: Set<string>[]): Weigh {
  const having = new Map<string, number>();
  for (const terms of texts) for (const term of terms) having.set(term, (having.get(term) ?? 0) + 1);
  const weights = new Map([...having].map(([term, count]) => [term, Math.log(1 + texts.length / count)]));
  const unheard = Math.log(1 + texts.length);
  return (term) => weights.get(term) ?? unheard;
}
