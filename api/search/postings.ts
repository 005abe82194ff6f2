// The first stage: an inverted index over titles, fields, keywords and texts that names candidates by BM25. Pure.
import type { SearchDocument } from './document.ts';
import { codeKey } from './codes.ts';
import type { Ranked } from './rank.ts';
import { type Rules, settled } from './rules.ts';
import { agreement, type Keys, type Word, wordsOf } from './text.ts';
import type { Sought, Understood, Unit } from './understand.ts';
import { beginningWith, bondsOf, emptyVocabulary, learn, learnRules, type Vocabulary } from './vocabulary.ts';

/** `rarity`: what a document gains by having the word at all; it is in the weights already. */
type Postings = { keys: Keys; documents: Uint32Array; weights: Float32Array; rarity: number };
export type Indexed = Ranked & { document: SearchDocument };
export type Index = {
  documents: Indexed[];
  vocabulary: Vocabulary;
  /** By fold, then one per way of writing it. */
  postings: Map<string, Postings[]>;
};

const boosts = { title: 6, also: 2, body: 0.3 };
const saturation = 1.4;
const lengthShare = 0.75;
const otherWay = 0.8;
const otherAccents = 0.3;

/** Collects documents; `finish` makes the index of them. Between two `add` the caller may let others run. */
export function startIndex(rules: Rules) {
  const vocabulary = emptyVocabulary();
  const known = new Map<string, Keys>();
  const documents: Indexed[] = [];
  const lists = new Map<Keys, { documents: number[]; counts: number[] }>();
  const shared = new Map<string, Keys>();
  const alsoOf = new Map<string, Keys[]>();
  const lengths: number[] = [];
  const postings = new Map<string, Postings[]>();
  learnRules(vocabulary, rules);

  const read = (text: string): Word[] => settled(wordsOf(text.normalize('NFC'), known), rules);
  const keyOf = ({ fold, tone }: Keys): Keys => {
    let keys = shared.get(tone);
    if (!keys) shared.set(tone, (keys = { fold, tone }));
    return keys;
  };

  return {
    add(document: SearchDocument): void {
      const title = read(document.title);
      const beside = [document.field, ...document.keywords, ...meaningsIn(title, rules)].join(' . ');
      let also = alsoOf.get(beside);
      if (!also) {
        const words = read(beside);
        learn(vocabulary, words, 'phrase');
        alsoOf.set(beside, (also = words.map(keyOf)));
      }
      const body = read(document.body);
      const wishes = document.type === 'procedure' ? (rules.wishes.get(document.code) ?? []) : [];
      for (const wish of wishes) learn(vocabulary, wish, 'phrase');
      learn(vocabulary, title, 'title');
      learn(vocabulary, body, 'body');
      const counts = new Map<Keys, number>();
      const count = (words: readonly Keys[], boost: number) => {
        for (const word of words) {
          const keys = keyOf(word);
          counts.set(keys, (counts.get(keys) ?? 0) + boost);
        }
      };
      count(title, boosts.title);
      count(also, boosts.also);
      for (const wish of wishes) count(wish, boosts.also);
      count(body, boosts.body);
      const at = documents.length;
      for (const [keys, weight] of counts) {
        let list = lists.get(keys);
        if (!list) lists.set(keys, (list = { documents: [], counts: [] }));
        list.documents.push(at);
        list.counts.push(weight);
      }
      lengths.push(title.length + also.length * 0.3 + body.length * 0.1);
      const inBody = (word: Keys) => stands(word, postings, at);
      documents.push({
        document,
        codeKey: codeKey(document.code),
        title: title.map(keyOf),
        also,
        inBody,
        bonds: new Uint8Array(0),
        wishes: wishes.map((wish) => ({ words: wish.map(keyOf), bonds: new Uint8Array(0) })),
        isThin: document.isThin ?? false,
      });
    },
    finish(): Index {
      const mean = lengths.reduce((total, length) => total + length, 0) / Math.max(1, lengths.length);
      for (const [keys, list] of lists) {
        const rarity = rarityOf(list.documents.length, documents.length);
        const weights = Float32Array.from(list.counts, (count, at) => {
          const length = lengths[list.documents[at] ?? 0] ?? mean;
          const norm = saturation * 2 * (1 - lengthShare + (lengthShare * length) / mean);
          return (rarity * count) / (count + norm);
        });
        const entry = { keys, documents: Uint32Array.from(list.documents), weights, rarity };
        postings.set(keys.fold, [...(postings.get(keys.fold) ?? []), entry]);
      }
      for (const one of documents) {
        one.bonds = bondsOf(one.title, vocabulary);
        for (const wish of one.wishes) wish.bonds = bondsOf(wish.words, vocabulary);
      }
      return { documents, vocabulary, postings };
    },
  };
}

