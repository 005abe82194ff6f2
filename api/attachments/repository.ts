// Attachments in SQL: one function, one query. Pending uploads are found by the hash of their token.
import { sql } from 'kysely';
import { newRowId } from '../crypto/row-id.ts';
import { decrypted, encrypted } from '../db/encrypted.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { AttachmentKind, AttachmentState, StaffAttachmentView } from './schema.ts';

export type NewUpload = {
  tokenHash: Buffer;
  fileKey: string;
  name: string;
  kind: AttachmentKind;
  bytes: number;
  sentBytes: number;
  sha256: Buffer;
  state: AttachmentState;
  findings: string[];
  uploadedAt: Date;
};

const upload = ['id', 'tokenHash', 'fileKey', 'kind', 'bytes', 'sentBytes', 'sha256', 'findings'] as const;

const name = decrypted('attachments.name').as('name');

/** Notes that a file is to be removed at a time, unless its row says otherwise until then. */
export async function noteRemoval(db: Db, fileKey: string, dueAt: Date): Promise<void> {
  await db.insertInto('fileRemovals').values({ fileKey, dueAt }).execute();
}

/** Writes the row and takes back the note of removal, in one statement. */
export async function insertUpload(trx: Transaction, row: NewUpload): Promise<void> {
  const id = newRowId();
  await trx
    .with('kept', (with_) => with_.deleteFrom('fileRemovals').where('fileKey', '=', row.fileKey))
    .insertInto('attachments')
    .values({ ...row, id, name: encrypted('attachments.name', id, row.name) })
    .execute();
}

/** Since when what is uploaded now still waits, and what time it is. */
export type Waiting = { since: Date; now: Date };
const stillWaits = ({ since, now }: Waiting) =>
  sql<boolean>`(case_id is null and (uploaded_at > ${since} or held_until > ${now}))`;

export async function findPending(db: Db, tokenHashes: Buffer[], waiting: Waiting) {
  return await db
    .selectFrom('attachments')
    .select(upload)
    .select(name)
    .where('tokenHash', 'in', tokenHashes)
    .where(stillWaits(waiting))
    .execute();
}

