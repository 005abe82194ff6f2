// Published answers: what everybody may read, named column by column.
import { sql, type Insertable } from 'kysely';
import { monthOf } from '../../db/day.ts';
import type { Db, Transaction } from '../../db/open.ts';
import { continuedOn } from '../standing-repository.ts';
import type { CaseTables } from '../tables.ts';

const listed = [
  'publishedAnswers.number',
  'publishedAnswers.contentCode',
  'publishedAnswers.track',
  'publishedAnswers.procedureSlug',
  'publishedAnswers.title',
  'publishedAnswers.summary',
  'publishedAnswers.publishedAt',
  'publishedAnswers.receivedOn',
  'publishedAnswers.answeredOn',
] as const;
const changes = [
  'publishedAnswers.changed',
  'publishedAnswers.changedDocument',
  'publishedAnswers.changedAt',
] as const;
const publishedIn = monthOf('published_answers.published_at');

/** Publishes an answer and returns its version; the newest version of a case is the public one, the others stay. */
export async function saveAnswer(
  trx: Transaction,
  answer: Insertable<CaseTables['answerVersions']>,
): Promise<number> {
  const { version } = await trx
    .insertInto('answerVersions')
    .values({
      ...answer,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from answer_versions where case_id = ${answer.caseId})`,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Beside the answer: whether it is the last word, from when its days are counted, how many people met the same. */
const answers = (db: Db) =>
  db
    .selectFrom('publishedAnswers')
    .innerJoin('cases', 'cases.id', 'publishedAnswers.caseId')
    .leftJoin('answerEchoes', 'answerEchoes.caseId', 'publishedAnswers.caseId')
    .select([
      ...listed,
      continuedOn.as('continuedOn'),
      'cases.clockStartedOn',
      sql<number>`coalesce((cases.due_basis ->> 'pausedDays')::int, 0)`.as('pausedDays'),
      sql<number>`coalesce(answer_echoes.count, 0)`.as('echoes'),
    ]);

/** The instant and the number of the last row of a page. */
type Last = { at: Date; number: string };

/** What follows that row, newest first by the instant of a column, then by number. */
const isAfter = ({ at, number }: Last, column: 'publishedAt' | 'changedAt') =>
  sql<boolean>`(${sql.ref(`publishedAnswers.${column}`)}, published_answers.number) < (${at}::timestamptz, ${number}::text)`;

export type Filter = {
  /** Slugs of procedures; of none of them means no answer. */
  procedures?: string[] | undefined;
  /** YYYY-MM in Việt Nam, of publishing. */
  month?: string | undefined;
  before?: Last | undefined;
  limit: number;
};

/** Newest first; `before` is the last row of the page before. */
export async function listAnswers(db: Db, { procedures, month, before, limit }: Filter) {
  let query = answers(db)
    .orderBy('publishedAnswers.publishedAt', 'desc')
    .orderBy('publishedAnswers.number', 'desc')
    .limit(limit);
  if (procedures)
    query = query.where('publishedAnswers.procedureSlug', '=', sql<string>`any(${procedures}::text[])`);
  if (month) query = query.where(publishedIn, '=', month);
  if (before) query = query.where(isAfter(before, 'publishedAt'));
  return await query.execute();
}

/** What there is to choose from: how many answers by procedure and month of publishing. */
export async function listAnswerChoices(db: Db) {
  return await db
    .selectFrom('publishedAnswers')
    .select(['procedureSlug', publishedIn.as('month')])
    .distinct()
    .orderBy('month', 'desc')
    .execute();
}

// A score says nothing of anybody unless the sender asked to be named beside it.
const ratingOf = sql<CaseTables['caseRatings']['score'] | null>`(
  select r.score from case_ratings r left join case_senders s on s.case_id = r.case_id
  where r.case_id = published_answers.case_id and s.name_at_publication is distinct from 'show')`;

export async function findAnswer(db: Db, number: string) {
  return await answers(db)
    .select([
      ...changes,
      'publishedAnswers.answer',
      'publishedAnswers.outcome',
      'publishedAnswers.caseId',
      'publishedAnswers.unit',
      ratingOf.as('rating'),
    ])
    .where('publishedAnswers.number', '=', number)
    .executeTakeFirst();
}

/** What changed because of cases, told last first. */
export async function listChanges(db: Db, { before, limit }: { before?: Last | undefined; limit: number }) {
  let query = db
    .selectFrom('publishedAnswers')
    .select([...listed, ...changes])
    .where('changed', 'is not', null)
    .orderBy('changedAt', 'desc')
    .orderBy('number', 'desc')
    .limit(limit);
  if (before) query = query.where(isAfter(before, 'changedAt'));
  return await query.execute();
}

/** One more who met the same; how many they are now, undefined where there is no such answer. */
export async function countEcho(db: Db, number: string): Promise<number | undefined> {
  const { rows } = await sql<{ count: number }>`
    insert into answer_echoes (case_id, count)
    select case_id, 1 from published_answers where number = ${number}
    on conflict (case_id) do update set count = answer_echoes.count + 1
    returning count`.execute(db);
  return rows[0]?.count;
}
