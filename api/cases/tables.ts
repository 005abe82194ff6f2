// The tables of the register as Kysely sees them.
import type { ColumnType, Generated } from 'kysely';
import type { Actor, Status, StepName } from './lifecycle.ts';
import type {
  ContentCode,
  Criteria,
  Outcome,
  RatingReason,
  RatingScore,
  Track,
  Verification,
} from './schema.ts';

/** From what a due date was computed: day 0 (a date in Asia/Ho_Chi_Minh) and the working days after it. */
export type DueBasis = { rule: string; from: string; workingDays: number };

type Json<T> = ColumnType<T, string, string>;

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
    source: 'web';
    status: Status;
    track: Track | null;
    contentCode: ContentCode;
    procedureSlug: string | null;
    summary: string | null;
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
  };
  caseSenders: {
    caseId: string;
    kind: 'person' | 'organisation';
    name: string;
    address: string;
    phone: string | null;
    email: string | null;
    consentsToNotices: boolean;
    consentsToPublication: boolean;
    privacyNotice: string;
    consentedAt: Date;
  };
  caseContents: { caseId: string; body: string; wish: string | null };
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
    reason: string | null;
    data: Json<Record<string, unknown>> | null;
  };
  caseReplies: {
    caseId: string;
    version: number;
    body: string;
    outcome: Outcome;
    criteria: Json<Criteria>;
    verification: Verification | null;
    authorId: string;
    writtenAt: Date;
  };
  publishedAnswers: {
    caseId: string;
    number: string;
    track: Track;
    contentCode: ContentCode;
    procedureSlug: string | null;
    summary: string;
    answer: string;
    outcome: Outcome;
    unit: string | null;
    receivedOn: string;
    answeredOn: string;
    publishedAt: Date;
    publisherId: string;
  };
  caseRatings: {
    caseId: string;
    score: RatingScore;
    reason: RatingReason | null;
    comment: string | null;
    ratedAt: Date;
  };
};
