// What was handed over, as Kysely sees it.
import type { Generated } from 'kysely';

export type HandoverTables = {
  staffHandovers: {
    id: Generated<string>;
    fromId: string;
    /** Who has it from then on; null: there was nothing that needs somebody. */
    toId: string | null;
    /** Who has what the first may not have. */
    substituteId: string | null;
    byId: string;
    at: Date;
    reason: string;
    /** The account of who handed over was closed in the same step. */
    closed: boolean;
  };
  staffHandoverCases: {
    handoverId: string;
    caseId: string;
    /** Null: it waits for who assigns cases, or, where it is locked, for the leaders. */
    toId: string | null;
    /** Locked, and kept by who handed over. */
    wasKept: boolean;
  };
  staffHandoverDrafts: {
    handoverId: string;
    /** Under which number it lies from then on. */
    draftId: string;
    /** Null: it belongs to a page that is no case's. */
    caseId: string | null;
    /** Null: nobody who took over may have it; it stayed with its writer. */
    toId: string | null;
  };
};
