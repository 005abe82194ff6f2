// The second stage: how well a title answers a query, by words, accents, neighbours, beginning and whole. Pure.
import { lastOf } from '../text/ends.ts';
import { isAskedCode } from './codes.ts';
import { fitOf, startsWith } from './fit.ts';
import type { Keys } from './text.ts';
import { longest, type Rules } from './rules.ts';
import type { Sought, Understood, Unit } from './understand.ts';
import { boundAfter, boundBefore, telling, type Vocabulary } from './vocabulary.ts';
import { bestWay, wayOf, type Found, type Way } from './ways.ts';

/** A document as the second stage sees it. */
export type Ranked = {
  codeKey: string;
  title: readonly Keys[];
  /** Words of the field and the keywords. */
  also: readonly Keys[];
  /** Whether a word stands in the rest of the text. */
  inBody(word: Keys): boolean;
  /** With which neighbours each word of the title is one word (vocabulary.ts). */
  bonds: Uint8Array;
  /** What citizens say who need it: judged like its title. */
  wishes: readonly { words: readonly Keys[]; bonds: Uint8Array }[];
  /** Hardly anything of use is known of it: it stands back a little. */
  isThin: boolean;
};
export type Match = 'exact' | 'strong' | 'partial' | 'guess';
export type Verdict = { score: number; match: Match };

const inAlso = 0.5;
const inText = 0.22;
// Half of another word (học of khoa học, asked for with phí) is hardly the word.
const halfOfAnother = 0.3;
const thinness = 0.04;
const asWished = 0.97;
// A wish is short: what it says beyond the question counts against it (mất giấy phép, asked for giấy phép).
const leastTold = 0.75;
/** What answers less than this part of the best is no answer. */
export const leastOfBest = 0.45;
/** What covers less of the question, or scores less, is no answer; for a story told at length, not even a guess. */
type Least = { coverage: number; score: number };
const sure: Least = { coverage: 0.42, score: 0.43 };
export const guess: Least = { coverage: 0.15, score: 0.25 };
// Words of the question that stand nowhere together in the title (mua … nhà nước) are no strong match.
const leastTogether = 0.2;

/** What the query says of one word, found once for all titles that have it. */
type Met = { telling: number; fits: readonly { wanted: number; value: number }[] };

