// Answers from the engine in this process whenever the one outside fails or is slow; asks that one no more for a while.
import { within } from '../dates/within.ts';
import type { Embedded } from './embedded.ts';
import type { SearchIndex } from './port.ts';

export type Limits = {
  /** How long the engine outside may take, in milliseconds. */
  patienceMs: number;
  /** So many failures in a row open the circuit … */
  failures: number;
  /** … for so long; then one search tries again. */
  restMs: number;
};
export const limits: Limits = { patienceMs: 400, failures: 3, restMs: 10_000 };

type Told = (
  event: 'search engine away' | 'search engine back' | 'search engine not filled',
  error?: unknown,
) => void;

/** `now` in milliseconds; `tell` hears when the engine goes and comes back. */
export function withFallback(
  outside: SearchIndex,
  inside: Embedded,
  tell: Told,
  { patienceMs, failures, restMs }: Limits = limits,
  now: () => number = () => performance.now(),
): SearchIndex & { follow(): Promise<void> } {
  let failed = 0;
  let restUntil = 0;
  let away = false;
  // Until the engine outside has everything, and again after it missed something, it is not asked.
  let filled = false;
  let filling = false;
  // Something changed while it was being filled.
  let again = false;

  const noAnswer = () => new Error(`no answer in ${patienceMs} ms`);
  const isResting = () => failed >= failures && now() < restUntil;

  function succeeded(): void {
    failed = 0;
    if (away) tell('search engine back');
    away = false;
  }
  function missed(error: unknown): void {
    failed++;
    restUntil = now() + restMs;
    if (!away) tell('search engine away', error);
    away = true;
  }
  /** Gives the engine outside everything that the one in this process has. Never throws. */
  async function follow(): Promise<void> {
    again = filling;
    if (filling) return;
    filling = true;
    try {
      do {
        again = false;
        await outside.rebuild(inside.current().documents.map(({ document }) => document));
      } while (again);
      filled = true;
      succeeded();
    } catch (error) {
      // What it still has may be public no more.
      filled = false;
      tell('search engine not filled', error);
      missed(error);
    } finally {
      filling = false;
    }
  }
  async function both(work: (index: SearchIndex) => Promise<void>): Promise<void> {
    await work(inside);
    again ||= filling;
    if (!filled) return;
    try {
      await work(outside);
    } catch (error) {
      filled = false;
      tell('search engine not filled', error);
    }
  }

  return {
    async search(asked) {
      if (!filled && !filling && !isResting()) void follow();
      if (filled && !isResting()) {
        // While one search tries again, the others do not wait for it.
        if (failed >= failures) restUntil = now() + restMs;
        try {
          const answered = await within(patienceMs, outside.search(asked), noAnswer);
          succeeded();
          return answered;
        } catch (error) {
          missed(error);
        }
      }
      return { ...(await inside.search(asked)), degraded: true };
    },
    upsert: (documents) => both((index) => index.upsert(documents)),
    remove: (ids) => both((index) => index.remove(ids)),
    async rebuild(documents) {
      await inside.rebuild(documents);
      await follow();
    },
    follow,
    async health() {
      if (!away && filled) {
        try {
          return await within(patienceMs, outside.health(), noAnswer);
        } catch (error) {
          missed(error);
        }
      }
      return { engine: 'embedded', degraded: true };
    },
  };
}
