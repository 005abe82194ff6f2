// The procedures of a year that may be named with their number of letters, joined with those they have replaced. Pure.
import type { Procedure } from '../procedures/schema.ts';
import { predecessors } from '../procedures/successor.ts';
import { noKey, pendingKey, type Cell } from './cells.ts';
import { noFieldLabel } from './labels.ts';
import { namedProcedures } from './small-cells.ts';
import { inVietnameseOrder } from '../text/order.ts';

type Known = Pick<Procedure, 'slug' | 'name' | 'field' | 'status' | 'replacedBy'>;
type Group = Pick<Cell, 'dimension' | 'key' | 'received'>;

const ofProcedures = (groups: readonly Group[]) =>
  groups.filter(({ dimension, key }) => dimension === 'procedure' && key !== noKey && key !== pendingKey);

/** How many settled letters of the period name a procedure at all. */
export const aboutProcedures = (groups: readonly Group[]): number =>
  ofProcedures(groups).reduce((sum, { received }) => sum + received, 0);

/** The most named first. `joins`: procedures that this one has replaced, whose letters are counted with its own. */
export function namedInYear(procedures: ReadonlyMap<string, Known>, groups: readonly Group[]) {
  const received = new Map(ofProcedures(groups).map((group) => [group.key, group.received]));
  const fieldOf = new Map([...procedures.values()].map(({ slug, field }) => [slug, field]));
  const joined = predecessors(procedures);
  return [...namedProcedures(received, fieldOf)]
    .map((slug) => ({
      slug,
      name: procedures.get(slug)?.name ?? slug,
      field: fieldOf.get(slug) ?? noFieldLabel,
      received: received.get(slug) ?? 0,
      joins: (joined.get(slug) ?? []).map(({ slug: earlier, name }) => ({ slug: earlier, name })),
    }))
    .toSorted(
      (one, other) =>
        other.received - one.received ||
        inVietnameseOrder(one.name, other.name) ||
        (one.slug < other.slug ? -1 : 1),
    );
}
