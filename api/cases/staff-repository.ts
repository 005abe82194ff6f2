// The register as staff read it: one function, one query. Who may see what is part of every query.
import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';
import type { Viewer } from '../staff/roles.ts';
import type { Actor, Status, StepName } from './lifecycle.ts';
import type { Criteria, Outcome, RatingReason, RatingScore, Verification } from './schema.ts';

type On = ExpressionBuilder<Tables, 'cases'>;
type Condition = ExpressionWrapper<Tables, 'cases', SqlBool>;

/** The SQL twin of `maySeeCase` (visibility.ts); a test holds the two together. */
function visibleTo(viewer: Viewer) {
  return (eb: On): Condition => {
    if (viewer.role === 'TN' || viewer.role === 'CVP' || viewer.role === 'LD')
      return eb.lit(true) as Condition;
    if (viewer.role === 'XL') return eb('cases.handlerId', '=', viewer.id);
    if (viewer.role === 'TP') return eb('cases.unit', '=', viewer.unit);
    if (viewer.role === 'BT') return eb('cases.status', 'in', ['answered', 'published', 'rated']);
    return eb.lit(false) as Condition;
  };
}

/** The statuses in which a role is the one who must act. */
const waitingFor: Partial<Record<Viewer['role'], Status[]>> = {
  TN: ['submitted'],
  CVP: ['accepted'],
  LD: ['conduct_review', 'approving'],
  XL: ['assigned'],
  TP: ['reply_draft'],
  BT: ['answered'],
};

export type RegisterView = 'waiting' | 'due-today' | 'overdue' | 'open' | 'closed';

const nearestDue = sql<string>`least(stage_due_on, case when status = 'answered' then null else due_on end)`;

function inView(view: RegisterView, viewer: Viewer, today: string) {
  return (eb: On): Condition => {
    const open = eb('cases.closedAt', 'is', null);
    if (view === 'closed') return eb('cases.closedAt', 'is not', null);
    if (view === 'open') return open;
    if (view === 'due-today') return eb.and([open, eb(nearestDue, '=', today)]);
    if (view === 'overdue') return eb.and([open, eb(nearestDue, '<', today)]);
    return eb.and([open, eb('cases.status', 'in', [...(waitingFor[viewer.role] ?? []), 'draft'])]);
  };
}

const summaryOrStart = sql<string>`coalesce(cases.summary, left((select body from case_contents where case_id = cases.id), 140))`;

