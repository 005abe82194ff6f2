// From one case to the next of the list that it was opened from; opened by itself, to what waits for its officer.
import type { ListQuery } from '../../../api/desk/view.ts';
import { caseAddress, listAddress, type Seat } from './list-address.ts';

type Cases = App.Locals['api']['api']['staff']['cases'];

// Before everything that waits, in the order of what is due.
const beginning = '0001-01-01~00000000-0000-0000-0000-000000000000';
const waiting: Seat = { query: { view: 'waiting' }, place: beginning };

export type Queue = {
  query: ListQuery;
  /** Where this case stands in the list it was opened from; undefined: opened by itself. */
  seat: Seat | undefined;
  /** Addresses of the cases on both sides. */
  previous: string | undefined;
  next: string | undefined;
};

/** Undefined where the list cannot be read for the moment: it is a comfort, the case goes without. */
export async function queueOf(
  cases: Cases,
  number: string,
  opened: Seat | undefined,
): Promise<Queue | undefined> {
  const { query, place, position, total } = opened ?? waiting;
  const isCounted = opened !== undefined && position === undefined;
  const answer = await cases[':number'].neighbours.$get({
    param: { number },
    query: { ...query, ...(place !== undefined && { place }), ...(isCounted && { counted: 'yes' }) },
  });
  if (!answer.ok) return undefined;
  const found = await answer.json();
  const seat = opened && {
    query,
    place: found.place,
    position: position ?? found.position ?? undefined,
    total: total ?? found.total ?? undefined,
  };
  const beside = (near: typeof found.next, by: number) =>
    near
      ? caseAddress(near.number, {
          query,
          place: near.place,
          position: seat?.position === undefined ? undefined : Math.max(1, seat.position + by),
          total: seat?.total,
        })
      : undefined;
  return {
    query,
    seat,
    previous: opened && beside(found.previous, -1),
    next: beside(found.next, 1),
  };
}

/** Where a step leads whose officer wants the next case: to it, or back to the list, which says that there is none. */
export function onward(queue: Queue | undefined, done: { step: string; number: string }): string {
  const said = { xong: done.step, cua: done.number };
  if (queue?.next === undefined)
    return saying(listAddress(queue?.query ?? { view: 'waiting' }), { ...said, het: '1' });
  return saying(queue.next, said);
}

const saying = (address: string, said: Record<string, string>): string =>
  `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(said).toString()}`;
