// The pauses of the letter that a case was split off from, up to that: the part has waited with it.
import { sql, type RawBuilder } from 'kysely';
import { dayOf } from '../../db/day.ts';

/** First and last day in Việt Nam; a pause that still lasted ends with the split. */
export type SharedPause = { from: string; to: string };

/** As a JSON array; `part` names the row of `cases` in the query around it. */
export const sharedPausesOf = (part: string): RawBuilder<SharedPause[]> => sql<SharedPause[]>`(
  select coalesce(json_agg(json_build_object('from', ${dayOf('asked.at')},
    'to', ${dayOf(`least(coalesce(ended.at, ${part}.received_at), ${part}.received_at)`)}) order by asked.seq), '[]')
  from case_events asked
  left join lateral (
    select at from case_events
    where case_id = asked.case_id and seq > asked.seq and from_status = 'need_info' and to_status <> 'need_info'
    order by seq limit 1) ended on true
  where asked.case_id = ${sql.ref(`${part}.split_from`)} and asked.at <= ${sql.ref(`${part}.received_at`)}
    and asked.to_status = 'need_info' and asked.from_status <> 'need_info')`;
