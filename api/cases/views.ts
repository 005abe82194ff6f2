// The shapes in which cases leave the API, exact keys: nothing else can leak through them.
import { z } from 'zod';
import { DueView } from '../calendar/schema.ts';
import { PublicStatus, Status, StepName, Actor } from './lifecycle.ts';
import { ContentCode, Criteria, Outcome, RatingReason, RatingScore, Track, Verification } from './schema.ts';

const Instant = z.string().meta({ format: 'date-time' });
const Day = z.string().meta({ format: 'date' });
const ProcedureLink = z.object({ slug: z.string(), name: z.string() });

export const ReceiptView = z.object({
  number: z.string(),
  secret: z.string(),
  receivedAt: Instant,
  due: DueView,
});

export const SenderCaseView = z.object({
  number: z.string(),
  status: PublicStatus,
  contentCode: ContentCode,
  procedure: ProcedureLink.nullable(),
  receivedAt: Instant,
  due: DueView,
  answeredAt: Instant.nullable(),
  timeline: z.array(z.object({ status: PublicStatus, at: Instant, text: z.string() })),
  reply: z.object({ body: z.string(), outcome: Outcome }).nullable(),
  published: z.boolean(),
  rating: z
    .object({ score: RatingScore, reason: RatingReason.nullable(), comment: z.string().nullable() })
    .nullable(),
  mayRate: z.boolean(),
});

export const AnswerListItem = z.object({
  number: z.string(),
  contentCode: ContentCode,
  track: Track,
  procedure: ProcedureLink.nullable(),
  summary: z.string(),
  publishedAt: Instant,
});

export const AnswerView = AnswerListItem.extend({
  answer: z.string(),
  outcome: Outcome,
  unit: z.string().nullable(),
  receivedOn: Day,
  answeredOn: Day,
});

export const AnswerList = z.object({ answers: z.array(AnswerListItem), next: z.string().nullable() });

export const StaffCaseItem = z.object({
  number: z.string(),
  status: Status,
  track: Track.nullable(),
  contentCode: ContentCode,
  summary: z.string(),
  restricted: z.boolean(),
  procedure: ProcedureLink.nullable(),
  unit: z.string().nullable(),
  handler: z.string().nullable(),
  receivedAt: Instant,
  dueOn: Day,
  stageDueOn: Day.nullable(),
  /** Working days until the nearer of the two dates; negative when late; null when nothing is owed. */
  daysLeft: z.int().nullable(),
});

export const StaffCaseList = z.object({
  cases: z.array(StaffCaseItem),
  /** Bounded at 1,000 each, so that the page never counts the whole register. */
  counts: z.object({ waiting: z.int(), dueToday: z.int(), overdue: z.int(), open: z.int() }),
  next: z.string().nullable(),
});

export const StaffCaseView = StaffCaseItem.extend({
  version: z.int(),
  procedureSlug: z.string().nullable(),
  body: z.string(),
  wish: z.string().nullable(),
  sender: z
    .object({
      kind: z.enum(['person', 'organisation']),
      name: z.string(),
      address: z.string(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      consentsToNotices: z.boolean(),
    })
    .nullable(),
  consentsToPublication: z.boolean(),
  handlerId: z.string().nullable(),
  due: DueView,
  reply: z
    .object({
      version: z.int(),
      body: z.string(),
      outcome: Outcome,
      criteria: Criteria,
      verification: Verification.nullable(),
      author: z.string().nullable(),
      writtenAt: Instant,
    })
    .nullable(),
  rating: z
    .object({ score: RatingScore, reason: RatingReason.nullable(), comment: z.string().nullable() })
    .nullable(),
  events: z.array(
    z.object({
      seq: z.int(),
      step: StepName,
      fromStatus: Status,
      toStatus: Status,
      actorRole: Actor,
      actor: z.string().nullable(),
      at: Instant,
      reason: z.string().nullable(),
    }),
  ),
  /** The steps that this viewer may take now. */
  steps: z.array(StepName),
});
