// Waiting for something to become true: asked again and again until a deadline, never slept for.
import { setTimeout } from 'node:timers/promises';
import { patiently } from './patience.ts';

/**
 * Resolves with the first answer that is neither undefined nor false; throws when none came in time. `what` is put into
 * words when that happens; `quietMs` is enough on a quiet machine.
 */
export async function eventually<T>(
  what: string | (() => string),
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  quietMs = 30_000,
): Promise<T> {
  const withinMs = patiently(quietMs);
  const until = performance.now() + withinMs;
  do {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await setTimeout(25);
  } while (performance.now() < until);
  throw new Error(`Not within ${withinMs} ms: ${typeof what === 'string' ? what : what()}`);
}
