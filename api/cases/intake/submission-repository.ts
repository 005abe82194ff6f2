// A case is written into the register, and what an idempotency key has produced: one function, one query.
import { sql } from 'kysely';
import { newRowId } from '../../crypto/row-id.ts';
import { dayOf } from '../../db/day.ts';
import type { Db, Transaction } from '../../db/open.ts';
import { statement, type Slots } from '../../db/statement.ts';
import {
  contentNames,
  senderNames,
  storedOf,
  typeOf,
  type ContentColumns,
  type Said,
  type SenderColumns,
  type Stored,
} from '../fields/table.ts';
import { encryptedFields } from '../columns-repository.ts';
import type { Actor } from '../lifecycle.ts';
import { canonicalJson } from '../../text/canonical.ts';
import { sealedCase, sealsOf, sealedSenderNames, type SealedRow } from '../seals/seal.ts';
import type { Language } from '../../languages/language.ts';
import type { CaseSource, ContentCode } from '../schema.ts';
import type { Signal } from './signal.ts';
import type { DueBasis } from '../tables.ts';

export type NewCase = {
  register: string;
  source: CaseSource;
  /** `behalf`: in whose place it is taken in. */
  actor: { role: Actor; id: string | null; behalf?: string };
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
  signal: Signal;
  privacyNotice: string;
  /** In which the sender uses the portal. */
  language: Language;
  secretHash: Buffer;
  idempotencyHash: Buffer;
  requestHash: Buffer;
  sealedReceipt: string;
  /** What is written beside the case in the same transaction: its attachments. */
  sealed?: readonly SealedRow[];
  /** Not only because of its content: a part of a letter that is. */
  restricted?: boolean;
};

type Values = Omit<NewCase, 'actor' | 'origin' | 'splitFrom' | 'dueBasis' | 'sealed' | 'restricted'> & {
  id: string;
  /** The seals of everything that is written, as the event keeps them. */
  seals: string;
  actorRole: Actor;
  actorId: string | null;
  eventData: string | null;
  originAgency: string | null;
  originNumber: string | null;
  originOn: string | null;
  nationalCode: string | null;
  splitFrom: string | null;
  dueBasis: string;
  restricted: boolean;
} & Stored;

type Kept = keyof (SenderColumns & ContentColumns);
const slotOf = (value: Slots<Values>, name: Kept) =>
  sql<Stored[Kept]>`${value(name)}::${sql.raw(typeOf(name))}`.as(name);

