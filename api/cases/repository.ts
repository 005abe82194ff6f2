// The citizens' side of the register in SQL: one function, one query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Actor, Status, StepName } from './lifecycle.ts';
import type { CaseSource, Outcome, RatingReason, RatingScore, SubmitCase } from './schema.ts';
import type { DueBasis, EventTextKind } from './tables.ts';

export type NewCase = {
  register: string;
  source: CaseSource;
  actor: { role: Actor; id: string | null };
  /** Calendar year and day in Asia/Ho_Chi_Minh. */
  year: number;
  receivedAt: Date;
  /** Day 0 of the clock: the day of receipt, or of the latest transfer to us. */
  clockStartedOn: string;
  dueOn: string;
  dueBasis: DueBasis;
  origin?: { agency: string | null; number: string | null; on: string | null; nationalCode: string | null };
  splitFrom?: string;
  stageDueOn: string;
  transferDueOn: string;
  /** The version of the calendar that counted the dates. */
  calendarVersion: number;
  /** Salt and salted commitment of what was said. */
  salt: Buffer;
  commitment: Buffer;
  privacyNotice: string;
  secretHash: Buffer;
  idempotencyHash: Buffer;
  requestHash: Buffer;
  sealedReceipt: string;
};

/** What a person said, however it came in. */
export type Said = Pick<
  SubmitCase,
  | 'contentCode'
  | 'procedure'
  | 'body'
  | 'wish'
  | 'kind'
  | 'name'
  | 'address'
  | 'phone'
  | 'email'
  | 'consentsToNotices'
  | 'consentsToPublication'
>;

/**
 * Writes number, case, sender, content and first event in one statement: all or nothing, one round trip.
 * The counter row is taken last before the inserts that need it; its lock is what makes numbers gapless,
 * and the moment of receipt never runs backwards against the number within a day.
 * Undefined, and nothing written, when the calendar has been edited since the dates were counted.
 */
export async function insertCase(
  db: Db | Transaction,
  row: NewCase,
  said: Said,
): Promise<{ id: string; number: string; receivedAt: Date } | undefined> {
  return await db
    .with('counter', (with_) =>
      with_
        .insertInto('registerCounters')
        .columns(['register', 'year', 'last', 'lastAt'])
        .expression(
          with_
            .selectNoFrom([
              sql<string>`${row.register}::text`.as('register'),
              sql<number>`${row.year}::int`.as('year'),
              sql<number>`1`.as('last'),
              sql<Date>`${row.receivedAt}::timestamptz`.as('lastAt'),
            ])
            .where(sql<boolean>`hold_calendar() = ${row.calendarVersion}`),
        )
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
          'originAgency',
          'originNumber',
          'originOn',
          'nationalCode',
          'splitFrom',
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
            sql<CaseSource>`${row.source}::text`.as('source'),
            sql<'submitted'>`'submitted'`.as('status'),
            sql<Said['contentCode']>`${said.contentCode}::text`.as('contentCode'),
            sql<string | null>`${said.procedure ?? null}::text`.as('procedureSlug'),
            // About conduct from the start: restricted until somebody has looked.
            sql<boolean>`${said.contentCode === '5.1'}::boolean`.as('restricted'),
            'counter.lastAt as receivedAt',
            sql<string>`${row.clockStartedOn}::date`.as('clockStartedOn'),
            sql<string>`${row.dueOn}::date`.as('dueOn'),
            sql<string>`${JSON.stringify(row.dueBasis)}::jsonb`.as('dueBasis'),
            sql<string>`${row.stageDueOn}::date`.as('stageDueOn'),
            sql<string>`${row.transferDueOn}::date`.as('transferDueOn'),
            sql<string | null>`${row.origin?.agency ?? null}::text`.as('originAgency'),
            sql<string | null>`${row.origin?.number ?? null}::text`.as('originNumber'),
            sql<string | null>`${row.origin?.on ?? null}::date`.as('originOn'),
            sql<string | null>`${row.origin?.nationalCode ?? null}::text`.as('nationalCode'),
            sql<string | null>`${row.splitFrom ?? null}::uuid`.as('splitFrom'),
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
              sql<Said['kind']>`${said.kind}::text`.as('kind'),
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
          'actorId',
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
              sql<Actor>`${row.actor.role}::text`.as('actorRole'),
              sql<string | null>`${row.actor.id}::text`.as('actorId'),
              'taken.receivedAt as at',
              'taken.dueOn as dueAfter',
              sql<Buffer>`${row.commitment}::bytea`.as('commitment'),
            ]),
        ),
    )
    .selectFrom('taken')
    .select(['taken.id', 'taken.number', 'taken.receivedAt'])
    .executeTakeFirst();
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
const eventsOf = sql<
  { step: StepName; toStatus: Status; at: string; textKind: EventTextKind | null; text: string | null }[]
>`(
  select json_agg(json_build_object('step', e.step, 'toStatus', e.to_status, 'at', e.at, 'textKind', t.kind, 'text', t.text) order by e.seq)
  from case_events e left join case_event_texts t on t.case_id = e.case_id and t.seq = e.seq
  where e.case_id = cases.id)`;
const nameChoice = sql<
  'hide' | 'show' | null
>`(select name_at_publication from case_senders where case_id = cases.id)`;
// The version that was approved last, never a draft. A case that was merged into another is answered with that one's.
const replyOf = sql<{ body: string; outcome: Outcome } | null>`(
  select json_build_object('body', r.body, 'outcome', r.outcome)
  from case_replies r join case_events e on e.case_id = r.case_id
    and e.step = 'approve' and r.version = (e.data::json->>'replyVersion')::int
  where r.case_id = coalesce(cases.merged_into, cases.id)
    and (cases.merged_into is null or cases.answered_at is not null)
  order by e.seq desc limit 1)`;
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
      'cases.pausedOn',
      'cases.stageDueOn',
      'cases.resumeStatus',
      'cases.outsideAgency',
      'cases.outsideNumber',
      'cases.outsideOn',
      'cases.letterNumber',
      nameChoice.as('nameAtPublication'),
      eventsOf.as('events'),
      replyOf.as('reply'),
      ratingOf.as('rating'),
    ])
    .where('cases.number', '=', number)
    .executeTakeFirst();
}
