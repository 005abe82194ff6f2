// Open cases with the dates that a calendar decides: one function, one query.
import { sql } from 'kysely';
import { dayOf } from '../db/day.ts';
import type { Db, Transaction } from '../db/open.ts';
import { sharedPausesOf } from '../cases/dates/pause-repository.ts';
import { isWithheld } from '../cases/reading/register-repository.ts';
import { stands } from '../db/undone.ts';
import type { OpenCase } from './recompute.ts';

// The newest event that changed the status: the day on which the present state began.
const enteredOn = sql<string>`(
  select ${dayOf('e.at')} from case_events e
  where e.case_id = cases.id and e.from_status <> e.to_status and ${stands('e')} order by e.seq desc limit 1)`;
// Each time the sender was asked, until the next event that left the waiting state.
const pauses = sql<OpenCase['pauses']>`(
  select coalesce(json_agg(json_build_object('from', ${dayOf('asked.at')}, 'to', ${dayOf('ended.at')}) order by asked.seq), '[]')
  from case_events asked
  cross join lateral (
    select at from case_events
    where case_id = cases.id and seq > asked.seq and from_status = 'need_info' and to_status <> 'need_info'
    order by seq limit 1) ended
  where asked.case_id = cases.id and asked.to_status = 'need_info' and asked.from_status <> 'need_info')`;

/** All open cases, in the order of their numbers. */
export async function findOpenCases(db: Db | Transaction): Promise<OpenCase[]> {
  return await db
    .selectFrom('cases')
    .select([
      'id',
      'number',
      'status',
      'version',
      'clockStartedOn',
      'dueOn',
      'dueBasis',
      'stageDueOn',
      'transferDueOn',
      enteredOn.as('enteredOn'),
      pauses.as('pauses'),
      sharedPausesOf('cases').as('sharedPauses'),
    ])
    .select(sql<boolean>`(restricted or ${isWithheld})`.as('restricted'))
    .where('closedAt', 'is', null)
    .orderBy('number')
    .execute();
}
