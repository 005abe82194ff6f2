// Everybody on the staff as they may act on a day: in the own role, and again for each mandate in force.
import type { Db, Transaction } from '../db/open.ts';
import { listAllInForce } from './mandate-repository.ts';
import { whyApart } from './mandates.ts';
import { listGood } from './repository.ts';
import type { Viewer } from './roles.ts';

/** `day` is YYYY-MM-DD in Việt Nam; nobody whose account is closed, not yet good or over. */
export async function standingsOn(db: Db | Transaction, day: string): Promise<Viewer[]> {
  const [people, mandates] = await Promise.all([listGood(db, day), listAllInForce(db, day)]);
  const given = Map.groupBy(mandates, ({ userId }) => userId);
  return people.flatMap((owner): Viewer[] => [
    owner,
    ...(given.get(owner.id) ?? [])
      .filter(({ role }) => !whyApart(owner.role, role))
      .map(({ role, unit, principalId, principal }) => ({
        ...owner,
        role,
        unit,
        own: { role: owner.role, unit: owner.unit },
        ...(principalId !== null && { behalf: { id: principalId, name: principal ?? '' } }),
      })),
  ]);
}
