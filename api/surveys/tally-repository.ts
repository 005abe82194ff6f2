// The counts of a round in full, for staff only; what may be seen by all comes from public-repository.ts.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import type { Channel } from './round.ts';

export type FormCount = { channel: Channel; isValid: boolean; count: number };
export type AnswerCount = { code: string; value: string; count: number };
export type AxisCount = {
  value: string | null;
  forms: number;
  opinions: number;
  satisfied: number;
  points: number;
  scored: number;
};
export const axes = ['procedure', 'field', 'filing', 'respondent', 'quarter'] as const;

export async function countForms(db: Db, roundId: string): Promise<FormCount[]> {
  const { rows } = await sql<FormCount>`
    select channel, is_valid, count(*)::int as count from survey_answers where round_id = ${roundId}
    group by channel, is_valid order by channel, is_valid`.execute(db);
  return rows;
}

/** Over valid forms; every chosen value of a list counts for itself. */
export async function countAnswers(
  db: Db,
  roundId: string,
  codes: readonly string[],
): Promise<AnswerCount[]> {
  const { rows } = await sql<AnswerCount>`
    select said.key as code, one.value as value, count(*)::int as count
    from survey_answers as form
    cross join lateral jsonb_each(form.answers) as said
    cross join lateral jsonb_array_elements_text(
      case jsonb_typeof(said.value) when 'array' then said.value else jsonb_build_array(said.value) end
    ) as one(value)
    where form.round_id = ${roundId} and form.is_valid and said.key = any(${[...codes]}::text[])
    group by said.key, one.value`.execute(db);
  return rows;
}

/** How many valid forms answer each question. */
export async function countAnswered(db: Db, roundId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; count: number }>`
    select said.code, count(*)::int as count
    from survey_answers as form cross join lateral jsonb_object_keys(form.answers) as said(code)
    where form.round_id = ${roundId} and form.is_valid group by said.code`.execute(db);
  return new Map(rows.map(({ code, count }) => [code, count]));
}

export async function countAxis(db: Db, roundId: string, axis: (typeof axes)[number]): Promise<AxisCount[]> {
  const { rows } = await sql<AxisCount>`
    select ${sql.ref(axis)} as value, count(*)::int as forms, sum(opinions)::int as opinions,
           sum(satisfied)::int as satisfied, sum(points)::int as points, sum(scored)::int as scored
    from survey_answers where round_id = ${roundId} and is_valid
    group by 1 order by forms desc, 1`.execute(db);
  return rows;
}

/** Free texts, covered already, in no order that means anything. */
export async function listTexts(db: Db, roundId: string, code: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select answers ->> ${code} as text from survey_answers
    where round_id = ${roundId} and answers ->> ${code} <> '' order by md5(answers ->> ${code})`.execute(db);
  return rows.map(({ text }) => text);
}
