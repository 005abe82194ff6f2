// The citizens' side of the register in SQL: one function, one query.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import type { Status, StepName } from './lifecycle.ts';
import type { Outcome, RatingReason, RatingScore, SubmitCase } from './schema.ts';
import type { DueBasis } from './tables.ts';

export type NewCase = {
  register: string;
  /** Calendar year and day in Asia/Ho_Chi_Minh. */
  year: number;
  receivedAt: Date;
  receivedOn: string;
  dueOn: string;
  dueBasis: DueBasis;
  stageDueOn: string;
  transferDueOn: string;
  /** Salt and salted commitment of what was said. */
  salt: Buffer;
  commitment: Buffer;
  privacyNotice: string;
  secretHash: Buffer;
  idempotencyHash: Buffer;
  requestHash: Buffer;
  sealedReceipt: string;
};

/**
 * Writes number, case, sender, content and first event in one statement: all or nothing, one round trip.
 * The counter row is taken last before the inserts that need it; its lock is what makes numbers gapless,
 * and the moment of receipt never runs backwards against the number within a day.
 */
export async function insertCase(
  db: Db,
  row: NewCase,
  said: SubmitCase,
): Promise<{ number: string; receivedAt: Date }> {
  return await db
    .with('counter', (with_) =>
      with_
        .insertInto('registerCounters')
        .values({ register: row.register, year: row.year, last: 1, lastAt: row.receivedAt })
        .onConflict((conflict) =>
          conflict.columns(['register', 'year']).doUpdateSet({
            last: sql`register_counters.last + 1`,
            lastAt: sql`case when (register_counters.last_at at time zone 'Asia/Ho_Chi_Minh')::date
                              = (excluded.last_at at time zone 'Asia/Ho_Chi_Minh')::date
                             then greatest(register_counters.last_at, excluded.last_at) else excluded.last_at end`,
          }),
        )
        .returning(['last', 'lastAt']),
    )
    .with('taken', (with_) =>
      with_
        .insertInto('cases')
        .columns([
          'register',
          'year',
          'serial',
          'number',
          'source',
          'status',
          'contentCode',
          'procedureSlug',
          'restricted',
          'receivedAt',
          'clockStartedOn',
          'dueOn',
          'dueBasis',
          'stageDueOn',
          'transferDueOn',
          'secretHash',
          'idempotencyHash',
          'requestHash',
          'sealedReceipt',
        ])
        .expression((eb) =>
          eb.selectFrom('counter').select([
            sql<string>`${row.register}::text`.as('register'),
            sql<number>`${row.year}::int`.as('year'),
            'counter.last as serial',
            // At least six digits; the serial is known only here.
            sql<string>`${row.register} || '-' || ${row.year}::text || '-' || lpad(counter.last::text, greatest(6, length(counter.last::text)), '0')`.as(
              'number',
            ),
            sql<'web'>`'web'`.as('source'),
            sql<'submitted'>`'submitted'`.as('status'),
            sql<SubmitCase['contentCode']>`${said.contentCode}::text`.as('contentCode'),
            sql<string | null>`${said.procedure ?? null}::text`.as('procedureSlug'),
            // About conduct from the start: restricted until somebody has looked.
            sql<boolean>`${said.contentCode === '5.1'}::boolean`.as('restricted'),
            'counter.lastAt as receivedAt',
            sql<string>`${row.receivedOn}::date`.as('clockStartedOn'),
            sql<string>`${row.dueOn}::date`.as('dueOn'),
            sql<string>`${JSON.stringify(row.dueBasis)}::jsonb`.as('dueBasis'),
            sql<string>`${row.stageDueOn}::date`.as('stageDueOn'),
            sql<string>`${row.transferDueOn}::date`.as('transferDueOn'),
            sql<Buffer>`${row.secretHash}::bytea`.as('secretHash'),
            sql<Buffer>`${row.idempotencyHash}::bytea`.as('idempotencyHash'),
            sql<Buffer>`${row.requestHash}::bytea`.as('requestHash'),
            sql<string>`${row.sealedReceipt}::text`.as('sealedReceipt'),
          ]),
        )
        .returning(['id', 'number', 'receivedAt', 'dueOn']),
    )
    .with('sender', (with_) =>
      with_
        .insertInto('caseSenders')
        .columns([
          'caseId',
          'kind',
          'name',
          'address',
          'phone',
          'email',
          'consentsToNotices',
          'consentsToPublication',
          'privacyNotice',
          'consentedAt',
        ])
        .expression((eb) =>
          eb
            .selectFrom('taken')
            .select([
              'taken.id as caseId',
              sql<SubmitCase['kind']>`${said.kind}::text`.as('kind'),
              sql<string>`${said.name}::text`.as('name'),
              sql<string>`${said.address}::text`.as('address'),
              sql<string | null>`${said.phone ?? null}::text`.as('phone'),
              sql<string | null>`${said.email ?? null}::text`.as('email'),
              sql<boolean>`${said.consentsToNotices}::boolean`.as('consentsToNotices'),
              sql<boolean>`${said.consentsToPublication}::boolean`.as('consentsToPublication'),
              sql<string>`${row.privacyNotice}::text`.as('privacyNotice'),
              'taken.receivedAt as consentedAt',
            ]),
        ),
    )
    .with('content', (with_) =>
      with_
        .insertInto('caseContents')
        .columns(['caseId', 'body', 'wish', 'salt'])
        .expression((eb) =>
          eb
            .selectFrom('taken')
            .select([
              'taken.id as caseId',
              sql<string>`${said.body}::text`.as('body'),
              sql<string | null>`${said.wish ?? null}::text`.as('wish'),
              sql<Buffer>`${row.salt}::bytea`.as('salt'),
            ]),
        ),
    )
    .with('event', (with_) =>
      with_
        .insertInto('caseEvents')
        .columns([
          'caseId',
          'seq',
          'step',
          'fromStatus',
          'toStatus',
          'actorRole',
          'at',
          'dueAfter',
          'commitment',
        ])
        .expression((eb) =>
          eb
            .selectFrom('taken')
            .select([
              'taken.id as caseId',
              sql<number>`1`.as('seq'),
              sql<'submit'>`'submit'`.as('step'),
              sql<'draft'>`'draft'`.as('fromStatus'),
              sql<'submitted'>`'submitted'`.as('toStatus'),
              sql<'CD'>`'CD'`.as('actorRole'),
              'taken.receivedAt as at',
              'taken.dueOn as dueAfter',
              sql<Buffer>`${row.commitment}::bytea`.as('commitment'),
            ]),
        ),
    )
    .selectFrom('taken')
    .select(['taken.number', 'taken.receivedAt'])
    .executeTakeFirstOrThrow();
}

