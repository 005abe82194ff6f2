// Made-up cases with their events and ratings, and made-up survey answers, as rows; the same ones each time.
import { sql } from 'kysely';
import type { Portal } from '../../api/portal/portal.ts';
import { freezeSurvey } from '../../api/surveys/version-service.ts';
import { roundFields } from '../support/portal/survey.ts';

/** A number from 0 up that follows from the case's own and a salt: `${salt}` of `i`. */
const below = (salt: number, most: number) =>
  sql.raw(`((hashint8((i * 7919 + ${salt})::bigint)::bigint + 2147483648) % ${most})::int`);
const idOf = sql.raw(`('01980000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`);

const atOnce = 20_000;

/** Cases number `from` + 1 to `to`: four of five answered and published, one of ten transferred, the rest open. */
export async function loadCases({ db, content }: Portal, from: number, to: number): Promise<void> {
  const procedures = [...content.procedures.keys()];
  const units = content.units.map(({ code }) => code);
  for (let start = from; start < to; start += atOnce)
    await db.transaction().execute(async (trx) => {
      // No trigger: the chain of hashes is not what is measured.
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`
        create temporary table made on commit drop as
        select i, ${idOf} as id, at, at + (1 + ${below(3, 24)}) * interval '1 day' as ended_at,
          case ${below(4, 10)} when 0 then 'transferred' when 1 then 'open' else 'answered' end as fate,
          (1 + ${below(5, 8)}) as content, (${units}::text[])[1 + ${below(6, units.length)}] as unit,
          case when ${below(7, 3)} > 0 then (${procedures}::text[])[1 + ${below(8, procedures.length)}] end as procedure,
          (array['web', 'phone', 'counter', 'post'])[1 + ${below(9, 4)}] as source,
          case when ${below(10, 4)} = 0 then (array['satisfied', 'acceptable', 'dissatisfied'])[1 + ${below(11, 3)}] end
            as score
        from (select i, timestamptz '2024-01-01 08:00+07' + ${below(1, 1065)} * interval '1 day' as at
          from generate_series(${start + 1}::int, ${Math.min(to, start + atOnce)}::int) i) one`.execute(trx);
      await sql`
        insert into cases (id, register, year, serial, number, source, status, track, content_code, procedure_slug,
          received_at, clock_started_on, due_on, due_basis, unit, answered_at, published_at, closed_at,
          secret_hash, idempotency_hash, request_hash, sealed_receipt)
        select id, 'PAKN', 2023, i, 'PAKN-2023-' || lpad(i::text, 6, '0'), source,
          case fate when 'answered' then 'published' when 'transferred' then 'transferred' else 'assigned' end,
          case when content = 1 then 'conduct' else 'rule' end, '5.' || content, procedure, at, at::date, at::date + 21,
          '{"rule":"handle","from":"2024-01-01","workingDays":15}', unit,
          case when fate = 'answered' then ended_at end, case when fate = 'answered' then ended_at end,
          case when fate <> 'open' then ended_at end, ''::bytea, int4send(i), ''::bytea, ''
        from made`.execute(trx);
      for (const [seq, step, source, target, at, which] of [
        [1, 'submit', 'draft', 'submitted', 'at', 'true'],
        [2, 'classify', 'submitted', 'submitted', 'at', 'true'],
        [3, 'accept', 'submitted', 'accepted', 'at', `fate <> 'transferred'`],
        [4, 'assign', 'accepted', 'assigned', 'at', `fate <> 'transferred'`],
        [5, 'transfer', 'submitted', 'transferred', 'ended_at', `fate = 'transferred'`],
        [5, 'approve', 'approving', 'answered', 'ended_at', `fate = 'answered'`],
        [6, 'publish', 'answered', 'published', `ended_at + (i % 5) * interval '1 day'`, `fate = 'answered'`],
        [
          7,
          'rate',
          'published',
          'rated',
          `ended_at + interval '9 days'`,
          `fate = 'answered' and score is not null`,
        ],
      ] as const)
        await sql`
          insert into case_events (case_id, seq, step, from_status, to_status, actor_role, at, due_before, due_after,
            data, hash)
          select id, ${seq}, ${step}, ${source}, ${target}, 'TN', ${sql.raw(at)}, at::date + 21, at::date + 21,
            case ${step} when 'assign' then json_build_object('unit', unit)::text
              when 'classify' then json_build_object('contentCode', '5.' || content, 'procedure', procedure,
                'track', case when content = 1 then 'conduct' else 'rule' end)::text end, int4send(i)
          from made where ${sql.raw(which)}`.execute(trx);
      await sql`
        insert into case_ratings (case_id, rated_at, score)
        select id, ended_at + interval '9 days', score from made where fate = 'answered' and score is not null`.execute(
        trx,
      );
    });
}

/** Two closed rounds of the department's own questionnaire. */
export async function addRounds({ db, content, now }: Portal, fields: typeof roundFields): Promise<string[]> {
  const survey = content.surveys.get(fields.surveyId);
  if (!survey) throw new Error('no questionnaire');
  await db.transaction().execute((trx) => freezeSurvey(trx, survey, now()));
  const ids = ['bench-1', 'bench-2'];
  for (const [index, id] of ids.entries())
    await sql`
      insert into survey_rounds (id, survey_id, survey_version, title, opens_on, closes_on, papers_until, procedures,
        counters, channels, target, closed_on, created_by, created_at)
      values (${id}, ${survey.id}, ${survey.version}, ${`Đợt thử ${index + 1}`}, '2026-01-01',
        ${`2026-0${index + 2}-01`}, ${`2026-0${index + 2}-05`}, ${JSON.stringify(fields.procedures)}, '[]',
        ${JSON.stringify(fields.channels)}, 60, ${`2026-0${index + 2}-06`}, 'bench', now())`.execute(db);
  return ids;
}

/** Answers number `from` + 1 to `to`, in turns to the rounds. */
export async function loadAnswers(
  { db }: Portal,
  rounds: readonly string[],
  from: number,
  to: number,
): Promise<void> {
  for (let start = from; start < to; start += atOnce)
    await sql`
      insert into survey_answers (round_id, channel, answers, is_valid, procedure, field, filing,
        respondent, quarter, opinions, satisfied, points, scored)
      select (${[...rounds]}::text[])[1 + i % ${rounds.length}::int], 'web',
        jsonb_build_object('A1', procedure, 'A2', 'online', 'A3', 'person', 'A4', '2026-01', 'B1', 'early',
          'B2', 'none', 'B3', 'none', 'B5', 'none', 'B6', 'none') ||
          (select jsonb_object_agg('C' || c, (1 + (i * c) % 5)::text) from generate_series(1, 14) c),
        true, procedure, 'Bưu chính', 'online', 'person', '2026-Q1', 13,
        (select count(*)::int from generate_series(1, 13) c where (i * c) % 5 >= 3), 6, 3
      from (select i::bigint as i, (${[...roundFields.procedures]}::text[])[1 + i % 3] as procedure
        from generate_series(${start + 1}::int, ${Math.min(to, start + atOnce)}::int) i) one`.execute(db);
}
