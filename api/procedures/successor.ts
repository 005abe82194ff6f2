// Which procedure has taken a superseded one's place. Pure.
import type { Procedure } from './schema.ts';

type Superseded = Pick<Procedure, 'slug' | 'status' | 'replacedBy'>;

/** The last procedure of the chain of `replacedBy`; the given one where there is none, or where the chain runs in a circle. */
export function successorOf(procedures: ReadonlyMap<string, Superseded>, slug: string): string {
  const seen = new Set([slug]);
  let at = slug;
  for (;;) {
    const next = procedures.get(at)?.replacedBy;
    if (!next || !procedures.has(next)) return at;
    if (seen.has(next)) return slug;
    seen.add(next);
    at = next;
  }
}

/** The procedures whose cases are counted with each successor, by its slug. */
export function predecessors<Known extends Superseded>(
  procedures: ReadonlyMap<string, Known>,
): Map<string, Known[]> {
  const joined = new Map<string, Known[]>();
  for (const one of procedures.values()) {
    const successor = successorOf(procedures, one.slug);
    if (successor !== one.slug) joined.set(successor, [...(joined.get(successor) ?? []), one]);
  }
  return joined;
}
