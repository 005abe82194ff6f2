// What an officer has in hand and what was handed over, one function per query.
import { sql, type Insertable, type RawBuilder } from 'kysely';
import { isWithheld } from '../cases/reading/register-repository.ts';
import { isAbout, visibleTo } from '../cases/visible-repository.ts';
import type { Status } from '../cases/lifecycle.ts';
import type { Db, Transaction } from '../db/open.ts';
import { isToHandOver } from '../officer-drafts/repository.ts';
import { isGoodOn } from '../staff/repository.ts';
import { may, rolesWith } from '../staff/rights.ts';
import type { Role, Viewer } from '../staff/roles.ts';
import type { HandoverTables } from './tables.ts';

/**
 * Of which cases a viewer is told: those they may open; who runs the portal and opens none, of those that are neither
 * restricted nor locked nor read like a tố cáo (as with background work, `jobs-of-unseen-cases`).
 */
const toldTo = (viewer: Viewer): RawBuilder<boolean> =>
  sql`(${visibleTo(viewer)} or ${may(viewer, 'jobs-of-unseen-cases')}::boolean
    and not cases.restricted and not ${isWithheld} and not ${isAbout(viewer)})`;

const inHand = (id: string) => sql<boolean>`(cases.handler_id = ${id} and cases.closed_at is null)`;

/** Open cases in somebody's hand, of which the viewer is told. */
export async function listInHand(db: Db, viewer: Viewer, id: string) {
  return await db
    .selectFrom('cases')
    .select(['number', 'status'])
    .where(inHand(id))
    .where('erasedAt', 'is', null)
    .where(toldTo(viewer))
    .orderBy('number')
    .execute();
}

