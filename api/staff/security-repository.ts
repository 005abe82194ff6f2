// Writes and reads the security log, one function per query; rows are only ever added.
import { sql } from 'kysely';
import { dayEnd, dayStart } from '../db/day.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { SecurityDetail, SecurityKind } from './security-events.ts';

export type NewSecurityEvent = {
  at: Date;
  kind: SecurityKind;
  /** Absent where no officer did it. */
  actorId?: string | undefined;
  subjectId?: string | undefined;
  /** Keyed hash of the e-mail typed, where nobody was recognised. */
  account?: Buffer | undefined;
  /** Keyed hash of the network, cut to eight bytes. */
  network?: Buffer | undefined;
  detail: SecurityDetail;
};

/** Id and hashes are made by the database (a chain over all events). */
export async function insertSecurityEvent(
  db: Db | Transaction,
  { at, kind, actorId, subjectId, account, network, detail }: NewSecurityEvent,
): Promise<void> {
  await sql`
    insert into security_events (at, kind, actor_id, subject_id, account, network, detail)
    values (${at}, ${kind}, ${actorId ?? null}, ${subjectId ?? null}, ${account ?? null}, ${network ?? null},
      ${JSON.stringify(detail)}::jsonb)`.execute(db);
}

export type SecurityFilter = {
  kind?: SecurityKind | undefined;
  /** Whoever did it or to whom it was done. */
  person?: string | undefined;
  /** Days in Việt Nam, YYYY-MM-DD, both included. */
  from?: string | undefined;
  to?: string | undefined;
};

/** The newest first, at most `limit`; `before`: only events with a smaller id. */
export async function listSecurityEvents(
  db: Db,
  filter: SecurityFilter,
  { limit, before }: { limit: number; before?: number | undefined },
) {
  const { kind, person, from, to } = filter;
  return await db
    .selectFrom('securityEvents as event')
    .leftJoin('staffUsers as actor', 'actor.id', 'event.actorId')
    .leftJoin('staffUsers as subject', 'subject.id', 'event.subjectId')
    .select([
      'event.id',
      'event.at',
      'event.kind',
      'actor.name as actorName',
      'actor.role as actorRole',
      'subject.name as subjectName',
      'event.account',
      'event.network',
      'event.detail',
    ])
    .$if(kind !== undefined, (query) => query.where('event.kind', '=', kind as SecurityKind))
    .$if(person !== undefined, (query) =>
      query.where((either) =>
        either.or([
          either('event.actorId', '=', person as string),
          either('event.subjectId', '=', person as string),
        ]),
      ),
    )
    .$if(from !== undefined, (query) => query.where('event.at', '>=', dayStart(from as string)))
    .$if(to !== undefined, (query) => query.where('event.at', '<', dayEnd(to as string)))
    .$if(before !== undefined, (query) => query.where('event.id', '<', String(before)))
    .orderBy('event.id', 'desc')
    .limit(limit)
    .execute();
}

export type SecurityFault = { id: number; fault: 'changed' | 'missing' };

/** The first event that is not as it was written, or is gone: between two others, before the first, after the last. */
export async function findSecurityFault(db: Db | Transaction): Promise<SecurityFault | undefined> {
  const { rows } = await sql<SecurityFault>`
    with chain as (
      select e.id, e.hash, e.previous, e.hash <> security_event_hash(e) as is_changed,
        coalesce(lag(e.id) over (order by e.id), h.first_id - 1) as before_id,
        lag(e.hash) over (order by e.id) as before_hash, h.last_id, h.last_hash
      from security_events e left join security_head h on true
    ), faults as (
      select before_id + 1 as id, 'missing' as fault from chain where id > before_id + 1
      union all
      select id, 'changed' from chain
      where is_changed or before_id is null or id < before_id + 1 or before_hash <> previous
        or id > last_id or (id = last_id and hash <> last_hash)
      union all
      select coalesce((select max(id) from chain), first_id - 1) + 1, 'missing' from security_head
      where last_id > coalesce((select max(id) from chain), first_id - 1)
    )
    select id, fault from faults order by id, fault desc limit 1`.execute(db);
  return rows[0];
}

export async function countSecurityEvents(db: Db | Transaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from security_events`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Deletes what is older than `instant`, never anything younger than a year; returns how many. */
export async function purgeSecurityEvents(db: Db, instant: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`select purge_security_events(${instant}) as gone`.execute(db);
  return Number(rows[0]?.gone ?? 0);
}
