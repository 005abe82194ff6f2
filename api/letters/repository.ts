// What a letter needs of a case beside what staff see of it.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';

/** As what a case was guided out: `complaint`, `denunciation` or `other`. */
export async function findGuidance(db: Db, number: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('caseEvents')
    .innerJoin('cases', 'cases.id', 'caseEvents.caseId')
    .select(sql<string | null>`case_events.data::json ->> 'kind'`.as('kind'))
    .where('cases.number', '=', number)
    .where('step', '=', 'guide-out')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return row?.kind ?? undefined;
}

/** The number of the newest event of a case. */
export async function lastSeq(trx: Transaction, caseId: string): Promise<number> {
  const { seq } = await trx
    .selectFrom('caseEvents')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(seq);
}
