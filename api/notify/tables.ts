// What was sent, without names or addresses, and what somebody has asked for, sealed, as Kysely sees it.
import type { Generated } from 'kysely';

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
};
