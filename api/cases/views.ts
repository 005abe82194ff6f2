// The shapes in which cases leave the API, exact keys: nothing else can leak through them.
import { z } from 'zod';
import { OfficeFilePurpose } from '../attachments/office-file.ts';
import { languages } from '../languages/language.ts';
import { SenderRead } from './reading/reads-schema.ts';
import { FoundSignal } from '../signals/schema.ts';
import { AttachmentView, SignedReplyView, StaffAttachmentView } from '../attachments/schema.ts';
import { DueView } from '../calendar/schema.ts';
import { OfficeFileView } from './files/office-file-schema.ts';
import { openViews, ownViews, withheldViews } from './fields/table.ts';
import { PublicStatus, Status, StepName, Actor } from './lifecycle.ts';
import {
  CaseSource,
  ContentCode,
  Criteria,
  Outcome,
  RatingReason,
  RatingScore,
  Track,
  Verification,
} from './schema.ts';
import { Signal } from './intake/signal.ts';

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
  pausedOn: Day.nullable(),
  /** What the sender is asked for, and the last day to supply it. */
  asked: z.object({ question: z.string().nullable(), until: Day.nullable() }).nullable(),
  letterNumber: z.string().nullable(),
  outside: z.object({ agency: z.string(), number: z.string().nullable(), on: Day.nullable() }).nullable(),
  /** The letter as it was sent, contact as it was corrected since; null once personal data is erased. */
  said: z.object(ownViews).nullable(),
  timeline: z.array(
    z.object({ status: PublicStatus, at: Instant, text: z.string(), words: z.string().nullable() }),
  ),
  reply: z.object({ body: z.string(), outcome: Outcome }).nullable(),
  published: z.boolean(),
  attachments: z.array(AttachmentView),
  /** Signed replies that the office has given, the latest first. */
  signedReplies: z.array(SignedReplyView),
  rating: z
    .object({ score: RatingScore, reason: RatingReason.nullable(), comment: z.string().nullable() })
    .nullable(),
  nameAtPublication: z.enum(['hide', 'show']),
  /** When a notice to the sender's address came back; null: none has, or another address was given since. */
  emailRefusedAt: Instant.nullable(),
  /** Whether the sender has proven to read the letters to the address; null: there is none. */
  emailConfirmed: z.boolean().nullable(),
  links: z.array(z.object({ relation: z.string(), number: z.string(), status: PublicStatus })),
  /** The last day on which the answer may be rated; null: there is none to rate. */
  rateUntil: Day.nullable(),
  /** What the sender may do now. */
  steps: z.array(StepName),
  reads: z.array(SenderRead),
});

export const AnswerListItem = z.object({
  number: z.string(),
  contentCode: ContentCode,
  track: Track,
  procedure: ProcedureLink.nullable(),
  /** In the editor's words; of older answers the content of Điều 5. */
  title: z.string(),
  summary: z.string(),
  publishedAt: Instant,
  receivedOn: Day,
  answeredOn: Day,
  /** Since when its sender has gone on with the case: the answer stands no more as its end; null: it does. */
  continuedOn: Day.nullable(),
  /** Working days until the answer; null where the case was taken up again since. */
  workingDays: z.int().nullable(),
  /** How many others have said that they met the same. */
  echoes: z.int(),
});

const AnswerChange = z.object({
  text: z.string(),
  at: Instant,
  /** `slug`: in the library, where it is there. */
  document: z.object({ number: z.string(), slug: z.string().nullable() }).nullable(),
});

export const AnswerView = AnswerListItem.extend({
  answer: z.string(),
  outcome: Outcome,
  unit: z.string().nullable(),
  /** Only where it says nothing of anybody. */
  rating: RatingScore.nullable(),
  /** What became different because of it. */
  change: AnswerChange.nullable(),
});

export const AnswerChoices = z.object({
  months: z.array(z.string()),
  fields: z.array(z.string()),
  procedures: z.array(ProcedureLink),
});

export const ChangeList = z.object({
  changes: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      receivedOn: Day,
      procedure: ProcedureLink.nullable(),
      change: AnswerChange,
    }),
  ),
  next: z.string().nullable(),
});

export const EchoView = z.object({ echoes: z.int() });

export const AnswerList = z.object({ answers: z.array(AnswerListItem), next: z.string().nullable() });

