// Which parts of a title answered the query: places in the title as it is written, accents and all. Pure.
import { lastOf } from '../text/ends.ts';
import { fitOf } from './fit.ts';
import { type Rules, settled } from './rules.ts';
import { type Keys, wordsOf } from './text.ts';
import type { Understood } from './understand.ts';

export type Range = { start: number; end: number };

const leastFit = 0.6;
// Words of titles, met again and again; there are as many as the published titles have.
const known = new Map<string, Keys>();

/** Ranges in the title (NFC, UTF-16 places), in order; neighbours with one space or hyphen between them are one range. */
export function highlights(title: string, { units }: Understood, rules: Rules): Range[] {
  const wanted = units.flatMap(({ ways }) => ways.flat());
  const ranges: Range[] = [];
  for (const word of settled(wordsOf(title, known), rules)) {
    if (!wanted.some((one) => fitOf(one, word) >= leastFit)) continue;
    const last = lastOf(ranges);
    if (last && /^[ -]$/.test(title.slice(last.end, word.start))) last.end = word.end;
    else ranges.push({ start: word.start, end: word.end });
  }
  return ranges;
}
