// The tally of this process: who has to rest, and every budget while the database is away. Pure but for the clock.
import type { Budget } from './budgets.ts';

/** More budgets than this at once are forgotten together: memory is bounded before fairness. */
const mostKnown = 50_000;

export type Tally = ReturnType<typeof tallyHere>;

/** `clock` in seconds, only going forward. */
export function tallyHere(clock: () => number = () => performance.now() / 1_000) {
  const fullAt = new Map<string, number>();
  const restsUntil = new Map<string, number>();
  let awayUntil = -Infinity;
  const name = ({ key }: Budget) => key.toString('base64url');
  const note = (book: Map<string, number>, key: string, until: number) => {
    if (book.size >= mostKnown && !book.has(key)) book.clear();
    book.set(key, until);
  };
  return {
    /** Charges here as `take_allowance` does in the database. Answers the seconds to wait; 0: taken. */
    take(budgets: readonly Budget[], withinSeconds: number): number {
      const now = clock();
      for (const budget of budgets) {
        const next = Math.max(fullAt.get(name(budget)) ?? now, now) + budget.cost;
        if (next > now + withinSeconds) return next - now - withinSeconds;
        note(fullAt, name(budget), next);
      }
      return 0;
    },
    /** Notes that the narrowest of the budgets is used up for so long. */
    rest([own]: readonly Budget[], seconds: number): void {
      if (own) note(restsUntil, name(own), clock() + seconds);
    },
    /** The seconds that the narrowest of the budgets still has to rest; 0 when it need not. */
    restOf([own]: readonly Budget[]): number {
      const until = own && restsUntil.get(name(own));
      return until === undefined ? 0 : Math.max(0, until - clock());
    },
    /** The database is not asked for so long. */
    away(milliseconds: number): void {
      awayUntil = clock() + milliseconds / 1_000;
    },
    isAway: () => clock() < awayUntil,
  };
}