/** What an idempotency key already produced, if anything. */
export async function findReceipt(db: Db, idempotencyHash: Buffer) {
  return await db
    .selectFrom('cases')
    .select(['number', 'requestHash', 'sealedReceipt', 'receivedAt', 'dueOn', 'dueBasis'])
    .where('idempotencyHash', '=', idempotencyHash)
    .executeTakeFirst();
}

// Keys inside JSON are spelled here, because the plugin leaves nested keys alone.
const eventsOf = sql<{ step: StepName; toStatus: Status; at: string }[]>`(
  select json_agg(json_build_object('step', step, 'toStatus', to_status, 'at', at) order by seq)
  from case_events where case_id = cases.id)`;
const replyOf = sql<{ body: string; outcome: Outcome } | null>`(
  select json_build_object('body', body, 'outcome', outcome)
  from case_replies where case_id = cases.id and cases.answered_at is not null order by version desc limit 1)`;
const ratingOf = sql<{ score: RatingScore; reason: RatingReason | null; comment: string | null } | null>`(
  select json_build_object('score', score, 'reason', reason, 'comment', comment)
  from case_ratings where case_id = cases.id)`;

/** Everything the sender may be shown, in one round trip; the secret's hash is for the caller to compare. */
export async function findCaseForSender(db: Db, number: string) {
  return await db
    .selectFrom('cases')
    .select([
      'cases.id',
      'cases.number',
      'cases.status',
      'cases.contentCode',
      'cases.procedureSlug',
      'cases.receivedAt',
      'cases.dueOn',
      'cases.dueBasis',
      'cases.answeredAt',
      'cases.closedAt',
      'cases.publishedAt',
      'cases.secretHash',
      'cases.version',
      eventsOf.as('events'),
      replyOf.as('reply'),
      ratingOf.as('rating'),
    ])
    .where('cases.number', '=', number)
    .executeTakeFirst();
}