/** The same, locked in one order so that two senders never wait for each other. */
export async function lockPending(trx: Transaction, tokenHashes: Buffer[], waiting: Waiting) {
  return await trx
    .selectFrom('attachments')
    .select(upload)
    .select(name)
    .where('tokenHash', 'in', tokenHashes)
    .where(stillWaits(waiting))
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** How many places of a case are taken, erased ones too. */
export async function countPlaces(trx: Transaction, caseId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('attachments')
    .select((eb) => eb.fn.max('place').as('last'))
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Gives locked uploads to a case, in the order of `ids`, behind what it has already. */
export async function giveToCase(trx: Transaction, ids: string[], caseId: string, at: Date): Promise<void> {
  await trx
    .updateTable('attachments')
    .set({
      caseId,
      attachedAt: at,
      place: sql<number>`array_position(${ids}::uuid[], attachments.id)
        + (select coalesce(max(place), 0) from attachments given where given.case_id = ${caseId})`,
    })
    .where('id', 'in', ids)
    .execute();
}

/** Forgets one pending upload; its file is noted for removal. */
export async function forgetPending(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await sql`
    with gone as (delete from attachments where token_hash = ${tokenHash} and case_id is null returning file_key)
    insert into file_removals select file_key, ${now} from gone`.execute(db);
}

/** Lets pending uploads wait until a time; those that wait no more stay gone. */
export async function holdPending(
  trx: Transaction,
  tokenHashes: Buffer[],
  until: Date,
  waiting: Waiting,
): Promise<void> {
  await trx
    .updateTable('attachments')
    .set({ heldUntil: until })
    .where('tokenHash', 'in', tokenHashes)
    .where(stillWaits(waiting))
    .execute();
}

/** Forgets the pending uploads that wait no more; their files are noted for removal. */
export async function forgetPendingBefore(db: Db, { since, now }: Waiting): Promise<void> {
  await sql`
    with gone as (
      delete from attachments
      where uploaded_at <= ${since} and case_id is null and (held_until is null or held_until <= ${now})
      returning file_key)
    insert into file_removals select file_key, ${now} from gone`.execute(db);
}

/**
 * Forgets names and contents of a case's attachments, of `only` one where it is named, and what the office wrote of them;
 * number, kind and size stay. Files are noted for removal.
 */
export async function eraseAttachments(
  trx: Transaction,
  caseId: string,
  now: Date,
  only?: string,
): Promise<void> {
  await sql`
    with due as (
        select id, file_key from attachments
        where case_id = ${caseId} and state <> 'erased' and (${only ?? null}::uuid is null or id = ${only ?? null}::uuid)),
      notes as (
        update office_files set note = null
        where attachment_id in (select id from due) and note is not null),
      erased as (
        update attachments set name = null, sha256 = null, state = 'erased', file_key = 'erased-' || id
        where id in (select id from due))
    insert into file_removals select file_key, ${now} from due`.execute(trx);
}

export async function listRemovals(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('fileRemovals')
    .select('fileKey')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(limit)
    .execute();
  return rows.map(({ fileKey }) => fileKey);
}

export async function forgetRemoval(db: Db, fileKey: string): Promise<void> {
  await db.deleteFrom('fileRemovals').where('fileKey', '=', fileKey).execute();
}

/** Whether an attachment came from the sender of its case. */
export const isSenders = sql<boolean>`not exists (select from office_files o where o.attachment_id = attachments.id)`;

export const hashInHex = sql<string | null>`encode(attachments.sha256, 'hex')`;

/** What the sender of a case has sent along, as staff see it, in the order it was sent. */
export async function listAttachments(db: Db | Transaction, caseId: string): Promise<StaffAttachmentView[]> {
  return await db
    .selectFrom('attachments')
    .select([
      'id',
      sql<string>`coalesce(${decrypted('attachments.name')}, '')`.as('name'),
      'kind',
      'bytes',
      'state',
      'findings',
      hashInHex.as('sha256'),
    ])
    .where('caseId', '=', caseId)
    .where(isSenders)
    .orderBy('place')
    .execute();
}

export async function findAttachment(db: Db, caseId: string, id: string) {
  return await db
    .selectFrom('attachments')
    .innerJoin('cases', 'cases.id', 'attachments.caseId')
    .leftJoin('officeFiles as office', 'office.attachmentId', 'attachments.id')
    .select(['cases.id as caseId', 'cases.number', 'cases.restricted', 'cases.locked', 'cases.signal'])
    .select(['cases.handlerId', 'cases.keeperId'])
    .select(['fileKey', 'attachments.place', 'kind', 'state', 'sha256', 'bytes'])
    .select(['office.purpose', 'office.givenAt', 'office.withdrawnAt'])
    .select(name)
    .where('attachments.caseId', '=', caseId)
    .where('attachments.id', '=', id)
    .executeTakeFirst();
}

export async function findWaiting(db: Db, id: string) {
  return await db
    .selectFrom('attachments')
    .select(['id', 'fileKey'])
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
}

export async function listWaiting(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('attachments')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('uploadedAt')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function setVerdict(db: Db, id: string, state: 'clean' | 'infected'): Promise<void> {
  await db
    .updateTable('attachments')
    .set({ state })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

const images = ['jpeg', 'png', 'webp'] as const;

/**
 * Takes redrawn pictures out of the pending uploads for something else than a case to keep: their rows go, their files
 * stay. What is unknown, too old or no picture is left out.
 */
export async function handOverPictures(trx: Transaction, hashes: readonly Buffer[], since: Date) {
  if (hashes.length === 0) return [];
  const taken = await trx
    .deleteFrom('attachments')
    .where('tokenHash', 'in', hashes)
    .where('caseId', 'is', null)
    .where('uploadedAt', '>', since)
    .where('kind', 'in', images)
    .returning(['tokenHash', 'fileKey', 'kind', 'bytes', 'sha256'])
    .execute();
  if (taken.length > 0)
    await trx
      .deleteFrom('fileRemovals')
      .where(
        'fileKey',
        'in',
        taken.map(({ fileKey }) => fileKey),
      )
      .execute();
  return taken.map((row) => ({ ...row, kind: row.kind as (typeof images)[number] }));
}
