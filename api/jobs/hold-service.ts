// Letters of a deed that can be undone for a while: they wait in the queue, are let go after it, or are taken back.
import type { Db, Transaction } from '../db/open.ts';
import { deleteWaiting, startIn } from './held-repository.ts';
import type { Jobs } from './queue-service.ts';

/** Should nobody let them go, they go by themselves: no letter is lost. */
const longestSeconds = 3_600;

/** The same queue, in which what is asked for waits until it is let go; the ids of it are added to `held`. */
export const holding = (jobs: Jobs, held: string[]): Jobs => ({
  ...jobs,
  async enqueue(trx, name, data, wish) {
    const id = await jobs.enqueue(trx, name, data, { ...wish, startAfter: longestSeconds });
    if (id !== null) held.push(id);
    return id;
  },
});

/** Keeps those that wait waiting on. */
export const holdOn = (db: Db | Transaction, ids: string[]): Promise<void> =>
  startIn(db, ids, longestSeconds);

/** Lets those that wait go in so many seconds. */
export const letGo = (db: Db | Transaction, ids: string[], seconds: number): Promise<void> =>
  startIn(db, ids, seconds);

/** Takes them back; false where one of them is being done already: the caller then rolls back. */
export const takeBackHeld = async (trx: Transaction, ids: string[]): Promise<boolean> =>
  (await deleteWaiting(trx, ids)) === ids.length;