export const StaffCaseItem = z.object({
  number: z.string(),
  source: CaseSource,
  status: Status,
  track: Track.nullable(),
  /** Null where the words are withheld: the case is locked, or signs in it wait for an officer's word. */
  contentCode: ContentCode.nullable(),
  summary: z.string(),
  signal: Signal.nullable(),
  restricted: z.boolean(),
  locked: z.boolean(),
  /** Ended because its sender took it back. */
  endedBy: StepName.nullable(),
  procedure: ProcedureLink.nullable(),
  unit: z.string().nullable(),
  handler: z.string().nullable(),
  receivedAt: Instant,
  dueOn: Day,
  stageDueOn: Day.nullable(),
  /** Working days until the nearest date that binds; negative when late; null when the office owes nothing. */
  daysLeft: z.int().nullable(),
  /** The last day to transfer what is not ours: the one number of the decree (điểm d khoản 1 Điều 9). */
  transferDueOn: Day.nullable(),
  /** Past a day of the measuring rules (Quyết định 766/QĐ-TTg), of the office, or of a forwarding authority. */
  lateByRule: z.boolean(),
  /** Past the 5 working days for a transfer, the matter still undecided (điểm d khoản 1 Điều 9 NĐ 20/2008). */
  lateByLaw: z.boolean(),
  /** How near that date is, by the days of the office's warnings. */
  nearness: z.enum(['late', 'today', 'near', 'soon']).nullable(),
  /** How many others say, under the published answer, that they met the same. */
  echoes: z.int(),
});

export const StaffCaseView = StaffCaseItem.extend({
  version: z.int(),
  contentCode: ContentCode,
  /** What in the letter looks like a tố cáo or khiếu nại, with the words and the source; while it waits or is decided. */
  signals: z.array(FoundSignal),
  procedureSlug: z.string().nullable(),
  /** A summary to start from, out of the letter; empty where its beginning says something of a person. */
  suggestedSummary: z.string(),
  ...openViews,
  sender: z
    .object({
      ...withheldViews,
      /** When letters to this address came back. */
      emailRefusedAt: Instant.nullable(),
      /** The version of the notice about personal data that was shown before it was sent; null: not written down. */
      noticeVersion: Day.nullable(),
    })
    .nullable(),
  nameAtPublication: z.enum(['hide', 'show']),
  /** In which the sender uses the portal, and is written to. */
  language: z.enum(languages),
  keeperId: z.string().nullable(),
  pausedOn: Day.nullable(),
  /** The last day in time to ask the sender for the first time; null: asked already, or past asking. */
  askDueOn: Day.nullable(),
  extendedOn: Day.nullable(),
  reviewDueOn: Day.nullable(),
  letterNumber: z.string().nullable(),
  letterOn: Day.nullable(),
  reportedOn: Day.nullable(),
  reportNumber: z.string().nullable(),
  /** Until when the authority that sent it on is to be told how it ended; null: it is owed nothing. */
  reportDueOn: Day.nullable(),
  origin: z
    .object({
      agency: z.string().nullable(),
      number: z.string().nullable(),
      on: Day.nullable(),
      nationalCode: z.string().nullable(),
    })
    .nullable(),
  outside: z.object({ agency: z.string(), number: z.string().nullable(), on: Day.nullable() }).nullable(),
  coUnits: z.array(z.string()),
  /** A person in a unit, or (no staff id) the unit as a whole. */
  subjects: z.array(
    z.object({
      unitCode: z.string(),
      unit: z.string(),
      staffId: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  proposal: z
    .object({
      step: StepName,
      input: z.record(z.string(), z.unknown()),
      by: z.string().nullable(),
      at: Instant,
    })
    .nullable(),
  links: z.array(
    z.object({
      relation: z.enum(['merged-into', 'merged-from', 'split-from', 'split-to']),
      number: z.string(),
      status: Status,
    }),
  ),
  attachments: z.array(StaffAttachmentView),
  /** Day 0 of the clock: when it came, or was sent on to us. */
  clockStartedOn: Day,
  /** What the office has added. */
  officeFiles: z.array(OfficeFileView),
  /** The kinds of files that this viewer may add. */
  addsFiles: z.array(OfficeFilePurpose),
  /** Whether this viewer may show a signed reply to the sender now. */
  givesFiles: z.boolean(),
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
      /** In whose place it was done; null: in nobody's. */
      behalf: z.string().nullable(),
      at: Instant,
      dueBefore: Day.nullable(),
      dueAfter: Day.nullable(),
      text: z.string().nullable(),
      /** The place of the office's file that it is about. */
      officeFile: z.int().nullable(),
    }),
  ),
  /** The steps that this viewer may take now. */
  steps: z.array(StepName),
});

export const TakenView = z.object({
  status: Status,
  proposed: z.boolean(),
  split: ReceiptView.optional(),
});

export const SimilarCases = z.object({
  cases: z.array(
    z.object({
      number: z.string(),
      status: Status,
      summary: z.string(),
      receivedAt: Instant,
      dueOn: Day,
      unit: z.string().nullable(),
      why: z.array(z.string()),
    }),
  ),
});
