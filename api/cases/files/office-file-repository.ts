// Files of the office in SQL: one function, one query.
import { sql } from 'kysely';
import { decrypted, encryptedOrNull } from '../../db/encrypted.ts';
import type { Db, Transaction } from '../../db/open.ts';
import { hashInHex } from '../../attachments/repository.ts';
import type { AttachmentKind, AttachmentState } from '../../attachments/schema.ts';
import type { OfficeFilePurpose } from '../../attachments/office-file.ts';

export type NewOfficeFile = {
  attachmentId: string;
  caseId: string;
  place: number;
  purpose: OfficeFilePurpose;
  datedOn: string;
  note: string | null;
  documentId: string | null;
  addedBy: string;
  addedAt: Date;
};

export async function insertOfficeFile(trx: Transaction, { note, ...row }: NewOfficeFile): Promise<void> {
  await trx
    .insertInto('officeFiles')
    .values({ ...row, note: encryptedOrNull('office_files.note', row.attachmentId, note) })
    .execute();
}

export async function countOfficeFiles(trx: Transaction, caseId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('officeFiles')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow();
  return count;
}

/** A number that stands in the register of outgoing documents for this case; undefined where it is another's or void. */
export async function findOwnDocument(trx: Transaction, caseId: string, id: string) {
  return await trx
    .selectFrom('outgoingDocuments as document')
    .leftJoin('outgoingCancellations as cancelled', 'cancelled.documentId', 'document.id')
    .select(['document.id', 'document.number', 'document.issuedOn'])
    .where('document.caseId', '=', caseId)
    .where(sql<boolean>`document.id::text = ${id}`)
    .where('cancelled.documentId', 'is', null)
    .executeTakeFirst();
}

export async function listCoUnits(db: Db | Transaction, caseId: string): Promise<string[]> {
  const rows = await db.selectFrom('caseUnits').select('unit').where('caseId', '=', caseId).execute();
  return rows.map(({ unit }) => unit);
}

export type OfficeFileRow = {
  id: string;
  place: number;
  name: string | null;
  kind: AttachmentKind;
  bytes: number;
  state: AttachmentState;
  findings: string[] | null;
  sha256: string | null;
  purpose: OfficeFilePurpose;
  datedOn: string;
  note: string | null;
  documentId: string | null;
  documentNumber: string | null;
  addedBy: string;
  adder: string | null;
  addedAt: Date;
  givenAt: Date | null;
  withdrawnAt: Date | null;
  withdrawer: string | null;
};

const officeFiles = (db: Db | Transaction, caseId: string) =>
  db
    .selectFrom('officeFiles as file')
    .innerJoin('attachments', 'attachments.id', 'file.attachmentId')
    .leftJoin('outgoingDocuments as document', 'document.id', 'file.documentId')
    .leftJoin('staffUsers as adder', (join) => join.on(sql<boolean>`adder.id::text = file.added_by`))
    .leftJoin('staffUsers as withdrawer', (join) =>
      join.on(sql<boolean>`withdrawer.id::text = file.withdrawn_by`),
    )
    .select(['attachments.id', 'file.place', 'attachments.kind', 'bytes', 'state', 'findings'])
    .select(['file.purpose', 'file.datedOn', 'file.documentId', 'document.number as documentNumber'])
    .select(['file.addedBy', 'adder.name as adder', 'file.addedAt', 'file.givenAt', 'file.withdrawnAt'])
    .select('withdrawer.name as withdrawer')
    .select(hashInHex.as('sha256'))
    .select(decrypted('attachments.name').as('name'))
    .select(decrypted('office_files.note', 'file').as('note'))
    .where('file.caseId', '=', caseId);

/** The files that the office has added to a case, in the order they came. */
export async function listOfficeFiles(db: Db | Transaction, caseId: string): Promise<OfficeFileRow[]> {
  return await officeFiles(db, caseId).orderBy('file.place').execute();
}

export async function findOfficeFile(
  db: Db | Transaction,
  caseId: string,
  id: string,
): Promise<OfficeFileRow | undefined> {
  return await officeFiles(db, caseId).where('attachments.id', '=', id).executeTakeFirst();
}

export async function markOfficeFile(
  trx: Transaction,
  id: string,
  mark: { givenBy: string; givenAt: Date } | { withdrawnBy: string; withdrawnAt: Date },
): Promise<void> {
  await trx.updateTable('officeFiles').set(mark).where('attachmentId', '=', id).execute();
}

/** Forgets the salt of the event that added a file: what that event sealed of its name and content can be guessed no more. */
export async function forgetFileSalt(trx: Transaction, caseId: string, place: number): Promise<void> {
  await sql`
    delete from case_seals s using case_events e
    where s.case_id = ${caseId} and e.case_id = s.case_id and e.seq = s.seq and e.step = 'add-file'
      and (e.data::json ->> 'officeFile')::int = ${place}`.execute(trx);
}
