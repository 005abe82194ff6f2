// The ways in which a unit of a question may be said, and which of them a title answers best. Pure.
import type { Sought } from './understand.ts';
import { telling, type Vocabulary } from './vocabulary.ts';

const meant = 0.76;
const alsoSaid = 0.12;

export type Found = { place: number; value: number };
export type Way = { wanted: number[]; weights: number[]; total: number };

/** A way of saying one unit: its words, added to all that are `wanted`, with what each tells. */
export function wayOf(way: readonly Sought[], wanted: Sought[], vocabulary: Vocabulary): Way {
  const weights = way.map(({ fold }) => telling(vocabulary, fold));
  return {
    wanted: way.map((one) => wanted.push(one) - 1),
    weights,
    total: weights.reduce((total, weight) => total + weight, 0),
  };
}

/**
 * How well the ways of one unit are answered, 0 to 1, and where in the title; `elsewhere` values a word that the title
 * does not have, `after` is the place of the word before.
 */
export function bestWay(
  ways: readonly Way[],
  found: readonly (Found[] | undefined)[],
  after: number,
  elsewhere: (at: number) => number,
) {
  let best = { value: -1, places: [] as number[] };
  let all = 0;
  for (let nth = 0; nth < ways.length; nth++) {
    const { wanted, weights, total } = ways[nth] as Way;
    let value = 0;
    let last = after;
    const places: number[] = [];
    for (let at = 0; at < wanted.length; at++) {
      const one = wanted[at] as number;
      const there = bestPlace(found[one], last);
      value += (weights[at] ?? 0) * (there ? there.value : elsewhere(one));
      last = there ? there.place : -2;
      places.push(there ? there.place : -1);
    }
    value = total === 0 ? 0 : (value / total) * (nth === 0 ? 1 : meant);
    all += value;
    if (value > best.value) best = { value, places };
  }
  // A title that says it in several ways means it more.
  best.value = Math.min(1, best.value + alsoSaid * (all - best.value));
  return best;
}

// The place that agrees best; of equal ones the one right after the word before, then the first.
function bestPlace(places: readonly Found[] | undefined, after: number): Found | undefined {
  let best: Found | undefined;
  for (const one of places ?? [])
    if (!best || one.value > best.value || (one.value === best.value && one.place === after + 1)) best = one;
  return best;
}
