// All tables of the database, gathered from the features that own them.
import type { CaseTables } from '../cases/tables.ts';
import type { StaffTables } from '../staff/tables.ts';

export type Tables = CaseTables & StaffTables;
