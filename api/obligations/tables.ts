// The rows of what was done for each obligation, and of the private calendars.
import type { GeneratedAlways } from 'kysely';
import type { Mark } from './standing.ts';

type ObligationMarkTable = {
  /** Given by the database, rising. */
  id: GeneratedAlways<number>;
  obligation: string;
  /** The calendar year in which the rule's day lies. */
  year: number;
  period: string;
  status: Mark['status'];
  /** The day on which it was done, or to which it was postponed. */
  on: string | null;
  evidence: string;
  reason: string;
  markedBy: string;
  markedAt: Date;
};

type ObligationFeedTable = { staffId: string; keyHash: Buffer; madeAt: Date };

export type ObligationTables = {
  obligationMarks: ObligationMarkTable;
  obligationFeeds: ObligationFeedTable;
};
