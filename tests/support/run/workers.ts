// How many files of tests run at once: what the machine has, or what TEST_WORKERS says.
import os from 'node:os';

// A file with a browser holds a portal, its database and Chromium beside its own process.
const bytesPerWorker = 1.5 * 1024 ** 3;
const most = 8;

/**
 * One more than there are processors, as far as the memory reaches: a file with a browser waits now for a page, now for a
 * program that starts or stops. TEST_WORKERS names another number.
 */
export function workersOf({ TEST_WORKERS }: NodeJS.ProcessEnv): number {
  const wanted = Number(TEST_WORKERS);
  if (Number.isInteger(wanted) && wanted > 0) return wanted;
  if (TEST_WORKERS) throw new Error(`TEST_WORKERS is a whole number from 1 on, not ${TEST_WORKERS}.`);
  const roomFor = Math.floor(os.totalmem() / bytesPerWorker);
  return Math.max(1, Math.min(os.availableParallelism() + 1, roomFor, most));
}
