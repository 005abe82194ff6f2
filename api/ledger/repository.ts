// The ledger in SQL: one function, one query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Node, Place } from './merkle.ts';

type Reader = Db | Transaction;
export type Entry = { caseId: string; seq: number; hash: Buffer };

/** Whether this transaction is the one that may write the ledger now; the lock goes with the transaction. */
export async function takeLedgerLock(trx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('minh-bach/ledger')) as taken`.execute(trx);
  return rows[0]?.taken ?? false;
}

/**
 * At most `limit` events that wait for their place, in the order in which they get it: (at, case, seq) among those taken.
 * Which are taken goes by the key of the waiting list, so that a long list is never sorted.
 */
export async function listPending(trx: Transaction, limit: number): Promise<Entry[]> {
  return await trx
    .with('taken', (db) =>
      db.selectFrom('ledgerPending').select(['caseId', 'seq']).orderBy('caseId').orderBy('seq').limit(limit),
    )
    .selectFrom('taken')
    .innerJoin('caseEvents', (join) =>
      join.onRef('caseEvents.caseId', '=', 'taken.caseId').onRef('caseEvents.seq', '=', 'taken.seq'),
    )
    .select(['caseEvents.caseId', 'caseEvents.seq', 'caseEvents.hash'])
    .orderBy('caseEvents.at')
    .orderBy('caseEvents.caseId')
    .orderBy('caseEvents.seq')
    .execute();
}

/** Writes entries from `size` on and takes them off the waiting list, in one statement. */
export async function insertLeaves(trx: Transaction, size: number, entries: Entry[]): Promise<void> {
  const caseIds = entries.map(({ caseId }) => caseId);
  const seqs = entries.map(({ seq }) => seq);
  const hashes = entries.map(({ hash }) => hash);
  await sql`
    with entry as (
      select * from unnest(${caseIds}::uuid[], ${seqs}::int[], ${hashes}::bytea[]) with ordinality as e (case_id, seq, hash, place)
    ), placed as (
      delete from ledger_pending p using entry e where p.case_id = e.case_id and p.seq = e.seq
    )
    insert into ledger_leaves (index, case_id, seq, event_hash)
    select ${size}::bigint + place - 1, case_id, seq, hash from entry`.execute(trx);
}

export async function insertNodes(trx: Transaction, nodes: Node[]): Promise<void> {
  await sql`
    insert into ledger_nodes (level, index, hash)
    select * from unnest(${nodes.map(({ level }) => level)}::int[], ${nodes.map(({ index }) => index)}::bigint[],
      ${nodes.map(({ hash }) => hash)}::bytea[])`.execute(trx);
}

/** The hashes at the given places, in their order; undefined where none is stored. */
export async function findHashes(db: Reader, places: readonly Place[]): Promise<(Buffer | undefined)[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<Node>`
    select level, index, hash from ledger_nodes where (level, index) in (
      select * from unnest(${places.map(({ level }) => level)}::int[], ${places.map(({ index }) => index)}::bigint[]))`.execute(
    db,
  );
  const found = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return places.map(({ level, index }) => found.get(`${level}/${index}`));
}

export async function findHead(db: Reader) {
  return await db.selectFrom('ledgerHead').select(['size', 'at', 'note']).executeTakeFirst();
}

export async function putHead(
  trx: Transaction,
  head: { size: number; at: Date; note: string },
): Promise<void> {
  await trx
    .insertInto('ledgerHead')
    .values(head)
    .onConflict((conflict) => conflict.column('onlyOne').doUpdateSet(head))
    .execute();
}

/** Keeps a day's checkpoint; the first one of a day stays. */
export async function keepCheckpoint(
  trx: Transaction,
  checkpoint: { onDay: string; size: number; note: string },
): Promise<void> {
  await trx
    .insertInto('ledgerCheckpoints')
    .values(checkpoint)
    .onConflict((conflict) => conflict.column('onDay').doNothing())
    .execute();
}

/** Kept checkpoints, newest day first. */
export async function listCheckpoints(db: Reader, before: string | undefined, limit: number) {
  return await db
    .selectFrom('ledgerCheckpoints')
    .select(['onDay', 'size', 'note'])
    .$if(before !== undefined, (query) => query.where('onDay', '<', before ?? ''))
    .orderBy('onDay', 'desc')
    .limit(limit)
    .execute();
}

/** What there is to do: whether events wait, the newest checkpoint, and the last day whose checkpoint is kept. */
export async function findLedgerWork(db: Reader) {
  const { rows } = await sql<{ isWaiting: boolean; note: string | null; keptOn: string | null }>`
    select exists (select from ledger_pending) as is_waiting, (select note from ledger_head) as note,
      (select max(on_day) from ledger_checkpoints) as kept_on`.execute(db);
  return rows[0] ?? { isWaiting: false, note: null, keptOn: null };
}

export async function findLeafIndex(db: Reader, eventHash: Buffer): Promise<number | undefined> {
  const row = await db
    .selectFrom('ledgerLeaves')
    .select('index')
    .where('eventHash', '=', eventHash)
    .executeTakeFirst();
  return row?.index;
}

/** The events of one case with their places in the ledger, where they have one. */
export async function listEventPlaces(db: Reader, caseId: string) {
  return await db
    .selectFrom('caseEvents')
    .leftJoin('ledgerLeaves', (join) =>
      join
        .onRef('ledgerLeaves.caseId', '=', 'caseEvents.caseId')
        .onRef('ledgerLeaves.seq', '=', 'caseEvents.seq'),
    )
    .select([
      'caseEvents.step',
      'caseEvents.toStatus',
      'caseEvents.at',
      'caseEvents.hash',
      'ledgerLeaves.index',
    ])
    .where('caseEvents.caseId', '=', caseId)
    .orderBy('caseEvents.seq')
    .execute();
}

export async function addSigningKey(
  db: Reader,
  key: { keyId: string; name: string; publicKey: Buffer; firstUsedAt: Date },
): Promise<void> {
  await db
    .insertInto('signingKeys')
    .values(key)
    .onConflict((conflict) => conflict.column('keyId').doNothing())
    .execute();
}

/** Every key this portal has signed with, oldest first. */
export async function listSigningKeys(db: Reader) {
  return await db
    .selectFrom('signingKeys')
    .select(['keyId', 'name', 'publicKey', 'firstUsedAt'])
    .orderBy('firstUsedAt')
    .execute();
}