/** One page of the register in the order of what is due first (closed ones: newest first). */
export async function listCases(
  db: Db,
  viewer: Viewer,
  view: RegisterView,
  today: string,
  after: string | undefined,
  limit: number,
) {
  const closed = view === 'closed';
  let query = db
    .selectFrom('cases')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = cases.handler_id`))
    .select([
      'cases.number',
      'cases.status',
      'cases.track',
      'cases.contentCode',
      'cases.restricted',
      'cases.procedureSlug',
      'cases.unit',
      'cases.receivedAt',
      'cases.dueOn',
      'cases.stageDueOn',
      'cases.closedAt',
      'staffUsers.name as handler',
      summaryOrStart.as('summary'),
      sql<string>`${closed ? sql`''` : sql`coalesce(${nearestDue}, due_on)::text`} || '~' || number`.as(
        'position',
      ),
    ])
    .where(visibleTo(viewer) as never)
    .where(inView(view, viewer, today) as never)
    .orderBy(sql`position`, closed ? 'desc' : 'asc')
    .limit(limit);
  if (after)
    query = query.where(
      sql<SqlBool>`${closed ? sql`''` : sql`coalesce(${nearestDue}, due_on)::text`} || '~' || number ${closed ? sql`<` : sql`>`} ${after}`,
    );
  return await query.execute();
}

/** How many cases of a view there are, counted no further than `most`. */
export async function countCases(
  db: Db,
  viewer: Viewer,
  view: RegisterView,
  today: string,
  most: number,
): Promise<number> {
  const bounded = db
    .selectFrom('cases')
    .select(sql<number>`1`.as('one'))
    .where(visibleTo(viewer) as never)
    .where(inView(view, viewer, today) as never)
    .limit(most)
    .as('bounded');
  const row = await db
    .selectFrom(bounded)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

// Keys inside JSON are spelled here, because the plugin leaves nested keys alone.
type EventRow = {
  seq: number;
  step: StepName;
  fromStatus: Status;
  toStatus: Status;
  actorRole: Actor;
  actorId: string | null;
  actor: string | null;
  at: string;
  reason: string | null;
};
const eventsOf = sql<EventRow[]>`(
  select json_agg(json_build_object('seq', e.seq, 'step', e.step, 'fromStatus', e.from_status, 'toStatus', e.to_status,
    'actorRole', e.actor_role, 'actorId', e.actor_id, 'actor', u.name, 'at', e.at, 'reason', t.text) order by e.seq)
  from case_events e left join staff_users u on u.id::text = e.actor_id
    left join case_event_texts t on t.case_id = e.case_id and t.seq = e.seq
  where e.case_id = cases.id)`;
type ReplyRow = {
  version: number;
  body: string;
  outcome: Outcome;
  criteria: Criteria;
  verification: Verification | null;
  author: string | null;
  writtenAt: string;
};
const replyOf = sql<ReplyRow | null>`(
  select json_build_object('version', r.version, 'body', r.body, 'outcome', r.outcome, 'criteria', r.criteria,
    'verification', r.verification, 'author', u.name, 'writtenAt', r.written_at)
  from case_replies r left join staff_users u on u.id::text = r.author_id
  where r.case_id = cases.id order by r.version desc limit 1)`;
const ratingOf = sql<{ score: RatingScore; reason: RatingReason | null; comment: string | null } | null>`(
  select json_build_object('score', score, 'reason', reason, 'comment', comment)
  from case_ratings where case_id = cases.id)`;

/** One case whole, if the viewer may see it; the sender's columns are for the service to withhold. */
export async function findCaseForStaff(db: Db, viewer: Viewer, number: string) {
  return await db
    .selectFrom('cases')
    .innerJoin('caseContents', 'caseContents.caseId', 'cases.id')
    .innerJoin('caseSenders', 'caseSenders.caseId', 'cases.id')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = cases.handler_id`))
    .select([
      'cases.id',
      'cases.number',
      'cases.status',
      'cases.track',
      'cases.contentCode',
      'cases.restricted',
      'cases.procedureSlug',
      'cases.unit',
      'cases.handlerId',
      'cases.receivedAt',
      'cases.dueOn',
      'cases.dueBasis',
      'cases.stageDueOn',
      'cases.closedAt',
      'cases.version',
      'caseContents.body',
      'caseContents.wish',
      'staffUsers.name as handler',
      'caseSenders.kind',
      'caseSenders.name',
      'caseSenders.address',
      'caseSenders.phone',
      'caseSenders.email',
      'caseSenders.consentsToNotices',
      'caseSenders.consentsToPublication',
      summaryOrStart.as('summary'),
      eventsOf.as('events'),
      replyOf.as('reply'),
      ratingOf.as('rating'),
    ])
    .where('cases.number', '=', number)
    .where(visibleTo(viewer) as never)
    .executeTakeFirst();
}

export async function insertReply(
  trx: Transaction,
  reply: {
    caseId: string;
    body: string;
    outcome: Outcome;
    criteria: Criteria;
    verification: Verification | null;
    authorId: string;
    writtenAt: Date;
  },
): Promise<void> {
  await trx
    .insertInto('caseReplies')
    .values({
      ...reply,
      criteria: JSON.stringify(reply.criteria),
      version: sql<number>`(select coalesce(max(version), 0) + 1 from case_replies where case_id = ${reply.caseId})`,
    })
    .execute();
}

export async function findLatestReply(trx: Transaction, caseId: string) {
  return await trx
    .selectFrom('caseReplies')
    .select(['version', 'body', 'outcome'])
    .where('caseId', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function findSender(trx: Transaction, caseId: string) {
  return await trx
    .selectFrom('caseSenders')
    .select(['name', 'address', 'phone', 'email', 'consentsToPublication'])
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow();
}

export async function findApprover(trx: Transaction, caseId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('caseEvents')
    .select('actorId')
    .where('caseId', '=', caseId)
    .where('step', '=', 'approve')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.actorId ?? null;
}

export async function findCaseId(
  db: Db | Transaction,
  viewer: Viewer,
  number: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('cases')
    .select('id')
    .where('number', '=', number)
    .where(visibleTo(viewer) as never)
    .executeTakeFirst();
  return row?.id;
}

/** An active handler by id: only a person in the role XL can be given a case. */
export async function findHandler(trx: Transaction, id: string) {
  return await trx
    .selectFrom('staffUsers')
    .select(['id', 'name', 'unit'])
    .where(sql<SqlBool>`id::text = ${id}`)
    .where('role', '=', 'XL')
    .where('active', '=', true)
    .executeTakeFirst();
}
