// What a part has of the letters that it was split off from, one above the other: their pauses and their clock, up to the split.
import { sql, type RawBuilder } from 'kysely';
import { dayOf } from '../../db/day.ts';

/** First and last day in Việt Nam; a pause that still lasted ended with the split. */
export type SharedPause = { from: string; to: string };

// A part may be split again: each letter above is looked at up to the moment in which the part below left it.
const lettersAbove = (part: string) => sql`recursive letters (id, until, height) as (
  select ${sql.ref(`${part}.split_from`)}, ${sql.ref(`${part}.received_at`)}, 1
  union all
  select above.split_from, above.received_at, height + 1
  from letters join cases above on above.id = letters.id and above.split_from is not null)`;

/** As a JSON array; `part` names the row of `cases` in the query around it. */
export const sharedPausesOf = (part: string): RawBuilder<SharedPause[]> => sql<SharedPause[]>`(
  with ${lettersAbove(part)}
  select coalesce(json_agg(json_build_object('from', ${dayOf('asked.at')},
    'to', ${dayOf('least(coalesce(ended.at, letters.until), letters.until)')}) order by asked.at), '[]')
  from letters
  join case_events asked on asked.case_id = letters.id and asked.at <= letters.until
    and asked.to_status = 'need_info' and asked.from_status <> 'need_info'
  left join lateral (
    select at from case_events
    where case_id = asked.case_id and seq > asked.seq and from_status = 'need_info' and to_status <> 'need_info'
    order by seq limit 1) ended on true)`;

/**
 * The day in Việt Nam on which the clock of the letters above a part began: the latest of the steps `newClocks`, the day
 * of the transfer to us, or of receipt. Null for what was not split off. `part` as above.
 */
export const sharedClockOf = (part: string, newClocks: RawBuilder<unknown>): RawBuilder<string | null> => sql<
  string | null
>`(
  with ${lettersAbove(part)}
  select coalesce(
    (select ${dayOf('max(p.at)')} from case_events p
      where p.case_id = letter.id and p.step in (${newClocks}) and p.at <= letters.until),
    letter.origin_on, ${dayOf('letter.received_at')})
  from letters join cases letter on letter.id = letters.id
  where letter.split_from is null or letter.origin_on is not null or exists (
    select from case_events p where p.case_id = letter.id and p.step in (${newClocks}) and p.at <= letters.until)
  order by letters.height limit 1)`;
