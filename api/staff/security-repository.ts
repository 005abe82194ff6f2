// Writes and reads the security log, one function per query; rows are only ever added.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { SecurityDetail, SecurityKind } from './security-events.ts';

export type NewSecurityEvent = {
  at: Date;
  kind: SecurityKind;
  actorId: string | null;
  subjectId: string | null;
  /** Keyed hash of the e-mail typed, where nobody was recognised. */
  account: Buffer | null;
  /** Keyed hash of the network, cut to eight bytes. */
  network: Buffer | null;
  detail: SecurityDetail;
};

/** Id and hashes are made by the database (a chain over all events). */
export async function insertSecurityEvent(db: Db | Transaction, event: NewSecurityEvent): Promise<void> {
  await sql`
    insert into security_events (at, kind, actor_id, subject_id, account, network, detail)
    values (${event.at}, ${event.kind}, ${event.actorId}, ${event.subjectId}, ${event.account}, ${event.network},
      ${JSON.stringify(event.detail)}::jsonb)`.execute(db);
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
  const dayStart = (day: string) => sql<Date>`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
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
    .$if(to !== undefined, (query) =>
      query.where('event.at', '<', sql<Date>`${dayStart(to as string)} + interval '1 day'`),
    )
    .$if(before !== undefined, (query) => query.where('event.id', '<', String(before)))
    .orderBy('event.id', 'desc')
    .limit(limit)
    .execute();
}

/** The first event that does not fit the chain (changed, or one before it missing); null when all fit. */
export async function findBrokenSecurityEvent(db: Db): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select e.id, e.hash <> security_event_hash(e) as is_changed,
        lag(e.id) over (order by e.id) as before_id, lag(e.hash) over (order by e.id) as before_hash, e.previous
      from security_events e
    ) chain
    where is_changed or (before_id is not null and (before_id <> id - 1 or before_hash <> previous))
    order by id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Deletes what is older than `instant`, never anything younger than a year; returns how many. */
export async function purgeSecurityEvents(db: Db, instant: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`select purge_security_events(${instant}) as gone`.execute(db);
  return Number(rows[0]?.gone ?? 0);
}
