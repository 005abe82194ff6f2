// Deeds on many cases and their cases, one function per query.
import { sql, type Insertable } from 'kysely';
import { visibleTo } from '../cases/visible-repository.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import type { Foreseen, ItemState } from './schema.ts';
import type { BatchTables } from './tables.ts';

/** The cases of these numbers that a viewer may open, in the order of the numbers given. */
export async function findVisibleIds(
  db: Db,
  viewer: Viewer,
  numbers: readonly string[],
): Promise<{ id: string; number: string }[]> {
  return await db
    .selectFrom('cases')
    .select(['id', 'number'])
    .where(sql<boolean>`number = any(${[...numbers]})`)
    .where(visibleTo(viewer))
    .orderBy(sql`array_position(${[...numbers]}::text[], number)`)
    .execute();
}

export async function insertBatch(
  trx: Transaction,
  batch: Insertable<BatchTables['caseBatches']>,
  cases: readonly { id: string; number: string }[],
): Promise<void> {
  await trx.insertInto('caseBatches').values(batch).execute();
  await trx
    .insertInto('caseBatchItems')
    .values(cases.map(({ id, number }, place) => ({ batchId: batch.id, place, caseId: id, number })))
    .execute();
}

const batchOf = (db: Db | Transaction, id: string) =>
  db
    .selectFrom('caseBatches')
    .selectAll()
    .where(sql<boolean>`id::text = ${id}`);

export async function findBatch(db: Db | Transaction, id: string) {
  return await batchOf(db, id).executeTakeFirst();
}

/** The same, held against a second press of the button. */
export async function lockBatch(trx: Transaction, id: string) {
  return await batchOf(trx, id).forUpdate().executeTakeFirst();
}

type Change = Partial<Omit<BatchTables['caseBatches'], 'id' | 'state' | 'plan'>> & {
  state?: 'planning' | 'planned' | 'running' | 'done' | 'undoing' | 'undone';
  plan?: number;
};
export async function updateBatch(db: Db | Transaction, id: string, change: Change): Promise<void> {
  await db.updateTable('caseBatches').set(change).where('id', '=', id).execute();
}

export async function listItems(db: Db | Transaction, batchId: string) {
  return await db
    .selectFrom('caseBatchItems')
    .selectAll()
    .where('batchId', '=', batchId)
    .orderBy('place')
    .execute();
}

/** How a case stands now, as far as its step depends on it; undefined: out of this viewer's sight. */
export async function findCaseNow(db: Db | Transaction, viewer: Viewer, id: string) {
  return await db
    .selectFrom('cases')
    .select(['status', 'track', 'version'])
    .where('id', '=', id)
    .where(visibleTo(viewer))
    .executeTakeFirst();
}

export async function saveForeseen(
  db: Db | Transaction,
  batchId: string,
  place: number,
  { version, foreseen }: { version: number | null; foreseen: Foreseen },
): Promise<void> {
  await db
    .updateTable('caseBatchItems')
    .set({ version, foreseen: JSON.stringify(foreseen) })
    .where('batchId', '=', batchId)
    .where('place', '=', place)
    .execute();
}

/** What was foreseen of something else that was written. */
export async function forgetForeseen(trx: Transaction, batchId: string): Promise<void> {
  await trx.updateTable('caseBatchItems').set({ foreseen: null }).where('batchId', '=', batchId).execute();
}

/** The next case of a deed in a state, held; those that somebody else holds are theirs. */
export async function holdNext(trx: Transaction, batchId: string, state: ItemState) {
  return await trx
    .selectFrom('caseBatchItems')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('state', '=', state)
    .orderBy('place')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

type Outcome = Partial<
  Pick<BatchTables['caseBatchItems'], 'outcome' | 'proposed' | 'undoable' | 'before' | 'version'>
> & { state: ItemState; held?: string[] };
/** What became of a case, unless that was written meanwhile. */
export async function writeOutcome(
  db: Db | Transaction,
  { batchId, place, from }: { batchId: string; place: number; from: ItemState },
  outcome: Outcome,
): Promise<void> {
  await db
    .updateTable('caseBatchItems')
    .set(outcome)
    .where('batchId', '=', batchId)
    .where('place', '=', place)
    .where('state', '=', from)
    .execute();
}

export async function countIn(db: Db | Transaction, batchId: string, state: ItemState): Promise<number> {
  const { n } = await db
    .selectFrom('caseBatchItems')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('batchId', '=', batchId)
    .where('state', '=', state)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Those that can be undone no more keep nothing of what they were; deeds of long ago go, and what nobody did. */
export async function forgetBatches(
  db: Db,
  { finished, idle, old }: { finished: Date; idle: Date; old: Date },
): Promise<void> {
  await db
    .deleteFrom('caseBatches')
    .where((either) =>
      either.or([
        either('madeAt', '<', old),
        either.and([either('state', 'in', ['chosen', 'planning', 'planned']), either('madeAt', '<', idle)]),
      ]),
    )
    .execute();
  const { rows } = await sql<{ id: string }>`
    update case_batches set sealed = null where finished_at < ${finished} and state in ('done', 'undone')
      and sealed is not null returning id`.execute(db);
  await sql`update case_batch_items set before = null, held = '{}'
    where before is not null and batch_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db);
}
