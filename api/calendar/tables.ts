// The tables of the calendar as Kysely sees them.
import type { Generated } from 'kysely';
import type { Certainty, OfficeKind } from './schema.ts';

export type CalendarTables = {
  calendarDays: {
    date: string;
    kind: OfficeKind;
    reason: string;
    decision: string;
    certainty: Certainty;
    editedBy: string;
    editedAt: Date;
  };
  calendarChanges: {
    id: Generated<number>;
    date: string;
    kindBefore: OfficeKind | null;
    kind: OfficeKind | null;
    reason: string;
    decision: string;
    editedBy: string;
    editedAt: Date;
  };
};
