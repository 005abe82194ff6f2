// The register of outgoing documents: one function, one query.
import { sql, type Insertable } from 'kysely';
import { visibleTo } from '../cases/visible-repository.ts';
import { decrypted, encrypted } from '../db/encrypted.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import type { Asked } from './outgoing.ts';
import type { LetterTables } from './tables.ts';

/** Takes the next number of a series in a year and holds it until the transaction ends: none is left out, none given twice. */
export async function takeSerial(trx: Transaction, series: string, year: number): Promise<number> {
  const { last } = await trx
    .insertInto('outgoingCounters')
    .values({ series, year, last: 1 })
    .onConflict((taken) =>
      taken.columns(['series', 'year']).doUpdateSet({ last: sql`outgoing_counters.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** The number that was given last in each series of a year. */
export async function listCounters(db: Db, year: number) {
  return await db
    .selectFrom('outgoingCounters')
    .select(['series', 'last'])
    .where('year', '=', year)
    .execute();
}

/** Whether a number stands in the register of a year already. */
export async function isNumberTaken(db: Db | Transaction, year: number, number: string): Promise<boolean> {
  const row = await db
    .selectFrom('outgoingDocuments')
    .select('id')
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDocument(
  trx: Transaction,
  document: Insertable<LetterTables['outgoingDocuments']>,
): Promise<string> {
  const { id } = await trx
    .insertInto('outgoingDocuments')
    .values(document)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertText(
  trx: Transaction,
  { documentId, caseId, letter }: { documentId: string; caseId: string; letter: string },
): Promise<void> {
  const sealed = encrypted('outgoing_texts.sealed', documentId, letter);
  await trx.insertInto('outgoingTexts').values({ documentId, caseId, sealed }).execute();
}

export async function insertCancellation(
  trx: Transaction,
  cancelled: LetterTables['outgoingCancellations'],
): Promise<void> {
  await trx.insertInto('outgoingCancellations').values(cancelled).execute();
}

const documents = (db: Db | Transaction, viewer: Viewer) =>
  db
    .selectFrom('outgoingDocuments as document')
    .innerJoin('cases', 'cases.id', 'document.caseId')
    .leftJoin('outgoingCancellations as cancelled', 'cancelled.documentId', 'document.id')
    .leftJoin('caseEventTexts as why', (join) =>
      join.onRef('why.caseId', '=', 'document.caseId').onRef('why.seq', '=', 'cancelled.seq'),
    )
    .leftJoin('outgoingTexts as text', 'text.documentId', 'document.id')
    .leftJoin('staffUsers as giver', 'giver.id', 'document.byId')
    .select([
      'document.id',
      'document.caseId',
      'cases.number as caseNumber',
      'cases.handlerId',
      'cases.restricted',
      'cases.locked',
      'cases.signal',
      'cases.keeperId',
      'document.kind',
      'document.type',
      'document.series',
      'document.year',
      'document.serial',
      'document.number',
      'document.issuedOn',
      'document.subject',
      'document.capacity',
      'document.signer',
      'document.unit',
      'document.templateCode',
      'document.templateVersion',
      'document.at',
      'giver.name as givenBy',
      'cancelled.at as cancelledAt',
      decrypted('case_event_texts.text', 'why').as('whyCancelled'),
      decrypted('outgoing_texts.sealed', 'text').as('kept'),
    ])
    // A locked case and one that complains of the viewer are not there for them.
    .where(visibleTo(viewer));
export type FoundDocument = Awaited<ReturnType<typeof listDocuments>>[number];

/** The documents of a period that a viewer may know of, in the order of the register. */
export async function listDocuments(db: Db, viewer: Viewer, { from, to, kind }: Asked, most: number) {
  return await documents(db, viewer)
    .where('document.issuedOn', '>=', from)
    .where('document.issuedOn', '<=', to)
    .$if(kind !== undefined, (query) => query.where('document.kind', '=', kind!))
    .orderBy('document.issuedOn')
    .orderBy('document.at')
    .orderBy('document.id')
    .limit(most)
    .execute();
}

/** The documents of one case, the oldest first. */
export async function listCaseDocuments(db: Db, viewer: Viewer, caseNumber: string) {
  return await documents(db, viewer)
    .where('cases.number', '=', caseNumber)
    .orderBy('document.at')
    .orderBy('document.id')
    .execute();
}

export async function findDocument(db: Db | Transaction, viewer: Viewer, id: string) {
  return await documents(db, viewer)
    .where(sql<boolean>`document.id::text = ${id}`)
    .executeTakeFirst();
}
