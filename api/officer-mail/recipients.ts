// Who is told of what happened to a case, as it stands now. Pure.
import { binds, duties } from '../cases/dates/duties.ts';
import { isNewsFor, isTurnOf, type Waiting } from '../cases/dates/turn.ts';
import { isClosed } from '../cases/lifecycle.ts';
import { maySeeCase, type Visible } from '../cases/visibility.ts';
import { occasions, type Occasion, type Receiver } from '../notify/occasions.ts';
import { personsOf } from '../staff/mandates.ts';
import { may, relationsOf } from '../staff/rights.ts';
import type { Viewer } from '../staff/roles.ts';

export type Told = Waiting & Visible & { hasNews: boolean };
export type Recipient = { staffId: string; behalfId: string };

const isDated = ({ status }: Told) => binds(status, 'stage') || binds(status, 'answer');
const holds = (viewer: Viewer, relation: 'any' | 'own-unit') =>
  relationsOf(viewer.role, 'told-when-late').includes(relation);

const isFor: Record<Receiver, (viewer: Viewer, row: Told) => boolean> = {
  given: (viewer, row) =>
    row.handlerId === null
      ? duties[row.status].turn === 'handler' && isTurnOf(viewer, row)
      : !isClosed(row.status) && personsOf(viewer).includes(row.handlerId),
  turn: isTurnOf,
  news: (viewer, row) => row.hasNews && isNewsFor(viewer, row),
  unit: (viewer, row) => isDated(row) && holds(viewer, 'own-unit') && row.unit === viewer.unit,
  office: (viewer, row) => isDated(row) && holds(viewer, 'any'),
};

/** Whether an officer, as they stand there today, is to be told of it. */
export function isToldOf(viewer: Viewer, occasion: Occasion, row: Told): boolean {
  const { receiver, right } = occasions[occasion];
  return may(viewer, right) && maySeeCase(viewer, row) && isFor[receiver](viewer, row);
}

/**
 * Everybody who is to be told, once each, and in whose place: the own standing before one for another. Never who did it.
 * `standings`: each officer in the own role, and again for each mandate in force.
 */
export function recipientsOf(
  standings: readonly Viewer[],
  { occasion, actorId }: { occasion: Occasion; actorId: string | null },
  row: Told,
): Recipient[] {
  const found = standings.filter((viewer) => viewer.id !== actorId && isToldOf(viewer, occasion, row));
  const own = found.toSorted((one, other) => Number(Boolean(one.behalf)) - Number(Boolean(other.behalf)));
  const once = new Map<string, Recipient>();
  for (const { id, behalf } of own)
    if (!once.has(id)) once.set(id, { staffId: id, behalfId: behalf?.id ?? '' });
  return [...once.values()];
}