const takeIn = statement((db, value: Slots<Values>) =>
  db
    .with('counter', (with_) =>
      with_
        .insertInto('registerCounters')
        .columns(['register', 'year', 'last', 'lastAt'])
        .expression(
          with_
            .selectNoFrom([
              sql<string>`${value('register')}::text`.as('register'),
              sql<number>`${value('year')}::int`.as('year'),
              sql<number>`1`.as('last'),
              sql<Date>`${value('receivedAt')}::timestamptz`.as('lastAt'),
            ])
            .where(sql<boolean>`hold_calendar() = ${value('calendarVersion')}`),
        )
        .onConflict((conflict) =>
          conflict.columns(['register', 'year']).doUpdateSet({
            last: sql`register_counters.last + 1`,
            lastAt: sql`case when ${dayOf('register_counters.last_at')}
                              = ${dayOf('excluded.last_at')}
                             then greatest(register_counters.last_at, excluded.last_at) else excluded.last_at end`,
          }),
        )
        .returning(['last', 'lastAt']),
    )
    .with('taken', (with_) =>
      with_
        .insertInto('cases')
        .columns([
          'id',
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
          'signal',
          'secretHash',
          'idempotencyHash',
          'requestHash',
          'sealedReceipt',
        ])
        .expression((eb) =>
          eb.selectFrom('counter').select([
            sql<string>`${value('id')}::uuid`.as('id'),
            sql<string>`${value('register')}::text`.as('register'),
            sql<number>`${value('year')}::int`.as('year'),
            'counter.last as serial',
            // At least six digits; the serial is known only here.
            sql<string>`${value('register')} || '-' || ${value('year')}::text || '-' || lpad(counter.last::text, greatest(6, length(counter.last::text)), '0')`.as(
              'number',
            ),
            sql<CaseSource>`${value('source')}::text`.as('source'),
            sql<'submitted'>`'submitted'`.as('status'),
            sql<ContentCode>`${value('contentCode')}::text`.as('contentCode'),
            sql<string | null>`${value('procedure')}::text`.as('procedureSlug'),
            sql<boolean>`${value('restricted')}::boolean`.as('restricted'),
            'counter.lastAt as receivedAt',
            sql<string>`${value('clockStartedOn')}::date`.as('clockStartedOn'),
            sql<string>`${value('dueOn')}::date`.as('dueOn'),
            sql<string>`${value('dueBasis')}::jsonb`.as('dueBasis'),
            sql<string>`${value('stageDueOn')}::date`.as('stageDueOn'),
            sql<string>`${value('transferDueOn')}::date`.as('transferDueOn'),
            sql<string | null>`${value('originAgency')}::text`.as('originAgency'),
            sql<string | null>`${value('originNumber')}::text`.as('originNumber'),
            sql<string | null>`${value('originOn')}::date`.as('originOn'),
            sql<string | null>`${value('nationalCode')}::text`.as('nationalCode'),
            sql<string | null>`${value('splitFrom')}::uuid`.as('splitFrom'),
            sql<Signal>`${value('signal')}::text`.as('signal'),
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
        .columns(['caseId', ...senderNames, 'privacyNotice', 'language', 'consentedAt'])
        .expression((eb) =>
          eb
            .selectFrom('taken')
            .select([
              'taken.id as caseId',
              ...senderNames.map((name) => slotOf(value, name)),
              sql<string>`${value('privacyNotice')}::text`.as('privacyNotice'),
              sql<Language>`${value('language')}::text`.as('language'),
              'taken.receivedAt as consentedAt',
            ]),
        ),
    )
    .with('content', (with_) =>
      with_
        .insertInto('caseContents')
        .columns(['caseId', ...contentNames, 'salt'])
        .expression((eb) =>
          eb
            .selectFrom('taken')
            .select([
              'taken.id as caseId',
              ...contentNames.map((name) => slotOf(value, name)),
              sql<Buffer>`${value('salt')}::bytea`.as('salt'),
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
          'data',
          'commitment',
          'seals',
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
              sql<Actor>`${value('actorRole')}::text`.as('actorRole'),
              sql<string | null>`${value('actorId')}::text`.as('actorId'),
              'taken.receivedAt as at',
              'taken.dueOn as dueAfter',
              sql<string | null>`${value('eventData')}::text`.as('data'),
              sql<Buffer>`${value('commitment')}::bytea`.as('commitment'),
              sql<string>`${value('seals')}::text`.as('seals'),
            ]),
        ),
    )
    .selectFrom('taken')
    .select(['taken.id', 'taken.number', 'taken.receivedAt']),
);

/**
 * Writes number, case, sender, content and first event in one statement: all or nothing, one round trip.
 * The counter row is taken last before the inserts that need it; its lock is what makes numbers gapless,
 * and the moment of receipt never runs backwards against the number within a day.
 * Undefined, and nothing written, when the calendar has been edited since the dates were counted.
 */
export async function insertCase(
  db: Db | Transaction,
  { actor, origin, splitFrom, dueBasis, sealed = [], restricted = false, ...row }: NewCase,
  said: Said,
): Promise<{ id: string; number: string; receivedAt: Date } | undefined> {
  const values = {
    ...storedOf(said),
    ...row,
    splitFrom: splitFrom ?? null,
    actorRole: actor.role,
    actorId: actor.id,
    eventData: actor.behalf === undefined ? null : canonicalJson({ behalf: actor.behalf }),
    originAgency: origin?.agency ?? null,
    originNumber: origin?.number ?? null,
    originOn: origin?.on ?? null,
    nationalCode: origin?.nationalCode ?? null,
    // About conduct from the start: restricted until somebody has looked.
    restricted: restricted || said.contentCode === '5.1',
  };
  const sender = { ...values, nameAtPublication: 'hide' };
  const seals = sealsOf(
    row.salt,
    [
      sealedCase({ ...values, procedureSlug: values.procedure, dueBasis }),
      {
        table: 'case_senders',
        values: Object.fromEntries(sealedSenderNames.map((column) => [column, sender[column]])),
      },
      ...sealed,
    ],
    { whole: true },
  );
  const id = newRowId();
  const rows = await takeIn(db, {
    ...values,
    ...encryptedFields(id, values),
    id,
    dueBasis: JSON.stringify(dueBasis),
    seals: canonicalJson(seals),
  });
  return rows.at(0);
}

/** What an idempotency key already produced, if anything. */
export async function findReceipt(db: Db, idempotencyHash: Buffer) {
  return await db
    .selectFrom('cases')
    .select(['number', 'requestHash', 'sealedReceipt', 'receivedAt', 'dueOn', 'dueBasis'])
    .where('idempotencyHash', '=', idempotencyHash)
    .executeTakeFirst();
}
