// The facts of settled rounds page by page, in an order that tells nothing of the order of their numbers.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { OpenRound } from './open-file.ts';

/** A snapshot to read from for as long as somebody downloads; given up when they stop taking. */
export async function openSnapshot(db: Db) {
  const trx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  await sql`set local idle_in_transaction_session_timeout = '20s'`.execute(trx);
  return trx;
}

export async function listOpenRounds(
  trx: Transaction,
  after: { publicId: string; round: number } | undefined,
  limit: number,
): Promise<OpenRound[]> {
  return await trx
    .selectFrom('caseFacts')
    .selectAll()
    .where('endedOn', 'is not', null)
    .where('ending', '<>', 'guided')
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('publicId', 'round'), '>', eb.tuple(after?.publicId ?? '', after?.round ?? 0)),
      ),
    )
    .orderBy('publicId')
    .orderBy('round')
    .limit(limit)
    .execute();
}
