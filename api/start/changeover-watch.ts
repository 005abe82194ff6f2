// Looks now and then whether a day of changeover has come, and does what must be done then: once at a time, again after a while.
import { log } from '../http/log.ts';

type Watched = {
  /** Whether what is shown belongs to another day. */
  isDue(): boolean;
  /** Shows the new day; throws where it could not. */
  change(): Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  clock?: () => number;
};

const patienceMs = 15 * 60_000;

/** One look; after a failure, or a changeover that left it due all the same, the next try waits a quarter of an hour. */
export function changeoverWatch({
  isDue,
  change,
  clock = () => performance.now(),
}: Watched): () => Promise<void> {
  let isChanging = false;
  let notBefore = -Infinity;
  return async function look() {
    if (isChanging || clock() < notBefore || !isDue()) return;
    isChanging = true;
    try {
      await change();
      if (isDue()) throw new Error('still due after the changeover');
    } catch (error) {
      notBefore = clock() + patienceMs;
      log.error(
        { reason: error instanceof Error ? error.message.split('\n')[0] : 'unknown' },
        'the site did not follow the changeover of the day; tried again in 15 minutes, or at the next start',
      );
    } finally {
      isChanging = false;
    }
  };
}
