// Waiting for something to become true: asked again and again until a deadline, never slept for.
import { setTimeout } from 'node:timers/promises';

/** Resolves with the first answer that is neither undefined nor false; throws when none came in time. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 30_000,
): Promise<T> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await setTimeout(25);
  }
  throw new Error(`Not within ${withinMs} ms: ${what}`);
}
