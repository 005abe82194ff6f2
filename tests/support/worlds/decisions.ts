// Made-up decisions and procedures for tests; their numbers exist nowhere.
import { type Decision, DecisionFile } from '../../../api/procedures/decisions/schema.ts';
import type { StoredProcedure } from '../../../api/procedures/on-day.ts';
import { ProcedureFile } from '../../../api/procedures/schema.ts';
import type { VersionFile } from '../../../api/procedures/version.ts';

type Item = {
  op: string;
  procedure: string;
  replaces?: readonly string[];
  parts?: readonly string[];
  note?: string | null;
};

/** A decision of the province, signed on the day it takes effect unless told otherwise. */
export function decision(
  slug: string,
  effectiveOn: string | null,
  items: Item[],
  more: Record<string, unknown> = {},
): Decision {
  const file = DecisionFile.parse({
    number: `${slug}/QĐ-THỬ`,
    title: 'Công bố danh mục thủ tục (dữ liệu thử)',
    scope: 'province',
    authority: 'Cơ quan thử nghiệm',
    signedOn: effectiveOn,
    effectiveOn,
    receivedOn: null,
    file: null,
    items,
    ...more,
  });
  return { slug, ...file };
}

/** A procedure of which only its name is known, with what a test says of it. */
export const procedureFile = (more: Record<string, unknown> = {}): ProcedureFile =>
  ProcedureFile.parse({
    name: 'Thủ tục thử nghiệm',
    code: null,
    field: 'Bưu chính',
    levels: 'unknown',
    kind: 'unknown',
    status: 'needs-review',
    effectiveFrom: null,
    effectiveTo: null,
    replacedBy: null,
    review: { state: 'confirmed', on: '2026-01-05', by: 'Người thử' },
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
    ...more,
  });

export const stored = (
  slug: string,
  more: Record<string, unknown> = {},
  versions: VersionFile[] = [],
): StoredProcedure => ({ slug, file: procedureFile(more), versions });

export const timeLimit = (amount: number) => ({
  text: `${amount} ngày làm việc`,
  amount,
  unit: 'working-days',
  from: null,
});
