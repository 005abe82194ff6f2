// Issued reports as Kysely sees them.
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { FrozenReport } from './frozen.ts';

export type ReportTables = {
  issuedReports: {
    id: GeneratedAlways<number>;
    formId: string;
    fromOn: string;
    toOn: string;
    subject: string;
    report: ColumnType<FrozenReport, string, never>;
    hash: string;
    issuedBy: string;
    issuedAt: Date;
  };
};
