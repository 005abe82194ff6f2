// How long tests wait for what must come, longer on a machine under load: a limit that is never reached costs nothing.
import os from 'node:os';

/** By how much every waiting limit is longer: TEST_PATIENCE, else by the load of the machine, at least twice. */
export function patienceOf({ TEST_PATIENCE }: NodeJS.ProcessEnv, load = os.loadavg()[0] ?? 0): number {
  const wanted = Number(TEST_PATIENCE ?? '');
  if (TEST_PATIENCE && !(wanted > 0))
    throw new Error(`TEST_PATIENCE is a number above 0, not ${TEST_PATIENCE}.`);
  return wanted || Math.max(2, Math.ceil(load / os.availableParallelism()));
}

const patience = patienceOf(process.env);

/** A waiting limit of this run, in milliseconds, for what takes at most `quietMs` on a quiet machine. */
export const patiently = (quietMs: number): number => Math.round(quietMs * patience);
