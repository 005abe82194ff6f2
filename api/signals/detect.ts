// Signs of a tố cáo or khiếu nại in a text: a hint for an officer, never a decision. Pure; time grows with the text alone.
import type { FoundSignal, SignalKind, SignalsContent } from './schema.ts';

type Word = { shown: string; plain: string };

/** Invisible characters that stand inside words of copied text. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const word = /[\p{L}\p{M}\p{N}]+/gu;
const unaccented = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC');

/** The words of a text; one that is written without any accent is compared without accents. */
function wordsOf(text: string): { words: Word[]; isBare: boolean } {
  const clean = text.normalize('NFC').replace(invisible, '');
  const words = (clean.match(word) ?? []).map((shown) => ({ shown, plain: shown.toLowerCase() }));
  return { words, isBare: words.every(({ plain }) => plain === unaccented(plain)) };
}

const mostShown = 5;

/**
 * What a letter shows signs of, rule by rule, with the words found in it. Case, punctuation, line breaks and the form
 * of the accents make no difference.
 */
export function findSignals({ titles, within, rules }: SignalsContent, text: string): FoundSignal[] {
  const { words, isBare } = wordsOf(text);
  const asWritten = (phrase: string) => (isBare ? unaccented(phrase) : phrase);
  const plain = words.map((one) => one.plain);
  const places = placesOf(plain);
  const known = new Set(titles.map(asWritten));
  const named = words.flatMap(({ plain: one }, at) =>
    known.has(one) && /^\p{Lu}/u.test(words[at + 1]?.shown ?? '') ? [at] : [],
  );
  return rules.flatMap(({ phrases, kind, why, source, certainty, named: isNamed }) => {
    const found = new Set<string>();
    for (const phrase of phrases) {
      const parts = asWritten(phrase).split(' ');
      for (const at of places.get(parts[0] ?? '') ?? []) {
        if (!parts.every((part, index) => plain[at + index] === part)) continue;
        if (isNamed && !isNear(named, at, within)) continue;
        found.add(
          words
            .slice(at, at + parts.length)
            .map(({ shown }) => shown)
            .join(' '),
        );
        break;
      }
    }
    return found.size > 0 ? [{ kind, words: [...found].slice(0, mostShown), why, source, certainty }] : [];
  });
}

function placesOf(plain: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, one] of plain.entries()) {
    const known = places.get(one);
    if (known) known.push(at);
    else places.set(one, [at]);
  }
  return places;
}

/** Whether one of some rising places lies within a distance of another: found by halving. */
function isNear(places: readonly number[], at: number, within: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at - within) low = middle + 1;
    else high = middle;
  }
  const next = places[low];
  return next !== undefined && next <= at + within;
}

/** What the signs come to: a tố cáo outweighs a khiếu nại, for whose sender more is at stake. */
export const weightiest = (found: readonly FoundSignal[]): SignalKind | 'none' =>
  found.find(({ kind }) => kind === 'denunciation')?.kind ?? found[0]?.kind ?? 'none';
