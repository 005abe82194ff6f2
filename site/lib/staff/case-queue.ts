// From one case to the next of what it was opened from; opened by itself, to what waits for its officer.
import { caseAddress, originAddress, type Origin, type Seat } from './list-address.ts';

type Cases = App.Locals['api']['api']['staff']['cases'];

// Before everything that waits, in the order of what is due.
const beginning = '0001-01-01~00000000-0000-0000-0000-000000000000';
const waiting: Seat = { query: { view: 'waiting' }, place: beginning };

export type Queue = {
  origin: Origin;
  /** Where this case stands in what it was opened from; undefined: opened by itself. */
  seat: Seat | undefined;
  /** Addresses of the cases on both sides. */
  previous: string | undefined;
  next: string | undefined;
};

const originOf = (seat: Seat): Origin => ('search' in seat ? { search: seat.search } : { query: seat.query });

/** Undefined where the list cannot be read for the moment, or the search is over: it is a comfort, the case goes without. */
export async function queueOf(
  cases: Cases,
  number: string,
  opened: Seat | undefined,
): Promise<Queue | undefined> {
  const asked = opened ?? waiting;
  const origin = originOf(asked);
  const { position, total } = asked;
  const counted = opened !== undefined && position === undefined ? { counted: 'yes' as const } : {};
  const answer =
    'search' in asked
      ? await cases.searches[':key'].neighbours[':number'].$get({
          param: { key: asked.search, number },
          query: counted,
        })
      : await cases[':number'].neighbours.$get({
          param: { number },
          query: { ...asked.query, ...(asked.place !== undefined && { place: asked.place }), ...counted },
        });
  if (!answer.ok) return undefined;
  const found = await answer.json();
  const seat = opened && {
    ...origin,
    place: found.place,
    position: position ?? found.position ?? undefined,
    total: total ?? found.total ?? undefined,
  };
  const beside = (near: typeof found.next, by: number) =>
    near
      ? caseAddress(near.number, {
          ...origin,
          place: near.place,
          position: seat?.position === undefined ? undefined : Math.max(1, seat.position + by),
          total: seat?.total,
        })
      : undefined;
  return {
    origin,
    seat,
    previous: opened && beside(found.previous, -1),
    next: beside(found.next, 1),
  };
}

/** Where a step leads whose officer wants the next case: to it, or back to the list, which says that there is none. */
export function onward(queue: Queue | undefined, done: { step: string; number: string }): string {
  const said = { xong: done.step, cua: done.number };
  if (queue?.next === undefined)
    return saying(originAddress(queue?.origin ?? waiting), { ...said, het: '1' });
  return saying(queue.next, said);
}

const saying = (address: string, said: Record<string, string>): string =>
  `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(said).toString()}`;
