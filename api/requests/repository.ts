// Queries over the book of requests.
import { sql, type Updateable } from 'kysely';
import { commitment, newSalt } from '../cases/event-repository.ts';
import { visibleTo } from '../cases/visible-repository.ts';
import { deleteDraftsOfPage } from '../officer-drafts/repository.ts';
import { decrypted, encrypted, encryptedOrNull } from '../db/encrypted.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import type { RequestStep } from './lifecycle.ts';
import type { RequestTables } from './tables.ts';

type Row = RequestTables['requests'];

/** The next number of a year; the counter's row is held until the transaction ends, so that no number is lost. */
export async function nextSerial(trx: Transaction, year: number): Promise<number> {
  const { last } = await trx
    .insertInto('requestCounters')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet({ last: sql<number>`request_counters.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export type NewRequest = Omit<
  Row,
  'id' | 'extended' | 'letterNumber' | 'letterOn' | 'closedAt' | 'erasedAt' | 'version'
>;

type PersonColumn = Exclude<keyof RequestTables['requestPeople'], 'requestId'>;

export async function insertRequest(
  trx: Transaction,
  request: NewRequest,
  person: Record<PersonColumn, string | null>,
): Promise<string> {
  const { id } = await trx.insertInto('requests').values(request).returning('id').executeTakeFirstOrThrow();
  await trx
    .insertInto('requestPeople')
    .values({
      requestId: id,
      name: encryptedOrNull('request_people.name', id, person.name),
      phone: encryptedOrNull('request_people.phone', id, person.phone),
      email: encryptedOrNull('request_people.email', id, person.email),
      address: encryptedOrNull('request_people.address', id, person.address),
      caseNumber: encryptedOrNull('request_people.case_number', id, person.caseNumber),
    })
    .execute();
  return id;
}

type NewEvent = {
  requestId: string;
  step: RequestStep;
  actor: { role: string; id: string | null };
  at: Date;
  dueOn: string | null;
  text?: string | undefined;
};

/** Appends an event under the next number of the request; its words stand apart, with the salt of their commitment. */
export async function insertRequestEvent(trx: Transaction, event: NewEvent): Promise<number> {
  const { requestId, step, actor, at, dueOn, text } = event;
  const salt = newSalt();
  const { seq } = await trx
    .insertInto('requestEvents')
    .values({
      requestId,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from request_events where request_id = ${requestId})`,
      step,
      actorRole: actor.role,
      actorId: actor.id,
      at,
      dueOn,
      commitment: text ? commitment(salt, text) : null,
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  if (text)
    await trx
      .insertInto('requestTexts')
      .values({ requestId, seq, salt, text: encrypted('request_texts.text', [requestId, seq], text) })
      .execute();
  return seq;
}

export async function findRequestReceipt(db: Db, idempotencyHash: Buffer) {
  return await db
    .selectFrom('requests')
    .selectAll()
    .where('idempotencyHash', '=', idempotencyHash)
    .executeTakeFirst();
}

export async function findRequest(db: Db, number: string) {
  return await db.selectFrom('requests').selectAll().where('number', '=', number).executeTakeFirst();
}
export type FoundRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

export async function lockRequest(trx: Transaction, number: string): Promise<FoundRequest | undefined> {
  return await trx
    .selectFrom('requests')
    .selectAll()
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateRequest(trx: Transaction, id: string, change: Updateable<Row>): Promise<void> {
  await trx
    .updateTable('requests')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** The steps in order, each with its words while they are kept, and who took it. */
export async function listRequestEvents(db: Db, requestId: string) {
  return await db
    .selectFrom('requestEvents as e')
    .leftJoin('requestTexts as t', (join) =>
      join.onRef('t.requestId', '=', 'e.requestId').onRef('t.seq', '=', 'e.seq'),
    )
    .leftJoin('staffUsers as u', 'u.id', 'e.actorId')
    .select(['e.seq', 'e.step', 'e.at', 'u.name as by'])
    .select(decrypted('request_texts.text', 't').as('text'))
    .where('e.requestId', '=', requestId)
    .orderBy('e.seq')
    .execute();
}

/** Everything open, then what was closed last; `told`: the receipt was acknowledged. */
export async function listRequests(db: Db, limit: number) {
  return await db
    .selectFrom('requests')
    .selectAll()
    .orderBy(sql`closed_at is not null`)
    .orderBy('closedAt', 'desc')
    .orderBy('receivedAt')
    .limit(limit)
    .execute();
}

export async function listOpenRequests(db: Db) {
  return await db.selectFrom('requests').selectAll().where('closedAt', 'is', null).execute();
}

export async function findPerson(db: Db, requestId: string) {
  return await db
    .selectFrom('requestPeople')
    .select([
      decrypted('request_people.name').as('name'),
      decrypted('request_people.phone').as('phone'),
      decrypted('request_people.email').as('email'),
      decrypted('request_people.address').as('address'),
      decrypted('request_people.case_number').as('caseNumber'),
    ])
    .where('requestId', '=', requestId)
    .executeTakeFirst();
}

export async function findCaseNumber(db: Db, caseId: string): Promise<string | undefined> {
  return (await db.selectFrom('cases').select('number').where('id', '=', caseId).executeTakeFirst())?.number;
}

/** The id of a case that this officer may open; undefined for any other. */
export async function findCaseFor(trx: Transaction, viewer: Viewer, number: string) {
  return await trx
    .selectFrom('cases')
    .select(['cases.id', 'erasedAt'])
    .where('cases.number', '=', number)
    .where(visibleTo(viewer))
    .executeTakeFirst();
}

/** Deletes who asked, every word with its salt and what officers were writing; the request, its steps and their days stay counted. */
export async function eraseRequestRows(trx: Transaction, id: string): Promise<void> {
  await trx.deleteFrom('requestTexts').where('requestId', '=', id).execute();
  await trx.deleteFrom('requestPeople').where('requestId', '=', id).execute();
  const { number } = await trx
    .selectFrom('requests')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await deleteDraftsOfPage(trx, `/can-bo/du-lieu-ca-nhan/${number}`);
}

export async function listClosedRequestsBefore(db: Db, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('requests')
    .select('number')
    .where('erasedAt', 'is', null)
    .where('closedAt', '<', before)
    .orderBy('closedAt')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number);
}

/** What a letter about a step needs; undefined where there is no address, or nothing to tell. */
export async function findLetter(db: Db, { requestId, seq }: { requestId: string; seq: number }) {
  return await db
    .selectFrom('requestEvents as e')
    .innerJoin('requests as r', 'r.id', 'e.requestId')
    .innerJoin('requestPeople as p', 'p.requestId', 'e.requestId')
    .leftJoin('requestTexts as t', (join) =>
      join.onRef('t.requestId', '=', 'e.requestId').onRef('t.seq', '=', 'e.seq'),
    )
    .select(['e.step', 'e.dueOn', 'r.number', 'r.kind'])
    .select(decrypted('request_people.email', 'p').as('email'))
    .select(decrypted('request_texts.text', 't').as('text'))
    .where('e.requestId', '=', requestId)
    .where('e.seq', '=', seq)
    .executeTakeFirst();
}
