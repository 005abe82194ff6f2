// What may be seen by all of a round, suppressed in the query itself: a hidden cell never leaves the database.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/open.ts';
import type { AnswerCount, AxisCount } from './tally-repository.ts';
import { smallestCell } from './tally.ts';

const least = sql.lit(smallestCell);

/**
 * Whether a cell is hidden among those of its `total`: rows with `n` and `value`, in ascending order of `n`. Those
 * below the least go, and with them the next smallest, until at least two cells and at least `least` people are hidden
 * together: what the published total leaves over is then never one cell, and never a small one. `people`: how many
 * stand behind several cells together, their sum, or the most of them where the same people stand behind each.
 */
const isHidden = (total: RawBuilder<unknown>, people: 'sum' | 'max' = 'sum') => sql<boolean>`(
  bool_or(n < ${least}) over (partition by ${total})
  and (n < ${least} or row_number() over (partition by ${total} order by n, value nulls first) <= 2
       or coalesce(${sql.raw(people)}(n) over (partition by ${total} order by n, value nulls first
                                               rows between unbounded preceding and 1 preceding), 0) < ${least}))`;
const whole = sql`1`;

// A row of a breakdown shows three figures: the one that rests on the fewest people decides.
const sums = sql`
  count(*)::int as forms, sum(opinions)::int as opinions, sum(satisfied)::int as satisfied,
  sum(points)::int as points, sum(scored)::int as scored,
  least(count(*), count(*) filter (where opinions > 0), count(*) filter (where scored > 0))::int as n`;
const shown = sql`value, forms, opinions, satisfied, points, scored`;
const valid = (roundId: string) => sql`survey_answers where round_id = ${roundId} and is_valid`;

/** Valid forms, all of them and by channel; the invalid ones are a number of their own. */
export async function publicForms(db: Db, roundId: string) {
  const { rows } = await sql<{ valid: number | null; invalid: number | null }>`
    select nullif(v, case when v < ${least} then v end)::int as valid,
           nullif(i, case when i between 1 and ${least} - 1 then i end)::int as invalid
    from (select count(*) filter (where is_valid) as v, count(*) filter (where not is_valid) as i
          from survey_answers where round_id = ${roundId}) as counted`.execute(db);
  const channels = await sql<{ value: string; count: number }>`
    with counted as (select channel as value, count(*)::int as n from ${valid(roundId)} group by channel),
    judged as (select *, ${isHidden(whole)} as hidden from counted)
    select value, n as count from judged where not hidden order by value`.execute(db);
  return { valid: rows[0]?.valid ?? null, invalid: rows[0]?.invalid ?? null, channels: channels.rows };
}

export async function publicAxis(
  db: Db,
  roundId: string,
  axis: 'field' | 'filing' | 'respondent' | 'quarter',
): Promise<AxisCount[]> {
  const { rows } = await sql<AxisCount>`
    with counted as (select ${sql.ref(axis)} as value, ${sums} from ${valid(roundId)} group by 1),
    judged as (select *, ${isHidden(whole)} as hidden from counted)
    select ${shown} from judged where not hidden order by forms desc, value`.execute(db);
  return rows;
}

/** Procedures add up to their fields, and fields to the whole: a hidden field hides all of its procedures. */
export async function publicProcedures(db: Db, roundId: string): Promise<AxisCount[]> {
  const { rows } = await sql<AxisCount>`
    with fields as (
      select value as field from (
        select *, ${isHidden(whole)} as hidden
        from (select field as value, ${sums} from ${valid(roundId)} group by 1) as counted
      ) as judged where not hidden
    ),
    counted as (select field, procedure as value, ${sums} from ${valid(roundId)} group by 1, 2),
    judged as (select *, ${isHidden(sql`field`)} as hidden from counted)
    select ${shown} from judged join fields on fields.field is not distinct from judged.field
    where not hidden order by forms desc, value`.execute(db);
  return rows;
}

/** Two breakdowns at once: all cells, or none where one of them is too small. */
export async function publicCross(
  db: Db,
  roundId: string,
): Promise<(AxisCount & { other: string | null })[]> {
  const { rows } = await sql<AxisCount & { other: string | null }>`
    with cells as (select filing as value, respondent as other, ${sums} from ${valid(roundId)} group by 1, 2)
    select ${shown}, other from cells where not exists (select from cells as small where small.n < ${least})
    order by value, other`.execute(db);
  return rows;
}

export type PublicShare = { value: string; people: number; opinions: number; satisfied: number };
type Item = { code: string; group: string };

