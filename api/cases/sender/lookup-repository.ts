// A case as its sender may see it, in SQL: one query.
import { sql } from 'kysely';
import type { AttachmentView, SignedReplyView } from '../../attachments/schema.ts';
import { isSenders } from '../../attachments/repository.ts';
import { decrypted } from '../../db/encrypted.ts';
import type { Db } from '../../db/open.ts';
import { statement, type Slots } from '../../db/statement.ts';
import type { Role } from '../../staff/roles.ts';
import { contentColumns, senderColumns } from '../columns-repository.ts';
import type { Status, StepName } from '../lifecycle.ts';
import { linksOf } from '../steps/link-repository.ts';
import { stepsWhere } from '../steps/table.ts';
import type { Outcome, RatingReason, RatingScore } from '../schema.ts';
import type { EventTextKind } from '../tables.ts';
import { stands } from '../../db/undone.ts';

// Keys inside JSON are spelled here, because the plugin leaves nested keys alone.
const eventsOf = sql<
  { step: StepName; toStatus: Status; at: string; textKind: EventTextKind | null; text: string | null }[]
>`(
  select json_agg(json_build_object('step', e.step, 'toStatus', e.to_status, 'at', e.at, 'textKind', t.kind, 'text', ${decrypted('case_event_texts.text', 't')}) order by e.seq)
  from case_events e left join case_event_texts t on t.case_id = e.case_id and t.seq = e.seq
  where e.case_id = cases.id and ${stands('e')})`;
const nameChoice = sql<
  'hide' | 'show' | null
>`(select name_at_publication from case_senders where case_id = cases.id)`;
const confirmedAddress = sql<Buffer | null>`(
  select address_hash from confirmed_addresses where case_id = cases.id)`;
const emailRefusedAt = sql<Date | null>`(select email_refused_at from case_senders where case_id = cases.id)`;
// The version that was approved last, never a draft. Who was merged into another case has a letter of their own; those
// answered before there was one read what was published of the common case, never the letter to its sender.
const bringReply = sql.join(stepsWhere(({ told }) => told?.reply === true).map((step) => sql.lit(step)));
const replyOf = sql<{ body: string; outcome: Outcome } | null>`coalesce((
  select json_build_object('body', coalesce(${decrypted('case_replies.body', 'r')}, 'Nội dung trả lời đã xóa cùng dữ liệu cá nhân.'), 'outcome', r.outcome)
  from case_replies r join case_events e on e.case_id = r.case_id
    and e.step in (${bringReply}) and r.version = (e.data::json->>'replyVersion')::int
  where r.case_id = cases.id
  order by e.seq desc limit 1), (
  select json_build_object('body', p.answer, 'outcome', p.outcome) from published_answers p
  where p.case_id = cases.merged_into and cases.answered_at is not null))`;
const ratingOf = sql<{ score: RatingScore; reason: RatingReason | null; comment: string | null } | null>`(
  select json_build_object('score', score, 'reason', reason, 'comment', ${decrypted('rating_versions.comment', 'case_ratings')})
  from case_ratings where case_id = cases.id)`;

const attachmentsOf = sql<AttachmentView[]>`coalesce((
  select json_agg(json_build_object('id', id, 'name', coalesce(${decrypted('attachments.name')}, ''), 'kind', kind, 'bytes', bytes, 'state', state)
    order by place) from attachments where case_id = cases.id and ${isSenders}), '[]')`;
// The same rule as `isForSender` (api/attachments/office-file.ts).
const signedRepliesOf = sql<SignedReplyView[]>`coalesce((
  select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'bytes', a.bytes, 'state', a.state, 'number', d.number, 'on', o.dated_on)
    order by o.place desc)
  from office_files o join attachments a on a.id = o.attachment_id left join outgoing_documents d on d.id = o.document_id
  where o.case_id = cases.id and o.purpose = 'signed-reply' and o.given_at is not null and o.withdrawn_at is null
    and a.state <> 'erased'), '[]')`;
const readsOf = sql<{ role: Role; firstAt: string; lastAt: string; times: number }[]>`coalesce((
  select json_agg(json_build_object('role', r.viewer_role, 'firstAt', r.first_at, 'lastAt', r.last_at, 'times', r.times)
    order by r.first_at)
  from (select viewer_role, min(first_at) as first_at, max(last_at) as last_at, sum(times)::int as times
    from case_reads where case_id = cases.id group by viewer_role) r), '[]')`;

const shownToSender = statement((db, value: Slots<{ number: string }>) =>
  db
    .selectFrom('cases')
    .leftJoin('caseContents', 'caseContents.caseId', 'cases.id')
    .leftJoin('caseSenders', 'caseSenders.caseId', 'cases.id')
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
      emailRefusedAt.as('emailRefusedAt'),
      confirmedAddress.as('confirmedAddress'),
      attachmentsOf.as('attachments'),
      signedRepliesOf.as('signedReplies'),
      linksOf().as('links'),
      readsOf.as('reads'),
      eventsOf.as('events'),
      replyOf.as('reply'),
      ratingOf.as('rating'),
    ])
    .select(contentColumns<null>())
    .select(senderColumns<null>())
    .where('cases.number', '=', value('number')),
);

/** Everything the sender may be shown, in one round trip; the secret's hash is for the caller to compare. */
export async function findCaseForSender(db: Db, number: string) {
  return (await shownToSender(db, { number })).at(0);
}
