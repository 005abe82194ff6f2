// Letters to officers and what the office has set about them, as Kysely sees them.
import type { ColumnType, Generated } from 'kysely';
import type { Occasion } from '../notify/occasions.ts';
import type { Rung } from './rungs.ts';

export type OfficerMailTables = {
  officerLetters: {
    id: Generated<string>;
    staffId: string;
    madeAt: Date;
    claimedAt: Date | null;
    sentAt: Date | null;
  };
  officerLetterLines: {
    letterId: string;
    caseId: string;
    occasion: Occasion;
    /** In whose place the officer is told; '' in nobody's. */
    behalfId: string;
    at: Date;
  };
  /** Only added to; the last row is in force. */
  officeMail: {
    id: ColumnType<string, never, never>;
    digestAt: string;
    headDays: number | null;
    chiefDays: number | null;
    legalBasis: string;
    changedBy: string | null;
    changedAt: Date;
  };
  caseEscalations: { caseId: string; rung: Rung; dueOn: string; at: Date };
};