/** The ids of all that goes: open cases in hand, and locked ones in whatever state; in one order, so that two never wait for each other. */
export async function listToHandOver(trx: Transaction, id: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('cases')
    .select('id')
    .where((either) => either.or([inHand(id), either('keeperId', '=', id)]))
    .where('erasedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function listCoUnits(trx: Transaction, caseId: string): Promise<string[]> {
  const rows = await trx.selectFrom('caseUnits').select('unit').where('caseId', '=', caseId).execute();
  return rows.map(({ unit }) => unit);
}

export async function countProposals(db: Db, viewer: Viewer, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('caseProposals')
    .innerJoin('cases', 'cases.id', 'caseProposals.caseId')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('proposedBy', '=', id)
    .where(toldTo(viewer))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many drafts would go, without those of cases of which the viewer is not told. */
export async function countDrafts(db: Db, viewer: Viewer, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('officerDrafts')
    .leftJoin('cases', 'cases.id', 'officerDrafts.caseId')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('officerDrafts.staffId', '=', id)
    .where(isToHandOver)
    .where((either) => either.or([either('officerDrafts.caseId', 'is', null), toldTo(viewer)]))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many drafts of a case would go. */
export async function countDraftsOf(
  trx: Transaction,
  { staffId, caseId }: { staffId: string; caseId: string },
): Promise<number> {
  const { count } = await trx
    .selectFrom('officerDrafts')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('staffId', '=', staffId)
    .where('caseId', '=', caseId)
    .where(isToHandOver)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whether an officer may open a case, as it stands in this transaction. */
export async function mayOpen(trx: Transaction, viewer: Viewer, caseId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('cases')
    .select('id')
    .where('id', '=', caseId)
    .where('erasedAt', 'is', null)
    .where(visibleTo(viewer))
    .executeTakeFirst();
  return row !== undefined;
}

const person = ['id', 'name', 'role', 'unit'] as const;

export async function findPerson(db: Db | Transaction, id: string) {
  return await db
    .selectFrom('staffUsers')
    .select([...person, 'email', 'active'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Who may be given cases on a day, besides one, by unit and name. */
export async function listReceivers(db: Db | Transaction, day: string, besides: string) {
  return await db
    .selectFrom('staffUsers')
    .select(person)
    .where(isGoodOn(day))
    .where('role', 'in', rolesWith('handle-case'))
    .where('id', '<>', besides)
    .orderBy('unit')
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
}

/** The names of others with a role, of one unit where it is said, who may work on a day. */
export async function listPeers(
  db: Db,
  day: string,
  { id, role, unit }: { id: string; role: Role; unit: string | null },
): Promise<string[]> {
  const rows = await db
    .selectFrom('staffUsers')
    .select('name')
    .where(isGoodOn(day))
    .where('role', '=', role)
    .where('id', '<>', id)
    .$if(unit !== null, (query) => query.where('unit', '=', unit as string))
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
  return rows.map(({ name }) => name);
}

export async function listEverybody(db: Db) {
  return await db
    .selectFrom('staffUsers')
    .select([...person, 'active'])
    .orderBy('active', 'desc')
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
}

export async function insertHandover(
  trx: Transaction,
  handover: Insertable<HandoverTables['staffHandovers']>,
): Promise<string> {
  const { id } = await trx
    .insertInto('staffHandovers')
    .values(handover)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertHandoverCase(
  trx: Transaction,
  row: Insertable<HandoverTables['staffHandoverCases']>,
): Promise<void> {
  await trx.insertInto('staffHandoverCases').values(row).execute();
}

export async function insertHandoverDraft(
  trx: Transaction,
  row: Insertable<HandoverTables['staffHandoverDrafts']>,
): Promise<void> {
  await trx.insertInto('staffHandoverDrafts').values(row).execute();
}

export async function findHandover(db: Db, id: string) {
  return await db
    .selectFrom('staffHandovers')
    .selectAll()
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirst();
}

/** The cases of a hand-over of which the viewer is told, with who has each from then on. */
export async function listHandoverCases(db: Db, viewer: Viewer, handoverId: string) {
  return await db
    .selectFrom('staffHandoverCases')
    .innerJoin('cases', 'cases.id', 'staffHandoverCases.caseId')
    .leftJoin('staffUsers', 'staffUsers.id', 'staffHandoverCases.toId')
    .select(['cases.number', sql<Status>`cases.status`.as('status'), 'staffUsers.name as to'])
    .where('handoverId', '=', handoverId)
    .where('wasKept', '=', false)
    .where(toldTo(viewer))
    .orderBy('cases.number')
    .execute();
}

/** To whom how many drafts of a hand-over went, without those of cases of which the viewer is not told; null: they stayed. */
export async function countHandoverDrafts(db: Db, viewer: Viewer, handoverId: string) {
  const rows = await db
    .selectFrom('staffHandoverDrafts')
    .leftJoin('cases', 'cases.id', 'staffHandoverDrafts.caseId')
    .leftJoin('staffUsers', 'staffUsers.id', 'staffHandoverDrafts.toId')
    .select(['staffUsers.name as to', ({ fn }) => fn.countAll<string>().as('count')])
    .where('handoverId', '=', handoverId)
    .where((either) => either.or([either('staffHandoverDrafts.caseId', 'is', null), toldTo(viewer)]))
    .groupBy(['staffUsers.id', 'staffUsers.name'])
    .orderBy(sql`staff_users.name collate "vi-x-icu"`)
    .execute();
  return rows.map(({ to, count }) => ({ to, count: Number(count) }));
}

export async function listHandovers(db: Db, limit: number) {
  return await db
    .selectFrom('staffHandovers')
    .innerJoin('staffUsers as giver', 'giver.id', 'staffHandovers.fromId')
    .leftJoin('staffUsers as receiver', 'receiver.id', 'staffHandovers.toId')
    .innerJoin('staffUsers as doer', 'doer.id', 'staffHandovers.byId')
    .select([
      'staffHandovers.id',
      'staffHandovers.at',
      'giver.name as from',
      'receiver.name as to',
      'doer.name as by',
    ])
    .orderBy('staffHandovers.at', 'desc')
    .limit(limit)
    .execute();
}
