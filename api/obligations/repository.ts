// The marks of the report calendar: one function, one query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { ObligationMark } from './views.ts';

type Key = Pick<ObligationMark, 'obligation' | 'year' | 'period'>;

/** The marks of some years with who made them, oldest first. */
export async function listMarks(db: Db, years: { from: number; to: number }) {
  return await db
    .selectFrom('obligationMarks')
    .leftJoin('staffUsers', 'staffUsers.id', 'obligationMarks.markedBy')
    .select([
      'obligationMarks.id',
      'obligation',
      'year',
      'period',
      'status',
      'on',
      'evidence',
      'reason',
      'markedAt',
      'staffUsers.name as by',
    ])
    .where('year', '>=', years.from)
    .where('year', '<=', years.to)
    .orderBy('obligationMarks.id')
    .execute();
}

/** Waits for whoever marks the same occurrence now; its marks, oldest first. */
export async function seizeOccurrence(trx: Transaction, { obligation, year, period }: Key) {
  await sql`select pg_advisory_xact_lock(hashtext(${`obligation/${obligation}/${year}/${period}`}))`.execute(
    trx,
  );
  return await trx
    .selectFrom('obligationMarks')
    .select(['id', 'status', 'on', 'evidence', 'reason'])
    .where('obligation', '=', obligation)
    .where('year', '=', year)
    .where('period', '=', period)
    .orderBy('id')
    .execute();
}

export async function insertMark(
  trx: Transaction,
  mark: ObligationMark,
  by: string,
  at: Date,
): Promise<void> {
  const { obligation, year, period, status, reason } = mark;
  await trx
    .insertInto('obligationMarks')
    .values({
      obligation,
      year,
      period,
      status,
      on: 'on' in mark ? mark.on : null,
      evidence: mark.status === 'done' ? mark.evidence : '',
      reason,
      markedBy: by,
      markedAt: at,
    })
    .execute();
}
