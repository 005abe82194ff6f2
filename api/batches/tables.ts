// Deeds on many cases, as Kysely sees them.
import type { ColumnType, Generated } from 'kysely';
import type { Role } from '../staff/roles.ts';
import type { Act } from './acts.ts';
import type { BatchState, Foreseen, ItemState } from './schema.ts';

export type BatchTables = {
  caseBatches: {
    id: string;
    staffId: string;
    role: Role;
    act: Act;
    state: Generated<BatchState>;
    /** Raised with each look at what is foreseen. */
    plan: Generated<number>;
    isCut: boolean;
    /** What is written and who does it, which only the portal opens. */
    sealed: string | null;
    madeAt: Date;
    finishedAt: Date | null;
    undoneAt: Date | null;
  };
  caseBatchItems: {
    batchId: string;
    place: number;
    caseId: string;
    number: string;
    /** As it was looked at; after the deed, as that left it. */
    version: number | null;
    state: Generated<ItemState>;
    foreseen: ColumnType<Foreseen | null, string | null | undefined, string | null>;
    outcome: string | null;
    proposed: boolean | null;
    undoable: boolean | null;
    /** What the case was, sealed, while it can be undone. */
    before: string | null;
    held: Generated<string[]>;
  };
};