// What the abbreviations and citizens' words in a title stand for, so that the official words find it too.
function meaningsIn(title: readonly Word[], rules: Rules): string[] {
  const found: string[] = [];
  for (const word of title)
    for (const { say, means } of rules.meanings.get(word.fold) ?? [])
      if (say.length === 1 && say[0]?.text === word.text && /^[a-zđ&]{2,6}$/.test(word.text))
        found.push(...means.map((words) => words.map(({ text }) => text).join(' ')));
  return found;
}

/** The best `most` documents for the words sought, as places in `index.documents`; `may` leaves documents out. */
export function candidates(
  index: Index,
  { units }: Understood,
  most: number,
  may?: (document: SearchDocument) => boolean,
): number[] {
  const scores = new Float32Array(index.documents.length);
  let before = '';
  for (const unit of units) {
    for (const [wanted, weight] of weighed(unit)) addScores(index, wanted, before, weight, scores);
    before = unit.ways[0]?.at(-1)?.fold ?? '';
  }
  return best(scores, most, (at) => !may || may((index.documents[at] as Indexed).document));
}

// Every word of a unit once. The words of a longer way of saying it count together as much as those typed.
function weighed({ ways }: Unit): Map<Sought, number> {
  const words = new Map<string, [Sought, number]>();
  const typed = ways[0]?.length ?? 1;
  for (const [nth, way] of ways.entries())
    for (const wanted of way) {
      const weight = nth === 0 ? 1 : otherWay * Math.min(1, typed / way.length);
      if ((words.get(wanted.tone)?.[1] ?? 0) < weight) words.set(wanted.tone, [wanted, weight]);
    }
  return new Map(words.values());
}

const rarityOf = (having: number, all: number): number => Math.log(1 + (all + 0.5) / (having + 0.5));

// All ways of writing that answer the word are one word: a rare one (chủng) is no better answer to "chung" than chứng.
function addScores(index: Index, wanted: Sought, before: string, weight: number, scores: Float32Array): void {
  const { postings, vocabulary, documents } = index;
  const entries = postings.get(wanted.fold) ?? [];
  const agrees = entries.map(({ keys }) => agreement(wanted, keys) >= 0.5);
  const having = entries.reduce((sum, entry, at) => sum + (agrees[at] ? entry.documents.length : 0), 0);
  const most = having === 0 ? Infinity : rarityOf(having, documents.length);
  const capped = (entry: Postings) => Math.min(entry.rarity, most) / entry.rarity;
  // The beginning of a longer word, above all of one that is known to follow (giay phe: giấy phép, not phê duyệt).
  const longer = wanted.start ? beginningWith(vocabulary, wanted.fold, 40) : [];
  const follows = (fold: string) => vocabulary.pairs.has(`${before} ${fold}`);
  const isBegun = longer.some(follows) && !follows(wanted.fold);
  for (const [at, entry] of entries.entries())
    add(entry, weight * (agrees[at] ? (isBegun ? 0.6 : 1) : otherAccents) * capped(entry), scores);
  for (const fold of longer) {
    const share = follows(fold) ? 1 : having === 0 ? 0.5 : 0.2;
    for (const entry of postings.get(fold) ?? []) add(entry, weight * share * capped(entry), scores);
  }
}

function add({ documents, weights }: Postings, weight: number, scores: Float32Array): void {
  for (let at = 0; at < documents.length; at++) {
    const place = documents[at] as number;
    scores[place] = (scores[place] as number) + weight * (weights[at] as number);
  }
}

// A heap of the best so far, the least of them on top.
function best(scores: Float32Array, most: number, may: (at: number) => boolean): number[] {
  const heap: number[] = [];
  const score = (at: number) => scores[heap[at] as number] as number;
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] as number, heap[a] as number];
  };
  const sink = (from: number) => {
    for (let at = from; ;) {
      const left = at * 2 + 1;
      let least = at;
      if (left < heap.length && score(left) < score(least)) least = left;
      if (left + 1 < heap.length && score(left + 1) < score(least)) least = left + 1;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  for (let place = 0; place < scores.length; place++) {
    const value = scores[place] as number;
    if (value <= 0 || (heap.length === most && value <= score(0)) || !may(place)) continue;
    if (heap.length < most) {
      heap.push(place);
      for (let at = heap.length - 1; at > 0 && score(at) < score((at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1);
    } else {
      heap[0] = place;
      sink(0);
    }
  }
  return heap.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

// Which ways of writing a word answer it, found once for a query and kept as long as its words are.
const agreeing = new WeakMap<Keys, Postings[]>();

function stands(word: Keys, postings: Map<string, Postings[]>, at: number): boolean {
  let entries = agreeing.get(word);
  if (!entries) {
    entries = (postings.get(word.fold) ?? []).filter(({ keys }) => agreement(word, keys) >= 0.5);
    agreeing.set(word, entries);
  }
  for (const { documents } of entries) if (includes(documents, at)) return true;
  return false;
}

function includes(sorted: Uint32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
