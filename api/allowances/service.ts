// Charging a budget before any work is done. The tally lies in the database; while that is away, in this process.
import { setTimeout as wait } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { Db } from '../db/open.ts';
import { besideOutcome } from '../db/outcome.ts';
import { keyedHash, type Keys } from '../crypto/keys.ts';
import { log } from '../http/log.ts';
import { Problem } from '../problems/problem.ts';
import type { AppEnv } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { allowancesOf, everybodyFactor, wideFactor, type Allowance, type Budget } from './budgets.ts';
import { networksOf } from './networks.ts';
import { deleteWhole, giveBackTo, takeFrom } from './repository.ts';
import { tallyHere, type Tally } from './tally.ts';

type Till = Pick<Portal, 'db' | 'keys'>;
/** A charge that was taken; `giveBack` undoes it and never fails. */
export type Charge = { giveBack(): Promise<void> };

const free: Charge = { giveBack: async () => {} };
/** A tally that is slower than this is not waited for. */
const patienceMs = 1_500;
const restAfterFailureMs = 5_000;

const tallies = new WeakMap<Db, Tally>();
const tallyOf = (db: Db): Tally => {
  const known = tallies.get(db) ?? tallyHere();
  tallies.set(db, known);
  return known;
};

/**
 * Charges one use to the visitor's network, its wider network and everybody's budget. Throws `too-many` with the
 * seconds to wait when one of them is used up; what a refused network asks costs the others nothing.
 */
export async function charge(
  { db, keys }: Till,
  allowance: Allowance,
  address: string | undefined,
): Promise<Charge> {
  if (allowance.most === 0) return free;
  const budgets = budgetsFor(keys, allowance, address);
  const here = tallyOf(db);
  // Whoever was just refused is refused again without asking the database.
  const resting = here.restOf(budgets);
  const seconds = resting || (await take(db, here, budgets, allowance.withinSeconds));
  if (seconds > 0) {
    here.rest(budgets, seconds);
    throw new Problem('too-many', `Hãy thử lại sau ${inWords(seconds)}, hoặc gọi đường dây nóng.`, [], {
      retryAfterSeconds: Math.ceil(seconds),
    });
  }
  return {
    giveBack: () =>
      besideOutcome(() => giveBackTo(db, budgets)).catch(() =>
        log.debug({ what: allowance.what }, 'a charge was not given back'),
      ),
  };
}

/** Charges before the route reads, checks or does anything; `isFree` says with which answers the charge is given back. */
export function charged(
  portal: Till,
  allowance: Allowance,
  isFree: (status: number) => boolean = () => false,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const taken = await charge(portal, allowance, c.env?.clientAddress);
    await next();
    if (isFree(c.res.status)) void taken.giveBack();
  };
}

/** For what opens a case by its number and code: only what opened none counts. */
export const chargedForWrongCodes = (portal: Till & Pick<Portal, 'env'>) =>
  charged(portal, allowancesOf(portal.env).wrongCode, (status) => status !== 404 && status !== 422);

/** The worker's part: nothing is kept of who has been quiet since. */
export const tidyAllowances = ({ db }: Pick<Portal, 'db'>): Promise<void> => deleteWhole(db);

function budgetsFor(keys: Keys, { what, most, withinSeconds }: Allowance, address = ''): Budget[] {
  const { own, wide } = networksOf(address);
  const budget = (whose: string, factor: number): Budget => ({
    key: keyedHash(keys, 'allowance', `${what}\n${whose}`).subarray(0, 16),
    cost: withinSeconds / (most * factor),
  });
  return [
    budget(own, 1),
    ...(wide === undefined ? [] : [budget(wide, wideFactor)]),
    budget('everybody', everybodyFactor),
  ];
}

async function take(db: Db, here: Tally, budgets: Budget[], withinSeconds: number): Promise<number> {
  if (here.isAway()) return here.take(budgets, withinSeconds);
  const late = new AbortController();
  try {
    return await Promise.race([
      besideOutcome(() => takeFrom(db, budgets, withinSeconds)),
      wait(patienceMs, undefined, { signal: late.signal }).then(() => {
        throw new Error('the tally is slow');
      }),
    ]);
  } catch (error) {
    log.warn(
      { name: error instanceof Error ? error.name : 'unknown' },
      'budgets are counted in this process',
    );
    here.away(restAfterFailureMs);
    return here.take(budgets, withinSeconds);
  } finally {
    late.abort();
  }
}

const inWords = (seconds: number) =>
  seconds < 60 ? `${Math.ceil(seconds)} giây` : `${Math.ceil(seconds / 60)} phút`;
