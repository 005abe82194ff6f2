// A made-up register for the lists of officers: cases with handlers, units that help, events and keyed words, as rows; the
// same ones each time. One statement a table; the indexes are built behind it, as a restored copy builds them.
import { sql } from 'kysely';
import { keyed } from '../../api/desk/tools/keyed-words.ts';
import type { Portal } from '../../api/portal/portal.ts';

const below = (salt: number, most: number) =>
  sql.raw(`((hashint8(i::bigint * 7919 + ${salt})::bigint + 2147483648) % ${most})::int`);
const idOf = sql.raw(`('01980000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`);

/** Words of letters: the first are in most of them, the last in hardly any. */
export const vocabulary = Array.from({ length: 4_000 }, (_, index) => `tu${index}`);
export const names = Array.from({ length: 600 }, (_, index) => `ten${index}`);

type Staff = { handlers: { id: string; unit: string }[]; bigUnit: string };

/**
 * Cases number `from` + 1 to `to`: one of forty open, among them overdue ones; one of four helped by one large unit, one of
 * fifty restricted, two of a thousand locked.
 */
export async function fillRegister(portal: Portal, staff: Staff, from: number, to: number): Promise<void> {
  const { db, content, keys } = portal;
  const procedures = [...content.procedures.keys()];
  const tables = ['cases', 'case_events', 'case_units', 'case_words', 'case_senders'];
  const { rows: indexes } = await sql<{ name: string; said: string }>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as said from pg_index i
    join pg_class c on c.oid = i.indexrelid
    where i.indrelid = any(${tables}::text[]::regclass[]) and not i.indisunique`.execute(db);
  const tell = (what: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);
  await db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    await sql`set maintenance_work_mem = '512MB'`.execute(one);
    await sql`set synchronous_commit = off`.execute(one);
    for (const { name } of indexes) await sql`drop index ${sql.id(name)}`.execute(one);
    await sql`drop table if exists made`.execute(one);
    await sql`
      create temporary table made as
      select i, ${idOf} as id, at, least(at + (1 + ${below(3, 24)}) * interval '1 day', now() - interval '1 hour') as ended_at,
        case when ${below(4, 40)} = 0 then 'open' when ${below(12, 10)} = 0 then 'transferred' else 'answered' end as fate,
        (2 + ${below(5, 7)}) as content, 1 + ${below(6, staff.handlers.length)} as who,
        (${procedures}::text[])[1 + ${below(8, procedures.length)}] as procedure,
        (array['web', 'web', 'web', 'phone', 'counter', 'post', 'vp-ubnd'])[1 + ${below(9, 7)}] as source
      from (select i, now() - (1 + ${below(1, 1065 * 24)}) * interval '1 hour' as at
        from generate_series(${from + 1}::int, ${to}::int) i) one`.execute(one);
    tell(`made ${to - from}`);
    await sql`
      insert into cases (id, register, year, serial, number, source, status, track, content_code, procedure_slug, summary,
        received_at, clock_started_on, due_on, due_basis, stage_due_on, unit, handler_id, answered_at, published_at,
        closed_at, restricted, locked, happened_at, secret_hash, idempotency_hash, request_hash, sealed_receipt)
      select id, 'PAKN', 2023, i, 'PAKN-2023-' || lpad(i::text, 7, '0'), source,
        case fate when 'answered' then 'published' when 'transferred' then 'transferred'
          else (array['submitted', 'accepted', 'assigned', 'assigned', 'reply_draft', 'approving'])[1 + ${below(13, 6)}] end,
        'rule', '5.' || content, procedure, 'Biểu mẫu yêu cầu bản giấy thừa, việc thứ ' || i,
        at, at::date, now()::date - 8 + ${below(14, 40)}, '{"rule":"handle","from":"2024-01-01","workingDays":15}',
        now()::date - 3 + ${below(15, 20)}, (${staff.handlers.map(({ unit }) => unit)}::text[])[who],
        (${staff.handlers.map(({ id }) => id)}::text[])[who],
        case when fate = 'answered' then ended_at end, case when fate = 'answered' then ended_at end,
        case when fate <> 'open' then ended_at end, ${below(16, 50)} = 0, ${below(17, 500)} = 0, ended_at,
        ''::bytea, int4send(i), ''::bytea, ''
      from made`.execute(one);
    tell('cases');
    await sql`
      insert into case_events (case_id, seq, step, from_status, to_status, actor_role, actor_id, at, due_before, due_after, data, hash)
      select id, 1, 'submit', 'draft', 'submitted', 'CD', null, at, at::date + 21, at::date + 21, null, int4send(i) from made
      union all
      select id, 2, case when fate = 'answered' then 'approve' when fate = 'transferred' then 'transfer' else 'assign' end,
        'submitted', 'assigned', 'TN', (${staff.handlers.map(({ id }) => id)}::text[])[who], ended_at, at::date + 21,
        at::date + 21, null, int4send(i) from made`.execute(one);
    tell('case_events');
    await sql`
      insert into case_units (case_id, unit) select id, ${staff.bigUnit} from made
      where ${below(18, 4)} = 0 and (${staff.handlers.map(({ unit }) => unit)}::text[])[who] <> ${staff.bigUnit}`.execute(
      one,
    );
    await sql`
      insert into case_senders (case_id, kind, name, address, phone, consents_to_notices, consents_to_publication,
        privacy_notice, consented_at)
      select id, 'person', 'Người Gửi ' || i, 'Thôn ' || (i % 900) || ', tỉnh Quảng Ngãi', '09' || lpad((i % 100000000)::text, 8, '0'), false, true, 'phép đo', at
      from made`.execute(one);
    tell('case_senders');
    await sql`
      insert into case_words (case_id, version, words, people)
      select id, 1,
        array(select (${keyed(keys, 'matter', vocabulary)}::int[])[1 + floor(${vocabulary.length} * power(
          ((hashint8((i * 31 + w * 7919)::bigint)::bigint + 2147483648) % 100000) / 100000.0, 3))::int]
          from generate_series(1, 30) w),
        array(select (${keyed(keys, 'person', names)}::int[])[1 + floor(${names.length} * power(
          ((hashint8((i * 37 + w * 104729)::bigint)::bigint + 2147483648) % 100000) / 100000.0, 2))::int]
          from generate_series(1, 6) w)
      from made`.execute(one);
    tell('case_words');
    for (const { said } of indexes) await sql.raw(said).execute(one);
    tell('indexes');
    await sql`delete from desk_counts`.execute(one);
    await sql`
      insert into desk_counts
      select status, coalesce(unit, ''), coalesce(handler_id, ''), source, nearest_on, count(*)
      from cases where closed_at is null and not locked group by 1, 2, 3, 4, 5`.execute(one);
    await sql`
      insert into case_news select id, 'remark', ended_at from made where fate = 'open' and ${below(19, 20)} = 0
      on conflict do nothing`.execute(one);
    await sql`vacuum (analyze)`.execute(one);
    tell('analysed');
  });
}
