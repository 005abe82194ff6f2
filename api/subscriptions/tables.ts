// Subscriptions to change notices and the letters sent for them, as Kysely sees them.
import type { EncryptedTextOrNull } from '../db/encrypted.ts';
import type { Generated } from 'kysely';

type SubscriptionTable = {
  id: Generated<string>;
  /** Null once it has ended. */
  email: EncryptedTextOrNull;
  emailHash: Buffer | null;
  /** Anchors of fields (api/text/fold.ts); empty: every field. Null: no wish is open. */
  wishedFields: string[] | null;
  /** Null until confirmed for the first time. */
  fields: string[] | null;
  round: Generated<number>;
  confirmedRound: Generated<number>;
  askedAt: Date;
  confirmedAt: Date | null;
  endedAt: Date | null;
};

type DecisionLetterTable = {
  decision: string;
  subscriptionId: string;
  claimedAt: Date | null;
  sentAt: Date | null;
};

export type SubscriptionTables = { subscriptions: SubscriptionTable; decisionLetters: DecisionLetterTable };
