// Rounds, frozen questionnaires, burnt tokens and answers: one function, one query.
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Survey } from './schema.ts';
import type { SurveyTables } from './tables.ts';

export type Round = Selectable<SurveyTables['surveyRounds']>;
export type RoundWithSurvey = Round & { survey: Survey };

export async function listVersions(db: Db) {
  return await db.selectFrom('surveyVersions').select(['surveyId', 'version', 'hash']).execute();
}

/** Kept as it was, when it is there already. */
export async function freezeVersion(
  trx: Transaction,
  row: { surveyId: string; version: number; hash: string; content: Survey; frozenAt: Date },
): Promise<void> {
  await trx
    .insertInto('surveyVersions')
    .values({ ...row, content: JSON.stringify(row.content) })
    .onConflict((conflict) => conflict.columns(['surveyId', 'version']).doNothing())
    .execute();
}

const withSurvey = (db: Db) =>
  db
    .selectFrom('surveyRounds')
    .innerJoin('surveyVersions', (join) =>
      join
        .onRef('surveyVersions.surveyId', '=', 'surveyRounds.surveyId')
        .onRef('surveyVersions.version', '=', 'surveyRounds.surveyVersion'),
    )
    .selectAll('surveyRounds')
    .select('surveyVersions.content as survey');

export async function findRound(db: Db, id: string): Promise<RoundWithSurvey | undefined> {
  return await withSurvey(db).where('surveyRounds.id', '=', id).executeTakeFirst();
}

/** Newest first. */
export async function listRounds(db: Db): Promise<RoundWithSurvey[]> {
  return await withSurvey(db).orderBy('opensOn', 'desc').orderBy('surveyRounds.id', 'desc').execute();
}

/** `share`: whoever answers; `update`: whoever closes, and then waits for all who are answering. */
export async function lockRound(
  trx: Transaction,
  id: string,
  how: 'share' | 'update',
): Promise<Round | undefined> {
  const query = trx.selectFrom('surveyRounds').selectAll().where('id', '=', id);
  return await (how === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst();
}

export async function countRoundsLike(trx: Transaction, prefix: string): Promise<number> {
  const { count } = await trx
    .selectFrom('surveyRounds')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', 'like', `${prefix}%`)
    .executeTakeFirstOrThrow();
  return count;
}

/** Held until the transaction ends: two rounds made at once get two numbers. */
export async function seizeRounds(trx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(13, 1)`.execute(trx);
}

export async function insertRound(
  trx: Transaction,
  round: Insertable<SurveyTables['surveyRounds']>,
): Promise<void> {
  await trx.insertInto('surveyRounds').values(round).execute();
}

export async function updateRound(
  trx: Transaction,
  id: string,
  change: Partial<
    Pick<Round, 'title' | 'opensOn' | 'closesOn' | 'papersUntil' | 'closedOn' | 'target' | 'formsIssued'>
  >,
): Promise<void> {
  await trx.updateTable('surveyRounds').set(change).where('id', '=', id).execute();
}

/** Forms received so far, by round: answers, those that wait to be mixed, and paper that is typed in. */
export async function countReceived(db: Db): Promise<Map<string, { received: number; paper: number }>> {
  const { rows } = await sql<{ roundId: string; received: number; paper: number }>`
    select round_id, count(*)::int as received, (count(*) filter (where paper))::int as paper from (
      select round_id, channel = 'paper' as paper from survey_answers
      union all select round_id, false from survey_pending
      union all select round_id, true from survey_papers where answers is not null
    ) as forms group by round_id`.execute(db);
  return new Map(rows.map(({ roundId, ...counts }) => [roundId, counts]));
}

/** Burns a token; undefined when that happened now, else the form that had burnt it before. */
export async function burnToken(
  trx: Transaction,
  token: SurveyTables['surveyTokensBurnt'],
): Promise<Buffer | undefined> {
  const burnt = await trx
    .insertInto('surveyTokensBurnt')
    .values(token)
    .onConflict((conflict) => conflict.columns(['roundId', 'tokenHash']).doNothing())
    .returning('roundId')
    .executeTakeFirst();
  if (burnt) return undefined;
  const earlier = await trx
    .selectFrom('surveyTokensBurnt')
    .select('formHash')
    .where('roundId', '=', token.roundId)
    .where('tokenHash', '=', token.tokenHash)
    .executeTakeFirstOrThrow();
  return earlier.formHash;
}

export async function forgetTokens(trx: Transaction, roundId: string): Promise<void> {
  await trx.deleteFrom('surveyTokensBurnt').where('roundId', '=', roundId).execute();
}

export async function insertPending(
  trx: Transaction,
  pending: Insertable<SurveyTables['surveyPending']>,
): Promise<void> {
  await trx.insertInto('surveyPending').values(pending).execute();
}

export async function listPendingCounts(db: Db): Promise<{ roundId: string; count: number }[]> {
  return await db
    .selectFrom('surveyPending')
    .select(['roundId', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('roundId')
    .orderBy('roundId')
    .execute();
}

/** Takes everything out that waits. */
export async function takePending(trx: Transaction, roundId: string) {
  return await trx
    .deleteFrom('surveyPending')
    .where('roundId', '=', roundId)
    .returning(['channel', 'sealed'])
    .execute();
}

export async function insertAnswers(
  trx: Transaction,
  rows: Insertable<SurveyTables['surveyAnswers']>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 500)
    await trx
      .insertInto('surveyAnswers')
      .values(rows.slice(start, start + 500))
      .execute();
}

/** Writes all answers of a round anew, in an order of chance and under new keys: one transaction, one age for all. */
export async function shuffleAnswers(trx: Transaction, roundId: string): Promise<void> {
  await sql`
    with old as (delete from survey_answers where round_id = ${roundId} returning *)
    insert into survey_answers (round_id, channel, answers, is_valid, procedure, field, filing,
                                respondent, quarter, opinions, satisfied, points, scored)
    select round_id, channel, answers, is_valid, procedure, field, filing, respondent, quarter,
           opinions, satisfied, points, scored
    from old order by gen_random_uuid()`.execute(trx);
}
