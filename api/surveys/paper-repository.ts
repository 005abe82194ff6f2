// Paper forms by the number of their scan: one function, one query.
import type { Selectable } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Answers } from './answers.ts';
import type { SurveyTables } from './tables.ts';

export type Paper = Selectable<SurveyTables['surveyPapers']>;

type Typed = {
  roundId: string;
  scanNumber: string;
  answers: Answers;
  checkWanted: boolean;
  enteredBy: string;
  enteredOn: string;
};

/** False when a paper form of that number was typed in before. */
export async function insertPaper(trx: Transaction, { answers, ...typed }: Typed): Promise<boolean> {
  const inserted = await trx
    .insertInto('surveyPapers')
    .values({ ...typed, answers: JSON.stringify(answers) })
    .onConflict((conflict) => conflict.columns(['roundId', 'scanNumber']).doNothing())
    .returning('scanNumber')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function lockPaper(
  trx: Transaction,
  roundId: string,
  scanNumber: string,
): Promise<Paper | undefined> {
  return await trx
    .selectFrom('surveyPapers')
    .selectAll()
    .where('roundId', '=', roundId)
    .where('scanNumber', '=', scanNumber)
    .forUpdate()
    .executeTakeFirst();
}

/** In the order of their numbers. */
export async function listPapers(db: Db, roundId: string): Promise<Paper[]> {
  return await db
    .selectFrom('surveyPapers')
    .selectAll()
    .where('roundId', '=', roundId)
    .orderBy('scanNumber')
    .execute();
}

export async function saveCheck(
  trx: Transaction,
  id: string,
  { answers, by, on }: { answers: Answers; by: string; on: string },
): Promise<void> {
  await trx
    .updateTable('surveyPapers')
    .set({ checkedAnswers: JSON.stringify(answers), checkedBy: by, checkedOn: on })
    .where('id', '=', id)
    .execute();
}

export async function saveSettled(
  trx: Transaction,
  id: string,
  { answers, by, on }: { answers: Answers; by: string; on: string },
): Promise<void> {
  await trx
    .updateTable('surveyPapers')
    .set({ answers: JSON.stringify(answers), settledBy: by, settledOn: on })
    .where('id', '=', id)
    .execute();
}

/** After closing a paper form keeps its number and who typed it; what it said is among the answers. */
export async function emptyPapers(trx: Transaction, roundId: string): Promise<void> {
  await trx
    .updateTable('surveyPapers')
    .set({ answers: null, checkedAnswers: null })
    .where('roundId', '=', roundId)
    .execute();
}
