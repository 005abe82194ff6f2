// One case as staff read it: one function, one query.
import { sql } from 'kysely';
import { decrypted } from '../../db/encrypted.ts';
import type { Db, Transaction } from '../../db/open.ts';
import type { Viewer } from '../../staff/roles.ts';
import { contentColumns, senderColumns } from '../columns-repository.ts';
import type { Actor, Status, StepName } from '../lifecycle.ts';
import { linksOf } from '../steps/link-repository.ts';
import { echoesOf, endedBy, ownSummary } from './register-repository.ts';
import type { Criteria, Outcome, RatingReason, RatingScore, Verification } from '../schema.ts';
import { saidIn } from '../intake/signal-repository.ts';
import { isAbout, visibleTo } from '../visible-repository.ts';

// Keys inside JSON are spelled here, because the plugin leaves nested keys alone.
type EventRow = {
  seq: number;
  step: StepName;
  fromStatus: Status;
  toStatus: Status;
  actorRole: Actor;
  actorId: string | null;
  actor: string | null;
  /** In whose place it was done. */
  behalf: string | null;
  at: string;
  dueBefore: string | null;
  dueAfter: string | null;
  text: string | null;
  officeFile: number | null;
};
/** All events but that a part was taken out which this viewer may not see. */
const eventsOf = (viewer: Viewer) => sql<EventRow[]>`(
  select json_agg(json_build_object('seq', e.seq, 'step', e.step, 'fromStatus', e.from_status, 'toStatus', e.to_status,
    'actorRole', e.actor_role, 'actorId', e.actor_id, 'actor', u.name, 'behalf', b.name, 'at', e.at, 'dueBefore', e.due_before,
    'dueAfter', e.due_after, 'text', ${decrypted('case_event_texts.text', 't')},
    'officeFile', (e.data::json ->> 'officeFile')::int) order by e.seq)
  from case_events e left join staff_users u on u.id::text = e.actor_id
    left join staff_users b on b.id = e.data::json ->> 'behalf'
    left join case_event_texts t on t.case_id = e.case_id and t.seq = e.seq
  where e.case_id = cases.id and (e.step <> 'split' or exists (
    select from cases where cases.number = e.data::json ->> 'into' and ${visibleTo(viewer)})))`;
type ReplyRow = {
  version: number;
  body: string;
  outcome: Outcome;
  criteria: Criteria;
  verification: Verification | null;
  author: string | null;
  writtenAt: string;
};
// What stands in a reply's place once it is erased.
const erasedWords = 'Nội dung trả lời đã xóa cùng dữ liệu cá nhân.';
const replyOf = sql<ReplyRow | null>`(
  select json_build_object('version', r.version, 'body', coalesce(${decrypted('case_replies.body', 'r')}, ${erasedWords}::text), 'outcome', r.outcome, 'criteria', r.criteria,
    'verification', r.verification, 'author', u.name, 'writtenAt', r.written_at)
  from case_replies r left join staff_users u on u.id::text = r.author_id
  where r.case_id = cases.id order by r.version desc limit 1)`;
const ratingOf = sql<{ score: RatingScore; reason: RatingReason | null; comment: string | null } | null>`(
  select json_build_object('score', score, 'reason', reason, 'comment', ${decrypted('rating_versions.comment', 'case_ratings')})
  from case_ratings where case_id = cases.id)`;
type ProposalRow = {
  step: StepName;
  input: Record<string, unknown>;
  proposedBy: string;
  by: string | null;
  at: string;
};
const proposalOf = sql<ProposalRow | null>`(
  select json_build_object('step', p.step, 'input', ${decrypted('case_proposals.input', 'p', { json: true })}, 'proposedBy', p.proposed_by, 'by', u.name, 'at', p.proposed_at)
  from case_proposals p left join staff_users u on u.id::text = p.proposed_by where p.case_id = cases.id)`;
const subjectsOf = sql<{ unit: string; staffId: string; name: string | null }[]>`coalesce((
  select json_agg(json_build_object('unit', s.unit, 'staffId', s.staff_id, 'name', u.name))
  from case_subjects s left join staff_users u on u.id::text = s.staff_id where s.case_id = cases.id), '[]')`;
