// Reading everything that the check of the ledger needs, page by page; nothing is written.
import { sql } from 'kysely';
import { contentColumns } from '../cases/columns-repository.ts';
import { decrypted } from '../db/encrypted.ts';
import type { Db, Transaction } from '../db/open.ts';

/** Runs a check on one unchanging picture of the database, while the portal goes on working. */
export async function onSnapshot<T>(db: Db, work: (trx: Transaction) => Promise<T>): Promise<T> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => work(trx));
}

type Position = { register: string; year: number; serial: number };

/** Cases in the order of their numbers, after a position. */
export async function listCases(trx: Transaction, after: Position, limit: number) {
  return await trx
    .selectFrom('cases')
    .leftJoin('caseSenders', 'caseSenders.caseId', 'cases.id')
    .select([
      'id',
      'register',
      'year',
      'serial',
      'number',
      'status',
      'receivedAt',
      'dueOn',
      'erasedAt',
      'version',
      'consentedAt',
    ])
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('register', 'year', 'serial'), '>', tuple(after.register, after.year, after.serial)),
    )
    .orderBy('register')
    .orderBy('year')
    .orderBy('serial')
    .limit(limit)
    .execute();
}

export async function listEvents(trx: Transaction, caseIds: string[]) {
  return await trx
    .selectFrom('caseEvents')
    .selectAll()
    .where('caseId', 'in', caseIds)
    .orderBy('caseId')
    .orderBy('seq')
    .execute();
}

export async function listTexts(trx: Transaction, caseIds: string[]) {
  return await trx
    .selectFrom('caseEventTexts')
    .select(['caseId', 'seq', 'kind', 'salt'])
    .select(decrypted<string>('case_event_texts.text').as('text'))
    .where('caseId', 'in', caseIds)
    .execute();
}

export async function listSalts(trx: Transaction, caseIds: string[]) {
  return await trx
    .selectFrom('caseSeals')
    .select(['caseId', 'seq', 'salt'])
    .where('caseId', 'in', caseIds)
    .execute();
}

export async function listContents(trx: Transaction, caseIds: string[]) {
  return await trx
    .selectFrom('caseContents')
    .select(['caseId', 'salt', ...contentColumns()])
    .where('caseId', 'in', caseIds)
    .execute();
}

export async function listCounters(trx: Transaction) {
  return await trx.selectFrom('registerCounters').select(['register', 'year', 'last']).execute();
}

/** An event that is neither in the ledger nor waiting for it, or that belongs to no case. */
export async function findLostEvent(trx: Transaction) {
  const { rows } = await sql<{ caseId: string; number: string | null; seq: number; step: string }>`
    select e.case_id, c.number, e.seq, e.step from case_events e
    left join cases c on c.id = e.case_id
    left join ledger_leaves l on l.case_id = e.case_id and l.seq = e.seq
    left join ledger_pending p on p.case_id = e.case_id and p.seq = e.seq
    where c.id is null or (l.index is null and p.seq is null) or (l.index is not null and p.seq is not null)
    order by e.at, e.case_id, e.seq limit 1`.execute(trx);
  return rows[0];
}

/** Leaves from an index on, each with the event that it stands for, where there still is one. */
export async function listLeaves(trx: Transaction, from: number, limit: number) {
  return await trx
    .selectFrom('ledgerLeaves')
    .leftJoin('caseEvents', (join) =>
      join
        .onRef('caseEvents.caseId', '=', 'ledgerLeaves.caseId')
        .onRef('caseEvents.seq', '=', 'ledgerLeaves.seq'),
    )
    .leftJoin('cases', 'cases.id', 'ledgerLeaves.caseId')
    .select([
      'ledgerLeaves.index',
      'ledgerLeaves.caseId',
      'ledgerLeaves.seq',
      'ledgerLeaves.eventHash',
      'caseEvents.hash',
      'cases.number',
    ])
    .where('index', '>=', from)
    .orderBy('index')
    .limit(limit)
    .execute();
}

export async function countLedger(
  trx: Transaction,
): Promise<{ events: number; nodes: number; pending: number }> {
  const { rows } = await sql<{ events: number; nodes: number; pending: number }>`
    select (select count(*) from case_events) as events, (select count(*) from ledger_nodes) as nodes,
      (select count(*) from ledger_pending) as pending`.execute(trx);
  return rows[0] ?? { events: 0, nodes: 0, pending: 0 };
}
