// Changing a case: lock the row, update it, append the event; only inside a transaction.
import { sql, type Updateable } from 'kysely';
import type { Transaction } from '../db/open.ts';
import type { CaseTables } from './tables.ts';

type NewEvent = Omit<CaseTables['caseEvents'], 'seq' | 'data'> & { data: Record<string, unknown> | null };

export async function lockCase(trx: Transaction, id: string) {
  return await trx
    .selectFrom('cases')
    .select([
      'id',
      'number',
      'status',
      'track',
      'contentCode',
      'procedureSlug',
      'restricted',
      'receivedAt',
      'dueOn',
      'unit',
      'handlerId',
      'answeredAt',
      'version',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function updateCase(
  trx: Transaction,
  id: string,
  change: Updateable<CaseTables['cases']>,
): Promise<void> {
  await trx
    .updateTable('cases')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Appends an event under the next running number of the case; the case's row lock keeps that number free. */
export async function insertEvent(trx: Transaction, event: NewEvent): Promise<void> {
  await trx
    .insertInto('caseEvents')
    .values({
      ...event,
      data: event.data && JSON.stringify(event.data),
      seq: sql<number>`(select max(seq) + 1 from case_events where case_id = ${event.caseId})`,
    })
    .execute();
}