const coUnitsOf = sql<string[]>`array(select unit from case_units where case_id = cases.id order by unit)`;

/** One case whole, if the viewer may see it; the sender's columns are for the service to withhold. */
export async function findCaseForStaff(db: Db, viewer: Viewer, number: string) {
  return await db
    .selectFrom('cases')
    .leftJoin('caseContents', 'caseContents.caseId', 'cases.id')
    .leftJoin('caseSenders', 'caseSenders.caseId', 'cases.id')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = cases.handler_id`))
    .select([
      'cases.id',
      'cases.number',
      'cases.source',
      'cases.status',
      'cases.track',
      'cases.contentCode',
      'cases.restricted',
      'cases.locked',
      'cases.keeperId',
      'cases.signal',
      'cases.procedureSlug',
      'cases.unit',
      'cases.handlerId',
      'cases.receivedAt',
      'cases.clockStartedOn',
      'cases.dueOn',
      'cases.dueBasis',
      'cases.stageDueOn',
      'cases.transferDueOn',
      'cases.pausedOn',
      'cases.extendedOn',
      'cases.reviewDueOn',
      'cases.reportedOn',
      'cases.reportNumber',
      'cases.answeredAt',
      'cases.originAgency',
      'cases.originNumber',
      'cases.originOn',
      'cases.nationalCode',
      'cases.outsideAgency',
      'cases.outsideNumber',
      'cases.outsideOn',
      'cases.letterNumber',
      'cases.letterOn',
      'cases.closedAt',
      'cases.version',
      'cases.erasedAt',
      'staffUsers.name as handler',
      'caseSenders.emailRefusedAt',
      'caseSenders.nameAtPublication',
      'caseSenders.language',
      'caseSenders.privacyNotice',
      endedBy.as('endedBy'),
      ownSummary.as('summary'),
      saidIn.as('said'),
      eventsOf(viewer).as('events'),
      replyOf.as('reply'),
      ratingOf.as('rating'),
      echoesOf.as('echoes'),
      proposalOf.as('proposal'),
      subjectsOf.as('subjects'),
      coUnitsOf.as('coUnits'),
      linksOf(viewer).as('links'),
    ])
    .select(contentColumns<null>())
    .select(senderColumns<null>())
    .where('cases.number', '=', number)
    .where(visibleTo(viewer))
    .executeTakeFirst();
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
    .where(visibleTo(viewer))
    .executeTakeFirst();
  return row?.id;
}

/**
 * A case that a viewer had open once and may open no more, for no reason that is kept from them: it is neither locked
 * nor does it complain of them.
 */
export async function findGone(
  db: Db | Transaction,
  viewer: Viewer,
  number: string,
): Promise<{ id: string; seenAt: Date } | undefined> {
  return await db
    .selectFrom('cases')
    .innerJoin('caseReads', 'caseReads.caseId', 'cases.id')
    .select(['cases.id', 'caseReads.lastAt as seenAt'])
    .where('caseReads.viewerId', '=', viewer.id)
    .where('number', '=', number)
    .where('locked', '=', false)
    .where(sql<boolean>`not ${isAbout(viewer)}`)
    .orderBy('caseReads.lastAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What happened to a case last, or first after an instant: an officer's note and the sender's words aside. */
export async function findEvent(db: Db | Transaction, caseId: string, after?: Date) {
  return await db
    .selectFrom('caseEvents')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = case_events.actor_id`))
    .select(['caseEvents.step', 'caseEvents.actorRole', 'caseEvents.at', 'staffUsers.name as actor'])
    .where('caseId', '=', caseId)
    .$if(after !== undefined, (query) =>
      query
        .where('caseEvents.at', '>=', after ?? new Date(0))
        .where('caseEvents.step', 'not in', [
          'note',
          'remark',
          'correct-contact',
          'choose-name',
          'rotate-secret',
          'renew-secret',
        ]),
    )
    .orderBy('seq', after === undefined ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
}
