// When letters are made of what happened, and what goes into one. Pure.
import { minuteMs } from '../dates/lengths.ts';
import { occasions, type Occasion } from '../notify/occasions.ts';

/** What happens within three minutes goes into one letter. */
export const gatherMs = 3 * minuteMs;
/** Longer than anything can be undone: what is taken back within it is told to nobody. */
export const holdMs = 20_000;

/** Whether letters are made now of what waits, the oldest of it since then. */
export const isTime = (oldestAt: Date | undefined, now: Date): boolean =>
  oldestAt !== undefined && now.getTime() - oldestAt.getTime() >= gatherMs;

export type Line = { caseId: string; occasion: Occasion; behalfId: string; at: Date };

/** The lines of one letter: each thing of a case once, with its last moment, in the order in which they happened. */
export function linesOf(told: readonly Line[]): Line[] {
  const once = new Map<string, Line>();
  for (const line of told.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const key = [line.caseId, line.occasion, line.behalfId].join(' ');
    once.delete(key);
    once.set(key, line);
  }
  return [...once.values()];
}

/** Whether an officer who has turned these off gets to know of it all the same. */
export const isWanted = (occasion: Occasion, off: readonly Occasion[]): boolean =>
  !occasions[occasion].isOptional || !off.includes(occasion);