/** Items add up to their groups, groups to the whole; a hidden group hides all of its items. */
export async function publicShares(db: Db, roundId: string, items: readonly Item[]) {
  const spread = sql`
    select form.id, item.code, item.team, form.answers ->> item.code as said
    from (select id, answers from ${valid(roundId)}) as form
    cross join unnest(${items.map(({ code }) => code)}::text[], ${items.map(({ group }) => group)}::text[]) as item(code, team)
    where form.answers ->> item.code in ('1', '2', '3', '4', '5')`;
  const satisfied = sql`count(*) filter (where said in ('4', '5'))::int`;
  const { rows } = await sql<PublicShare & { kind: 'all' | 'group' | 'item' }>`
    with spread as materialized (${spread}),
    people as (
      select id, team, count(*)::int as opinions, ${satisfied} as satisfied from spread group by id, team
    ),
    teams as (
      select *, ${isHidden(whole, 'max')} as hidden
      from (select team as value, count(*)::int as n, sum(opinions)::int as opinions, sum(satisfied)::int as satisfied
            from people group by team) as counted
    ),
    items as (
      select *, ${isHidden(sql`team`, 'max')} as hidden
      from (select team, code as value, count(*)::int as n, ${satisfied} as satisfied
            from spread group by team, code) as counted
    ),
    everything as (
      select (select count(*)::int from ${valid(roundId)} and opinions > 0) as n,
             sum(opinions)::int as opinions, sum(satisfied)::int as satisfied from teams
    )
    select 'all' as kind, '' as value, n as people, opinions, satisfied from everything where n >= ${least}
    union all select 'group', value, n, opinions, satisfied from teams where not hidden
    union all
    select 'item', items.value, items.n, items.n, items.satisfied
    from items join teams on teams.value = items.team where not items.hidden and not teams.hidden`.execute(
    db,
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return { all: of('all')[0], groups: of('group'), items: of('item') };
}

/** An item that adds up to nothing else that is shown. */
export async function publicItem(db: Db, roundId: string, code: string): Promise<PublicShare | undefined> {
  const { rows } = await sql<PublicShare>`
    select ${code}::text as value, count(*)::int as people, count(*)::int as opinions,
           count(*) filter (where answers ->> ${code} in ('4', '5'))::int as satisfied
    from ${valid(roundId)} and answers ->> ${code} in ('1', '2', '3', '4', '5')
    having count(*) >= ${least}`.execute(db);
  return rows[0];
}

type Scored = { code: string; value: string; points: number };

/** The questions that give points add up to the index. */
export async function publicScores(db: Db, roundId: string, options: readonly Scored[]) {
  const { rows } = await sql<{ value: string | null; points: number; scored: number }>`
    with said as (
      select form.id, option.code, option.points
      from (select id, answers from ${valid(roundId)}) as form
      join unnest(${options.map(({ code }) => code)}::text[], ${options.map(({ value }) => value)}::text[],
                  ${options.map(({ points }) => points)}::int[]) as option(code, value, points)
        on form.answers ->> option.code = option.value
    ),
    judged as (
      select *, ${isHidden(whole, 'max')} as hidden
      from (select code as value, count(*)::int as n, sum(points)::int as points from said group by code) as counted
    )
    select value, points, n as scored from judged where not hidden
    union all
    select null, sum(points)::int, count(*)::int from said having count(distinct id) >= ${least}`.execute(db);
  return { all: rows.find(({ value }) => value === null), items: rows.filter(({ value }) => value !== null) };
}

/** Choices that add up to all who answered the question. */
export async function publicChoices(
  db: Db,
  roundId: string,
  codes: readonly string[],
): Promise<AnswerCount[]> {
  const { rows } = await sql<AnswerCount>`
    with counted as (
      select question.code, form.answers ->> question.code as value, count(*)::int as n
      from (select answers from ${valid(roundId)}) as form
      cross join unnest(${[...codes]}::text[]) as question(code)
      where form.answers ->> question.code is not null group by 1, 2
    ),
    judged as (select *, ${isHidden(sql`code`)} as hidden from counted)
    select code, value, n as count from judged where not hidden order by code, count desc, value`.execute(db);
  return rows;
}

/** Choices of which one form may make several: they add up to nothing. */
export async function publicSeveral(
  db: Db,
  roundId: string,
  codes: readonly string[],
): Promise<AnswerCount[]> {
  const { rows } = await sql<AnswerCount>`
    select question.code, chosen.value, count(*)::int as count
    from (select answers from ${valid(roundId)}) as form
    cross join unnest(${[...codes]}::text[]) as question(code)
    cross join lateral jsonb_array_elements_text(coalesce(form.answers -> question.code, '[]')) as chosen(value)
    group by 1, 2 having count(*) >= ${least} order by 1, 3 desc, 2`.execute(db);
  return rows;
}
