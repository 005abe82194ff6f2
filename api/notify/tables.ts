// What was sent, without names or addresses, and what somebody has asked for, sealed, as Kysely sees it.
import type { Generated } from 'kysely';
import type { Occasion } from './occasions.ts';

/** Proof that an address is one's own, a new look-up code, a receipt. */
export type AskedKind = 'address' | 'code' | 'receipt';

export type NotifyTables = {
  sentNotices: {
    caseId: string;
    seq: number;
    channel: 'email' | 'sms';
    claimedAt: Date;
    sentAt: Date | null;
  };
  askedLetters: {
    id: Generated<string>;
    kind: AskedKind;
    /** Null: whether there is such a case is looked at when the letter is written. */
    caseId: string | null;
    /** What was typed, which only the portal opens. */
    sealed: string;
    askedAt: Date;
  };
  /** What officers are to be told of, until letters are made of it. */
  officerHappenings: {
    id: Generated<string>;
    caseId: string;
    occasion: Occasion;
    actorId: string | null;
    at: Date;
    /** The event of the case; null: none is. */
    seq: number | null;
  };
  /** What one officer wants to get; no row: everything, at the office's time. */
  officerMail: {
    staffId: string;
    off: Generated<Occasion[]>;
    digest: Generated<boolean>;
    digestAt: string | null;
    /** Since when the officer's box takes no letters. */
    refusedAt: Date | null;
  };
};
