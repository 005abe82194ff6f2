// Every sealed row around cases, as it stands now: for sealing all that erasing leaves, and for checking seals.
import { sql } from 'kysely';
import { decrypted } from '../../db/encrypted.ts';
import type { Transaction } from '../../db/open.ts';
import { senderColumns } from '../columns-repository.ts';
import { plainSummary } from '../event-repository.ts';
import {
  fileColumns,
  officeFileColumns,
  sealedCase,
  sealedOfficeFile,
  sealedSenderNames,
  type SealedRow,
} from './seal.ts';

export type Owned = SealedRow & { caseId: string };

export async function listSealedFiles(trx: Transaction, caseIds: string[]): Promise<Owned[]> {
  const rows = await trx
    .selectFrom('attachments')
    .select([...fileColumns, 'caseId', 'place'])
    .select(decrypted('attachments.name').as('name'))
    .where('caseId', 'in', caseIds)
    .execute();
  return rows.map(({ caseId, place, ...values }) => ({
    caseId: caseId ?? '',
    table: 'attachments',
    key: place ?? 0,
    values,
  }));
}

export async function listSealedOfficeFiles(trx: Transaction, caseIds: string[]): Promise<Owned[]> {
  const rows = await trx
    .selectFrom('officeFiles')
    .select([...officeFileColumns, 'caseId', 'place'])
    .select(decrypted('office_files.note').as('note'))
    .where('caseId', 'in', caseIds)
    .execute();
  return rows.map(({ caseId, place, ...values }) => ({ caseId, ...sealedOfficeFile(place, values) }));
}

export async function listSealedReplies(
  trx: Transaction,
  caseIds: string[],
  version?: number,
): Promise<Owned[]> {
  let query = trx
    .selectFrom('caseReplies')
    .selectAll()
    .select(decrypted('case_replies.body').as('body'))
    .where('caseId', 'in', caseIds);
  if (version !== undefined) query = query.where('version', '=', version);
  const rows = await query.execute();
  return rows.map(({ caseId, version, ...values }) => ({
    caseId,
    table: 'case_replies',
    key: version,
    values,
  }));
}

export async function listSealedAnswers(
  trx: Transaction,
  caseIds: string[],
  version?: number,
): Promise<Owned[]> {
  let query = trx.selectFrom('answerVersions').selectAll().where('caseId', 'in', caseIds);
  if (version !== undefined) query = query.where('version', '=', version);
  const rows = await query.execute();
  return rows.map(({ caseId, version, ...values }) => ({
    caseId,
    table: 'answer_versions',
    key: version,
    values,
  }));
}

export async function listSealedRatings(
  trx: Transaction,
  caseIds: string[],
  version?: number,
): Promise<Owned[]> {
  let query = trx
    .selectFrom('ratingVersions')
    .selectAll()
    .select(decrypted('rating_versions.comment').as('comment'))
    .where('caseId', 'in', caseIds);
  if (version !== undefined) query = query.where('version', '=', version);
  const rows = await query.execute();
  return rows.map(({ caseId, version, ...values }) => ({
    caseId,
    table: 'rating_versions',
    key: version,
    values,
  }));
}

async function listSealedSenders(trx: Transaction, caseIds: string[]): Promise<Owned[]> {
  const rows = await trx
    .selectFrom('caseSenders')
    .select([...sealedSenderNames, 'caseId'])
    .select(senderColumns())
    .where('caseId', 'in', caseIds)
    .execute();
  return rows.map(({ caseId, ...values }) => ({ caseId, table: 'case_senders', values }));
}

/** Co-units and whom a case complains of, each as one list; a case without any has none. */
export async function listSealedSets(trx: Transaction, caseIds: string[]): Promise<Owned[]> {
  const { rows } = await sql<{ caseId: string; units: string[]; subjects: string[] }>`
    select id as case_id,
      array(select unit from case_units u where u.case_id = c.id order by unit collate "C") as units,
      array(select unit || '/' || staff_id from case_subjects s where s.case_id = c.id
        order by (unit || '/' || staff_id) collate "C") as subjects
    from cases c where id = any(${caseIds}::uuid[])`.execute(trx);
  return rows.flatMap(({ caseId, units, subjects }) => [
    { caseId, table: 'case_units', values: { unit: units } },
    { caseId, table: 'case_subjects', values: { unit: subjects } },
  ]);
}

/** All of them, and the rows of `cases` themselves. */
export async function listSealedRows(trx: Transaction, caseIds: string[]): Promise<Owned[]> {
  if (caseIds.length === 0) return [];
  const cases = await trx
    .selectFrom('cases')
    .selectAll()
    .select(plainSummary)
    .where('id', 'in', caseIds)
    .execute();
  return [
    ...cases.map((row) => ({ caseId: row.id, ...sealedCase(row) })),
    ...(await listSealedSenders(trx, caseIds)),
    ...(await listSealedReplies(trx, caseIds)),
    ...(await listSealedAnswers(trx, caseIds)),
    ...(await listSealedRatings(trx, caseIds)),
    ...(await listSealedFiles(trx, caseIds)),
    ...(await listSealedOfficeFiles(trx, caseIds)),
    ...(await listSealedSets(trx, caseIds)),
  ];
}
