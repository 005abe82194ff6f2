// How well words of a title answer words sought: one by one, and from the beginning on. Pure.
import { agreement, type Keys } from './text.ts';
import type { Sought } from './understand.ts';

/** How well a title word answers a word sought, 0 to 1; the beginning of a longer word counts less. */
export function fitOf(wanted: Sought, word: Keys): number {
  if (wanted.fold === word.fold) return agreement(wanted, word);
  if (!wanted.start || !word.fold.startsWith(wanted.fold)) return 0;
  const begun: Keys = { fold: wanted.fold, tone: wanted.tone };
  const agreed = agreement(begun, { fold: wanted.fold, tone: beginningOf(word.tone, wanted) });
  return agreed * (0.7 + (0.25 * wanted.fold.length) / word.fold.length);
}

// As much of a tone key as was typed; the tone may be typed already (nhã of nhãn).
function beginningOf(tone: string, wanted: Keys): string {
  const number = /[1-5]$/.exec(tone)?.[0] ?? '';
  return tone.slice(0, wanted.fold.length) + number;
}

/** 1 with the very accents of the title, less without; 0 where the title does not begin so. */
export function startsWith(title: readonly Keys[], start: number, whole: readonly Keys[]): number {
  if (whole.length === 0 || whole.length > title.length - start) return 0;
  let least = 1;
  for (const [at, word] of whole.entries()) {
    const other = title[start + at] as Keys;
    if (word.fold !== other.fold) return 0;
    least = Math.min(least, agreement(word, other));
  }
  return least;
}
