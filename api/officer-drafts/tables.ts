// Officers' drafts as Kysely sees them.
import type { ColumnType } from 'kysely';

export type OfficerDraftTables = {
  officerDrafts: {
    id: string;
    staffId: ColumnType<string, string, never>;
    /** The address of its page, without a query. */
    page: string;
    /** The form on that page: the step of a case. */
    form: string;
    caseId: string | null;
    /** Of which round of handling the case it is; 0 where there are none. */
    round: number;
    revision: number;
    sealed: string;
    /** Who wrote it first and handed it over; null: whose it is. */
    writtenBy: ColumnType<string | null, string | null | undefined, never>;
    savedAt: Date;
    /** Thrown away, or overwritten from elsewhere: it can be taken back until it expires. */
    droppedAt: Date | null;
    expiresAt: Date;
  };
};
