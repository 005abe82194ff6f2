// The tables of the register as Kysely sees them.
import type { ReadVia } from './reading/inspection.ts';
import type { ColumnType, Generated } from 'kysely';
import type { ToEncrypt } from '../crypto/column-cipher.ts';
import type { Encrypted, EncryptedText, EncryptedTextOrNull } from '../db/encrypted.ts';
import type { Language } from '../languages/language.ts';
import type { Role } from '../staff/roles.ts';
import type { ContentColumns, SenderColumns } from './fields/table.ts';
import type { Actor, Status, StepName } from './lifecycle.ts';
import type {
  CaseSource,
  ContentCode,
  Criteria,
  Outcome,
  RatingReason,
  RatingScore,
  Track,
  Verification,
} from './schema.ts';
import type { Signal } from './intake/signal.ts';

/** From what a due date was computed: day 0 (a date in Asia/Ho_Chi_Minh) and the working days after it. */
export type DueBasis = {
  /** The deadline's code, or `external` when a higher authority has set the day. */
  rule: string;
  from: string;
  workingDays: number;
  /** Working days for which the clock stood still while the sender was asked (only S2 pauses). */
  pausedDays?: number;
  /** Working days of the one extension. */
  extensionDays?: number;
  /** The day that a forwarding authority has set: it rules. */
  fixedOn?: string;
};

/** Whose words a text of an event is. */
export type EventTextKind = 'reason' | 'note' | 'question' | 'supplement' | 'remark' | 'guidance' | 'result';

/** How another case hangs together with one. */
export type Link = {
  relation: 'merged-into' | 'merged-from' | 'split-from' | 'split-to';
  number: string;
  status: Status;
  isClassified: boolean;
  endedBy: StepName;
};

type Json<T> = ColumnType<T, string, string>;

type Answer = {
  caseId: string;
  version: Generated<number>;
  number: string;
  track: Track;
  contentCode: ContentCode;
  procedureSlug: string | null;
  outcome: Outcome;
  unit: string | null;
  receivedOn: string;
  answeredOn: string;
  publishedAt: Date;
  publisherId: string;
  /** In the editor's words; null: from before there were titles. */
  title: Generated<string | null>;
  /** What became different because of the case, the document that did it, and when that was told; null: nothing told. */
  changed: Generated<string | null>;
  changedDocument: Generated<string | null>;
  changedAt: Generated<Date | null>;
  /** When this version was written. */
  writtenAt: Generated<Date>;
};

type Rating = {
  caseId: string;
  version: Generated<number>;
  score: RatingScore;
  reason: RatingReason | null;
  comment: EncryptedTextOrNull;
  ratedAt: Date;
};

