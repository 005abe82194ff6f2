// Queries over officers' drafts; every one of them names whose they are.
import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { OfficerDraftTables } from './tables.ts';

type Drafts = OfficerDraftTables['officerDrafts'];
export type DraftPlace = { staffId: string; page: string; form: string; round: number };

const columns = [
  'officerDrafts.id',
  'officerDrafts.staffId',
  'officerDrafts.page',
  'officerDrafts.form',
  'officerDrafts.caseId',
  'officerDrafts.round',
  'officerDrafts.revision',
  'officerDrafts.sealed',
  'officerDrafts.writtenBy',
  'officerDrafts.savedAt',
  'officerDrafts.droppedAt',
  'officerDrafts.expiresAt',
] as const;

/** Of two who keep the same draft at the same moment, one waits for the other. */
export async function holdDrafts(trx: Transaction, staffId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('officer-drafts'), hashtext(${staffId}))`.execute(trx);
}

/** The draft of a place as it stands, if there is one. */
export async function findOwnDraft(db: Db | Transaction, { staffId, page, form, round }: DraftPlace) {
  return await db
    .selectFrom('officerDrafts')
    .select(columns)
    .where('staffId', '=', staffId)
    .where('page', '=', page)
    .where('form', '=', form)
    .where('round', '=', round)
    .where('droppedAt', 'is', null)
    .executeTakeFirst();
}

/** One draft of an officer, thrown away or not. */
export async function findOwnDraftById(db: Db | Transaction, staffId: string, id: string) {
  return await db
    .selectFrom('officerDrafts')
    .select(columns)
    .where('staffId', '=', staffId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * What of an officer's goes to who takes over, in one order: what is being written, and what was handed to them and not
 * taken up; not what was thrown away. Held until the transaction ends.
 */
export async function listDraftsToHandOver(trx: Transaction, staffId: string) {
  return await trx
    .selectFrom('officerDrafts')
    .select(columns)
    .where('staffId', '=', staffId)
    .where(isToHandOver)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Whether a row is being written, or was handed over and waits. */
export const isToHandOver = sql<boolean>`(officer_drafts.dropped_at is null or officer_drafts.written_by is not null)`;

export async function deleteDraft(trx: Transaction, id: string): Promise<void> {
  await trx.deleteFrom('officerDrafts').where('id', '=', id).execute();
}

/** The drafts of an officer that are not over, the newest first; only those of a page where one is named. */
export async function listOwnDrafts(
  db: Db | Transaction,
  { staffId, page, now }: { staffId: string; page?: string | undefined; now: Date },
) {
  return await db
    .selectFrom('officerDrafts')
    .leftJoin('staffUsers as writer', 'writer.id', 'officerDrafts.writtenBy')
    .select([...columns, 'writer.name as writer'])
    .where('staffId', '=', staffId)
    .where('expiresAt', '>', now)
    .$if(page !== undefined, (query) => query.where('page', '=', page ?? ''))
    .orderBy('savedAt', 'desc')
    .execute();
}

/** How many drafts an officer has; what others have handed over counts once it is taken up. */
export async function countOwnDrafts(db: Db | Transaction, staffId: string): Promise<number> {
  const row = await db
    .selectFrom('officerDrafts')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('staffId', '=', staffId)
    .where((either) => either.or([either('writtenBy', 'is', null), either('droppedAt', 'is', null)]))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function insertOwnDraft(trx: Transaction, row: Insertable<Drafts>): Promise<void> {
  await trx.insertInto('officerDrafts').values(row).execute();
}

export async function updateOwnDraft(
  trx: Transaction,
  id: string,
  change: Omit<Updateable<Drafts>, 'id'>,
): Promise<void> {
  await trx.updateTable('officerDrafts').set(change).where('id', '=', id).execute();
}

/** What was written for a form goes with it once it is sent, in whatever round. */
export async function deleteSentDraft(
  db: Db | Transaction,
  { staffId, page, form }: Omit<DraftPlace, 'round'>,
): Promise<void> {
  await db
    .deleteFrom('officerDrafts')
    .where('staffId', '=', staffId)
    .where('page', '=', page)
    .where('form', '=', form)
    .where('droppedAt', 'is', null)
    .execute();
}

/** The draft of a step of a case goes when its writer has taken the step. */
export async function deleteStepDraft(
  trx: Transaction,
  { staffId, caseId, step }: { staffId: string; caseId: string; step: string },
): Promise<void> {
  await trx
    .deleteFrom('officerDrafts')
    .where('staffId', '=', staffId)
    .where('caseId', '=', caseId)
    .where('form', '=', step)
    .where('droppedAt', 'is', null)
    .execute();
}

/** Whatever anybody was writing on a page. */
export async function deleteDraftsOfPage(db: Transaction, page: string): Promise<void> {
  await db.deleteFrom('officerDrafts').where('page', '=', page).execute();
}

/** Those whose time is over; the ones of closed accounts wait `longerDays` more for who takes over. */
export async function deleteOwnDraftsUntil(db: Db, now: Date, longerDays: number): Promise<void> {
  await sql`
    delete from officer_drafts d using staff_users u
    where u.id = d.staff_id
      and d.expires_at <= ${now}::timestamptz
        - case when u.active or d.dropped_at is not null then interval '0' else make_interval(days => ${longerDays}::int) end`.execute(
    db,
  );
}
