// Seals: salted commitments of an event to the columns it wrote, so that whatever is changed later is named. Pure.
import { canonicalJson } from '../../text/canonical.ts';
import { createHash } from 'node:crypto';
import { senderNames } from '../fields/table.ts';
import type { CaseTables } from '../tables.ts';

/**
 * One row that a step wrote: its table, the place of the row among the case's own (nothing when there is but one), and
 * the columns sealed, by their names in this code.
 */
export type SealedRow = { table: string; key?: number; values: Readonly<Record<string, unknown>> };

/** Field → SHA-256 in base64url over salt, field and value; a field is `case_replies[2].body`. */
export type Seals = Record<string, string>;

/** What a column holds while no step has written it. */
export const isInitial = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/** The fields of rows with the texts that are sealed: JSON with sorted keys, instants in UTC, bytes in hex. */
export function* fieldsOf(rows: readonly SealedRow[]): Generator<{ field: string; value: unknown }> {
  for (const { table, key, values } of rows)
    for (const [column, value] of Object.entries(values))
      yield { field: `${table}${key === undefined ? '' : `[${key}]`}.${snakeCase(column)}`, value };
}

export const sealOf = (salt: Buffer, field: string, value: unknown): string =>
  createHash('sha256')
    .update(salt)
    .update(`${field}\n${valueText(value)}`, 'utf8')
    .digest('base64url');

/** The seals of rows; `whole`: what is as it was before any step needs none, because nothing else may stand there. */
export function sealsOf(salt: Buffer, rows: readonly SealedRow[], { whole }: { whole: boolean }): Seals {
  return Object.fromEntries(
    [...fieldsOf(rows)]
      .filter(({ value }) => !whole || !isInitial(value))
      .map(({ field, value }) => [field, sealOf(salt, field, value)]),
  );
}

function valueText(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (value instanceof Date) return value.toISOString();
  return canonicalJson(value ?? null);
}

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** How each column of `cases` is held: by a seal, or elsewhere (the number, the chain of events), or of no account. */
const heldBy: Record<keyof CaseTables['cases'], 'seal' | 'elsewhere'> = {
  id: 'elsewhere',
  register: 'elsewhere',
  year: 'elsewhere',
  serial: 'elsewhere',
  number: 'elsewhere',
  status: 'elsewhere',
  dueOn: 'elsewhere',
  receivedAt: 'elsewhere',
  version: 'elsewhere',
  erasedAt: 'elsewhere',
  // A hint, reckoned from the words and from what officers say of it.
  signal: 'elsewhere',
  idempotencyHash: 'elsewhere',
  requestHash: 'elsewhere',
  sealedReceipt: 'elsewhere',
  source: 'seal',
  track: 'seal',
  contentCode: 'seal',
  procedureSlug: 'seal',
  summary: 'seal',
  restricted: 'seal',
  clockStartedOn: 'seal',
  dueBasis: 'seal',
  stageDueOn: 'seal',
  unit: 'seal',
  handlerId: 'seal',
  answeredAt: 'seal',
  publishedAt: 'seal',
  closedAt: 'seal',
  secretHash: 'seal',
  resumeStatus: 'seal',
  pausedOn: 'seal',
  transferDueOn: 'seal',
  originAgency: 'seal',
  originNumber: 'seal',
  originOn: 'seal',
  nationalCode: 'seal',
  locked: 'seal',
  keeperId: 'seal',
  mergedInto: 'seal',
  splitFrom: 'seal',
  extendedOn: 'seal',
  letterNumber: 'seal',
  letterOn: 'seal',
  outsideAgency: 'seal',
  outsideNumber: 'seal',
  outsideOn: 'seal',
  reviewDueOn: 'seal',
  reportedOn: 'seal',
  reportNumber: 'seal',
  // Reckoned by the database from the dates.
  reportOwed: 'elsewhere',
  nearestOn: 'elsewhere',
  // Of the events.
  happenedAt: 'elsewhere',
  lastAt: 'elsewhere',
};

/** The sealed part of a row of `cases`; only the named columns, when some are named. */
export function sealedCase(row: object, columns?: readonly string[]): SealedRow {
  const named = columns && new Set(columns);
  const isSealed = (name: string) => (heldBy as Record<string, string>)[name] === 'seal';
  return {
    table: 'cases',
    values: Object.fromEntries(
      Object.entries(row).filter(([name]) => isSealed(name) && (!named || named.has(name))),
    ),
  };
}

/** The columns of a sender that are sealed. */
export const sealedSenderNames = [...senderNames, 'privacyNotice', 'nameAtPublication'] as const;

/** The columns of an attachment that never change; `state` does, with the scanner's word. */
export const fileColumns = [
  'id',
  'fileKey',
  'name',
  'kind',
  'bytes',
  'sentBytes',
  'sha256',
  'findings',
] as const;
type File = Readonly<Record<(typeof fileColumns)[number], unknown>>;

/** Attachments that a case is given, behind the `before` that it has. */
export const sealedFiles = (files: readonly File[], before = 0): SealedRow[] =>
  files.map((file, index) => ({
    table: 'attachments',
    key: before + index + 1,
    values: Object.fromEntries(fileColumns.map((column) => [column, file[column]])),
  }));

/** What the office says of a file of its own; who took it back and showed it, and when, with those steps. */
export const officeFileColumns = [
  'attachmentId',
  'purpose',
  'datedOn',
  'note',
  'documentId',
  'addedBy',
  'addedAt',
  'givenBy',
  'givenAt',
  'withdrawnBy',
  'withdrawnAt',
] as const;
type OfficeFile = Readonly<Partial<Record<(typeof officeFileColumns)[number], unknown>>>;

/** The columns that a step wrote of the file at a place. */
export const sealedOfficeFile = (place: number, values: OfficeFile): SealedRow => ({
  table: 'office_files',
  key: place,
  values,
});

/** Whom a case complains of, as one list. */
export const sealedSubjects = (subjects: readonly { unit: string; staffId: string }[]): SealedRow => ({
  table: 'case_subjects',
  values: { unit: subjects.map(({ unit, staffId }) => `${unit}/${staffId}`).toSorted() },
});

/** The steps whose seals are of the whole case: before them nothing counts, beside them nothing may stand. */
export const sealsWhole = (step: string): boolean => step === 'submit' || step === 'erase';
