// What any file to import says of one procedure, and a procedure of which nothing is known yet.
import type { DecisionOp } from '../procedures/decisions/schema.ts';
import type { ProcedureFile } from '../procedures/schema.ts';
import type { Place } from './grid.ts';

/** An older procedure as a file names it. */
export type Named = { code: string | null; name: string | null };

export type Incoming = {
  place: Place;
  /** Null: the file says what the procedure is, not what happens to it (a full form, a national export). */
  op: DecisionOp | null;
  slug: string | null;
  code: string | null;
  name: string;
  replaces: Named[];
  note: string | null;
  /** The content with what the file says put in; what it does not say stays. */
  amended: (before: ProcedureFile) => ProcedureFile;
};

/** What was read, what could not be, and what was left aside but should be looked at. */
export type Reading = { incoming: Incoming[]; refusals: string[]; cautions: string[] };

/** A procedure with nothing but its name. */
export function blankProcedure(name: string): ProcedureFile {
  return {
    name,
    code: null,
    field: '',
    levels: 'unknown',
    kind: 'unknown',
    status: 'needs-review',
    effectiveFrom: null,
    effectiveTo: null,
    replacedBy: null,
    review: { state: 'needs-review', on: null, by: null },
    steps: 'unknown',
    methods: 'unknown',
    dossier: 'unknown',
    sets: 'unknown',
    timeLimit: 'unknown',
    applicants: 'unknown',
    agencies: {
      executing: 'unknown',
      authority: 'unknown',
      delegated: 'unknown',
      coordinating: 'unknown',
      receiving: 'unknown',
    },
    results: 'unknown',
    conditions: 'unknown',
    fee: 'unknown',
    legalBasis: 'unknown',
    onlineLevel: 'unknown',
    decisions: { ministry: null, province: null, seenIn: [] },
    related: [],
    provenance: {
      confidence: 'source',
      era: null,
      obsolete: null,
      sourceProvince: null,
      note: null,
      sources: [],
      codeAsPublished: null,
      unverifiedCode: null,
      reviewerNote: null,
    },
  };
}
