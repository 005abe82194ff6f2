// The procedures that a history names, each under the one that has taken its place. Pure.
import type { Procedure } from '../procedures/schema.ts';
import { successorOf } from '../procedures/successor.ts';
import type { History } from './facts.ts';

type Known = Pick<Procedure, 'slug' | 'field' | 'status' | 'replacedBy'>;

/** A history with each procedure under the one that has taken its place, and its field. */
export function placed(
  { content }: { content: { procedures: ReadonlyMap<string, Known> } },
  history: Omit<History, 'field'>,
): History {
  const place = (named: string | null) => {
    const procedure = named === null ? null : successorOf(content.procedures, named);
    return {
      procedure,
      field: procedure === null ? null : (content.procedures.get(procedure)?.field ?? null),
    };
  };
  return {
    ...history,
    ...place(history.procedure),
    events: history.events.map((event) =>
      event.data?.procedure === undefined
        ? event
        : { ...event, data: { ...event.data, ...place(event.data.procedure) } },
    ),
  };
}
