// What the desk keeps, as Kysely sees it.
import type { ColumnType, Generated } from 'kysely';
import type { StepName } from '../cases/lifecycle.ts';
import type { ListQuery } from './view.ts';

export type DeskTables = {
  /** Open cases that are not locked; rows of the same kind add up. `''` stands for nobody. */
  deskCounts: {
    status: string;
    unit: string;
    handlerId: string;
    source: string;
    nearestOn: string;
    n: number;
  };
  caseNews: { caseId: string; step: StepName | 'bounced-mail'; at: Date };
  /** 32 bits of the keyed hash of each word: of the matter, and of whoever sent it. */
  caseWords: { caseId: string; version: number; words: number[]; people: number[] };
  caseWordsDue: { caseId: string };
  deskFilters: {
    id: Generated<string>;
    staffId: string;
    name: string;
    query: ColumnType<Partial<ListQuery>, string, string>;
  };
};