/** Makes a judge for one query over documents whose words are shared objects. */
export function judge(
  { units, code, whole }: Understood,
  vocabulary: Vocabulary,
  rules: Pick<Rules, 'later' | 'drops'>,
  least: Least = sure,
): (document: Ranked) => Verdict | null {
  const wanted: Sought[] = [];
  const ways = units.map((unit) => unit.ways.map((way) => wayOf(way, wanted, vocabulary)));
  const around = neighboursOf(units, ways);
  const unitWeights = ways.map(([typed]) => typed?.total ?? 0);
  const all = unitWeights.reduce((total, weight) => total + weight, 0);
  const opening = introduction(whole, rules);
  // Where only the introduction was typed (thủ tục), it is what is asked for.
  const onlyOpening = opening === whole.length;
  const asked = onlyOpening ? whole : whole.slice(opening);
  const met = new Map<Keys, Met>();
  const meet = (word: Keys): Met => {
    let known = met.get(word);
    if (!known) {
      const fits: Met['fits'][number][] = [];
      for (let at = 0; at < wanted.length; at++) {
        const value = fitOf(wanted[at] as Sought, word);
        if (value > 0) fits.push({ wanted: at, value });
      }
      met.set(word, (known = { telling: telling(vocabulary, word.fold), fits }));
    }
    return known;
  };

  // Documents of one field share its words.
  const read = new Map<readonly Keys[], Float32Array>();
  const besides = (also: readonly Keys[]): Float32Array => {
    let values = read.get(also);
    if (!values) {
      read.set(also, (values = new Float32Array(wanted.length)));
      for (const word of also)
        for (const fit of meet(word).fits) values[fit.wanted] = Math.max(values[fit.wanted] ?? 0, fit.value);
    }
    return values;
  };

  return (document) => {
    if (code && isAskedCode(document.codeKey, code))
      return { score: code.how === 'whole' ? 4 : 3, match: 'exact' };
    if (all === 0) return null;
    let best: Verdict | null = titleVerdict(document, document.title, document.bonds);
    for (const { words, bonds } of document.wishes) {
      const found = titleVerdict(document, words, bonds);
      if (!found) continue;
      const match = found.match === 'exact' ? 'strong' : found.match;
      const score = Math.min(1, found.score) * asWished * (leastTold + (1 - leastTold) * found.told);
      if (!best || score > best.score) best = { score, match: best?.match === 'exact' ? 'exact' : match };
    }
    if (!best || (best.score < least.score && !onlyOpening)) return null;
    return { match: best.match, score: best.score - (document.isThin ? thinness : 0) };
  };

  function titleVerdict(
    document: Ranked,
    title: readonly Keys[],
    bonds: Uint8Array,
  ): (Verdict & { told: number }) | null {
    const start = onlyOpening ? 0 : introduction(title, rules);
    const found: (Found[] | undefined)[] = new Array(wanted.length);
    let titleWeight = 0;
    for (let place = start; place < title.length; place++) {
      const { telling: weight, fits } = meet(title[place] as Keys);
      titleWeight += weight;
      const bond = bonds[place] ?? 0;
      for (const { wanted: at, value } of fits)
        (found[at] ??= []).push({
          place,
          value: bond && isTorn(at, title, place, bond) ? value * halfOfAnother : value,
        });
    }
    const elsewhere = (at: number): number => {
      const value = besides(document.also)[at] as number;
      return value > 0 ? value * inAlso : document.inBody(wanted[at] as Sought) ? inText : 0;
    };
    let covered = 0;
    let neighbours = 0;
    let pairs = -1;
    let last = -2;
    const used = new Set<number>();
    for (let index = 0; index < ways.length; index++) {
      const best = bestWay(ways[index] as Way[], found, last, elsewhere);
      covered += (unitWeights[index] ?? 0) * best.value;
      for (const place of best.places) {
        pairs++;
        if (place >= 0 && place === last + 1) neighbours++;
        if (place >= 0) used.add(place);
        last = place >= 0 ? place : -2;
      }
    }
    const coverage = covered / all;
    if (coverage < least.coverage) return null;
    let usedWeight = 0;
    for (const place of used) usedWeight += meet(title[place] as Keys).telling;
    const told = titleWeight === 0 ? 0 : usedWeight / titleWeight;
    const adjacency = pairs <= 0 ? 1 : neighbours / pairs;
    const begins = startsWith(title, start, asked);
    const same = begins > 0 && asked.length === title.length - start;
    const score =
      coverage * (0.66 + 0.16 * adjacency + 0.14 * told + 0.04 * begins) - unasked(title, start, used, rules);
    return {
      told,
      score: score + (same ? begins : 0),
      match:
        same && begins === 1 ? 'exact' : coverage >= 0.8 && adjacency >= leastTogether ? 'strong' : 'partial',
    };
  }

  // Whether the title's word belongs to a neighbour that was not asked for beside it; a word still being typed may go on.
  function isTorn(at: number, title: readonly Keys[], place: number, bond: number): boolean {
    const { before, after } = around[at] as Around;
    if (bond & boundBefore && before === title[place - 1]?.fold) return false;
    if (bond & boundAfter && after !== undefined && title[place + 1]?.fold.startsWith(after)) return false;
    return !((wanted[at] as Sought).start && bond === boundAfter);
  }
}

type Around = { before: string | undefined; after: string | undefined };

/** The folds beside each word wanted, in the order of `wanted`; at the edge of a unit those typed next to it. */
function neighboursOf(units: readonly Unit[], ways: readonly (readonly Way[])[]): Around[] {
  const around: Around[] = [];
  for (const [nth, unit] of units.entries()) {
    const before = lastOf(units[nth - 1]?.ways[0] ?? [])?.fold;
    const after = units[nth + 1]?.ways[0]?.[0]?.fold;
    for (const [which, way] of unit.ways.entries())
      for (const [at, place] of (ways[nth]?.[which]?.wanted ?? []).entries())
        around[place] = { before: way[at - 1]?.fold ?? before, after: way[at + 1]?.fold ?? after };
  }
  return around;
}

// How many words at the beginning say only that it is a procedure (Thủ tục …).
function introduction(words: readonly Keys[], { drops }: Pick<Rules, 'drops'>): number {
  const first = words[0];
  return first ? (longest(drops.get(first.fold), (phrase) => phrase, words, 0, 0.9)?.length ?? 0) : 0;
}

// A title that begins with renewing, changing, ending, … stands a little back when nobody asked for that.
function unasked(
  title: readonly Keys[],
  start: number,
  used: ReadonlySet<number>,
  { later }: Pick<Rules, 'later'>,
): number {
  const first = title[start];
  const phrase = first && longest(later.get(first.fold), (words) => words, title, start, 0.9);
  if (!phrase) return 0;
  if (!phrase.some((_, at) => used.has(start + at))) return 0.05;
  return used.has(start + phrase.length - 1) ? 0 : 0.03;
}

/** Sorts the verdicts and cuts off what hardly matches beside the best. Ties keep the order given. */
export function cutOff<T extends Verdict>(verdicts: T[]): T[] {
  const sorted = [...verdicts].sort((a, b) => b.score - a.score);
  const best = sorted[0];
  if (!best) return [];
  if (best.score >= 3) return sorted.filter(({ score }) => score >= 3);
  const top = Math.min(best.score, 1);
  return sorted.filter(({ score }) => score >= top * leastOfBest);
}
