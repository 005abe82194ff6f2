// The citizens' side of the register in SQL: one function, one query.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import { statement, type Slots } from '../db/statement.ts';
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
  privacyNotice: string;
  secretHash: Buffer;
  idempotencyHash: Buffer;
  requestHash: Buffer;
  sealedReceipt: string;
};

type Values = Omit<NewCase, 'dueBasis'> & {
  dueBasis: string;
  restricted: boolean;
  procedure: string | null;
  phone: string | null;
  email: string | null;
  wish: string | null;
} & Omit<SubmitCase, 'procedure' | 'phone' | 'email' | 'wish'>;

const takeIn = statement((db, value: Slots<Values>) =>
  db
    .with('counter', (with_) =>
      with_
        .insertInto('registerCounters')
        .values({ register: value('register'), year: value('year'), last: 1, lastAt: value('receivedAt') })
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
          'secretHash',
          'idempotencyHash',
          'requestHash',
          'sealedReceipt',
        ])
        .expression((eb) =>
          eb.selectFrom('counter').select([
            sql<string>`${value('register')}::text`.as('register'),
            sql<number>`${value('year')}::int`.as('year'),
            'counter.last as serial',
            // At least six digits; the serial is known only here.
            sql<string>`${value('register')} || '-' || ${value('year')}::text || '-' || lpad(counter.last::text, greatest(6, length(counter.last::text)), '0')`.as(
              'number',
            ),
            sql<'web'>`'web'`.as('source'),
            sql<'submitted'>`'submitted'`.as('status'),
            sql<SubmitCase['contentCode']>`${value('contentCode')}::text`.as('contentCode'),
            sql<string | null>`${value('procedure')}::text`.as('procedureSlug'),
            sql<boolean>`${value('restricted')}::boolean`.as('restricted'),
            'counter.lastAt as receivedAt',
            sql<string>`${value('receivedOn')}::date`.as('clockStartedOn'),
            sql<string>`${value('dueOn')}::date`.as('dueOn'),
            sql<string>`${value('dueBasis')}::jsonb`.as('dueBasis'),
            sql<string>`${value('stageDueOn')}::date`.as('stageDueOn'),
            sql<Buffer>`${value('secretHash')}::bytea`.as('secretHash'),
            sql<Buffer>`${value('idempotencyHash')}::bytea`.as('idempotencyHash'),
            sql<Buffer>`${value('requestHash')}::bytea`.as('requestHash'),
            sql<string>`${value('sealedReceipt')}::text`.as('sealedReceipt'),
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
              sql<SubmitCase['kind']>`${value('kind')}::text`.as('kind'),
              sql<string>`${value('name')}::text`.as('name'),
              sql<string>`${value('address')}::text`.as('address'),
              sql<string | null>`${value('phone')}::text`.as('phone'),
              sql<string | null>`${value('email')}::text`.as('email'),
              sql<boolean>`${value('consentsToNotices')}::boolean`.as('consentsToNotices'),
              sql<boolean>`${value('consentsToPublication')}::boolean`.as('consentsToPublication'),
              sql<string>`${value('privacyNotice')}::text`.as('privacyNotice'),
              'taken.receivedAt as consentedAt',
            ]),
        ),
    )
    .with('content', (with_) =>
      with_
        .insertInto('caseContents')
        .columns(['caseId', 'body', 'wish'])
        .expression((eb) =>
          eb
            .selectFrom('taken')
            .select([
              'taken.id as caseId',
              sql<string>`${value('body')}::text`.as('body'),
              sql<string | null>`${value('wish')}::text`.as('wish'),
            ]),
        ),
    )
    .with('event', (with_) =>
      with_
        .insertInto('caseEvents')
        .columns(['caseId', 'seq', 'step', 'fromStatus', 'toStatus', 'actorRole', 'at', 'dueAfter'])
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
            ]),
        ),
    )
    .selectFrom('taken')
    .select(['taken.number', 'taken.receivedAt']),
);

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
  const { procedure = null, phone = null, email = null, wish = null } = said;
  const [written] = await takeIn(db, {
    ...row,
    ...said,
    procedure,
    phone,
    email,
    wish,
    dueBasis: JSON.stringify(row.dueBasis),
    // About conduct from the start: restricted until somebody has looked.
    restricted: said.contentCode === '5.1',
  });
  if (!written) throw new Error('a case was written without a number');
  return written;
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

const shownToSender = statement((db, value: Slots<{ number: string }>) =>
  db
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
      'cases.publishedAt',
      'cases.secretHash',
      eventsOf.as('events'),
      replyOf.as('reply'),
      ratingOf.as('rating'),
    ])
    .where('cases.number', '=', value('number')),
);

/** Everything the sender may be shown, in one round trip; the secret's hash is for the caller to compare. */
export async function findCaseForSender(db: Db, number: string) {
  return (await shownToSender(db, { number })).at(0);
}