export type CaseTables = {
  deadlines: {
    code: string;
    amount: number;
    unit: 'working-days' | 'calendar-days';
    label: string;
    legalBasis: string;
    certainty: 'law' | 'operational' | 'proposal';
    updatedAt: Generated<Date>;
    updatedBy: string | null;
  };
  registerCounters: { register: string; year: number; last: number; lastAt: Date };
  cases: {
    id: Generated<string>;
    register: string;
    year: number;
    serial: number;
    number: string;
    source: CaseSource;
    status: Status;
    track: Track | null;
    contentCode: ContentCode;
    procedureSlug: string | null;
    summary: EncryptedTextOrNull;
    restricted: Generated<boolean>;
    receivedAt: Date;
    clockStartedOn: string;
    dueOn: string;
    dueBasis: Json<DueBasis>;
    stageDueOn: string | null;
    unit: string | null;
    handlerId: string | null;
    answeredAt: Date | null;
    publishedAt: Date | null;
    closedAt: Date | null;
    secretHash: Buffer;
    idempotencyHash: Buffer;
    requestHash: Buffer;
    sealedReceipt: string;
    version: Generated<number>;
    resumeStatus: Status | null;
    pausedOn: string | null;
    transferDueOn: string | null;
    originAgency: string | null;
    originNumber: string | null;
    originOn: string | null;
    nationalCode: string | null;
    locked: Generated<boolean>;
    keeperId: string | null;
    /** Null: nobody has looked for signs yet. */
    signal: Signal | null;
    mergedInto: string | null;
    splitFrom: string | null;
    extendedOn: string | null;
    letterNumber: string | null;
    letterOn: string | null;
    outsideAgency: string | null;
    outsideNumber: string | null;
    outsideOn: string | null;
    reviewDueOn: string | null;
    /** When the authority that had sent it on was told how it ended, and under which number. */
    reportedOn: string | null;
    reportNumber: string | null;
    /** That authority has yet to be told, reckoned by the database (api/cases/dates/report.ts). */
    reportOwed: ColumnType<boolean, never, never>;
    /** The earliest date that binds, reckoned by the database from the others (api/cases/dates/); `infinity`: none does. */
    nearestOn: ColumnType<string, never, never>;
    /** The moment of the last event; null: only its receipt is one. */
    happenedAt: Date | null;
    /** The same with the receipt, by the database. */
    lastAt: ColumnType<Date, never, never>;
    erasedAt: Date | null;
  };
  caseUnits: { caseId: string; unit: string };
  caseSubjects: { caseId: string; unit: string; staffId: Generated<string> };
  caseProposals: {
    caseId: string;
    step: StepName;
    /** JSON. */
    input: EncryptedText;
    proposedBy: string;
    proposedAt: Date;
  };
  /** While one stands (not ended, its last day not over), nothing of its case is erased. */
  caseHolds: {
    id: string;
    caseId: string;
    reason: EncryptedText;
    untilOn: string | null;
    madeBy: string;
    madeAt: Date;
    endedAt: Date | null;
    endedBy: string | null;
  };
  caseReads: {
    caseId: string;
    viewerId: string;
    viewerRole: Role;
    onDay: string;
    firstAt: Date;
    lastAt: Date;
    times: Generated<number>;
  };
  caseReadLog: {
    id: Generated<number>;
    caseId: string;
    viewerId: string;
    viewerRole: Role;
    at: Date;
    /** Null: from before it was written down. */
    via: ReadVia | null;
  };
  /** Who has a case open: rows of minutes. */
  casePresence: { caseId: string; staffId: string; since: Date; seenAt: Date };
  caseSenders: {
    caseId: string;
    /** When a letter to this address came back; null again once the sender gives another. */
    emailRefusedAt: Generated<Date | null>;
    privacyNotice: string;
    consentedAt: Date;
    nameAtPublication: Generated<'hide' | 'show'>;
    /** In which the sender uses the portal. */
    language: Generated<Language>;
    name: EncryptedText;
    address: EncryptedText;
    phone: EncryptedTextOrNull;
    email: EncryptedTextOrNull;
  } & Omit<SenderColumns, 'name' | 'address' | 'phone' | 'email'>;
  caseContents: { caseId: string; salt: Buffer; body: EncryptedText; wish: EncryptedTextOrNull } & Omit<
    ContentColumns,
    'body' | 'wish'
  >;
  caseEvents: {
    caseId: string;
    seq: number;
    step: StepName;
    fromStatus: Status;
    toStatus: Status;
    actorRole: Actor;
    actorId: string | null;
    at: Date;
    dueBefore: string | null;
    dueAfter: string | null;
    commitment: Buffer | null;
    data: string | null;
    prevHash: Generated<Buffer | null>;
    hash: Generated<Buffer>;
    /** Canonical JSON of what the step wrote: column -> salted SHA-256; null: nothing. */
    seals: Generated<string | null>;
  };
  caseEventTexts: { caseId: string; seq: number; kind: EventTextKind; salt: Buffer; text: EncryptedText };
  /** The address that a sender has proven to read, as a keyed hash: another address is another one by itself. */
  confirmedAddresses: { caseId: string; addressHash: Buffer; confirmedAt: Date };
  /** Links to a new look-up code. */
  codeLinks: {
    id: string;
    caseId: string;
    /** The hash of the code that it takes the place of: with any other one the link is dead. */
    codeHash: Buffer;
    until: Date;
    /** The form by which it was used: sent again, that one is answered again. */
    usedKeyHash: Buffer | null;
  };
  ledgerPending: { caseId: string; seq: number };
  caseReplies: {
    caseId: string;
    version: number;
    /** Null once erased. */
    body: ColumnType<Encrypted | null, ToEncrypt, null>;
    outcome: Outcome;
    criteria: Json<Criteria>;
    verification: Verification | null;
    authorId: string;
    writtenAt: Date;
  };
  /** The salt of an event's seals; gone once the case is erased. */
  caseSeals: { caseId: string; seq: number; salt: Buffer };
  answerVersions: Answer & { summary: string | null; answer: string | null };
  /** A view: the newest version of each answer that is public. */
  publishedAnswers: Answer & { summary: string; answer: string };
  /** How many others have said that they met the same. */
  answerEchoes: { caseId: string; count: number };
  ratingVersions: Rating;
  /** A view: the newest rating of each case. */
  caseRatings: Rating;
};
