// Events that were undone count for nothing: neither they nor the undoing is told to a sender, counted or answered for.
import { sql, type RawBuilder } from 'kysely';

/** Whether a row of `case_events` under this name stands: it is no undoing, and was not undone. */
export function stands(event: string): RawBuilder<boolean> {
  const e = sql.table(event);
  return sql<boolean>`(${e}.step <> 'undo' and not exists (
    select from case_events undoing where undoing.case_id = ${e}.case_id and undoing.step = 'undo'
      and undoing.data::jsonb -> 'undone' @> to_jsonb(${e}.seq)))`;
}
