// Histories in, facts and their sums out: one function, one query.
import { sql } from 'kysely';
import { sharedClockOf, sharedPausesOf } from '../cases/dates/pause-repository.ts';
import { stepsWhere } from '../cases/steps/table.ts';
import { stands } from '../db/undone.ts';
import { dayOf } from '../db/day.ts';
import type { Db, Transaction } from '../db/open.ts';
import { measures, type Summary } from './cells.ts';
import type { History, Round } from './facts.ts';

export type Head = { upto: number; calendarVersion: number; basis: string; at: Date };

/** Whether this transaction is the one that may write the figures now; the lock goes with the transaction. */
export async function takeFiguresLock(trx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('minh-bach/figures')) as taken`.execute(trx);
  return rows[0]?.taken ?? false;
}

/** How far the figures go, and how far the ledger does. */
export async function findHeads(db: Db | Transaction): Promise<{ head: Head | undefined; size: number }> {
  const { rows } = await sql<{ size: number | null }>`select size from ledger_head`.execute(db);
  const head = await db
    .selectFrom('figuresHead')
    .select(['upto', 'calendarVersion', 'basis', 'at'])
    .executeTakeFirst();
  return { head, size: rows[0]?.size ?? 0 };
}

export async function putHead(trx: Transaction, head: Head): Promise<void> {
  await trx
    .insertInto('figuresHead')
    .values(head)
    .onConflict((conflict) => conflict.column('onlyOne').doUpdateSet(head))
    .execute();
}

/** The cases of the ledger's entries from `upto` on, at most `limit` entries. */
export async function listChanged(
  trx: Transaction,
  upto: number,
  limit: number,
): Promise<{ caseIds: string[]; upto: number; taken: number }> {
  const rows = await trx
    .selectFrom('ledgerLeaves')
    .select(['index', 'caseId'])
    .where('index', '>=', upto)
    .orderBy('index')
    .limit(limit)
    .execute();
  const caseIds = [...new Set(rows.map(({ caseId }) => caseId))];
  return { caseIds, upto: upto + rows.length, taken: rows.length };
}

/** Some cases in the order of ids, from `after` on. */
export async function listCaseIds(trx: Transaction, after: string | null, limit: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('cases')
    .select('id')
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Cases whose counted days touch a day of the calendar that was edited after a version. */
export async function listTouched(trx: Transaction, calendarVersion: number): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct f.case_id from case_facts f,
      (select min(date) as first, max(date) as last from calendar_changes where id > ${calendarVersion}) edited
    where f.clock_on <= edited.last
      and greatest(coalesce(f.publish_due_on, f.ended_on, 'infinity'::date), f.legal_due_on) >= edited.first`.execute(
    trx,
  );
  return rows.map(({ caseId }) => caseId);
}

const namesOf = (holds: Parameters<typeof stepsWhere>[0]) =>
  sql.join(stepsWhere(holds).map((step) => sql.lit(step)));
const newClocks = namesOf(({ counts }) => counts?.newClock === true);
const carriers = namesOf(({ counts }) => counts?.carries === true);

/** Everything the facts of some cases are read off; one statement, so that row and events fit together. */
export async function listHistories(
  trx: Db | Transaction,
  caseIds: readonly string[],
): Promise<Omit<History, 'field'>[]> {
  const { rows } = await sql<Omit<History, 'field'>>`
    select c.id as case_id, ${dayOf('c.received_at')} as received_on, c.source as channel, c.track, c.content_code,
      c.procedure_slug as procedure, r.score as rating,
      coalesce(c.origin_on, ${sharedClockOf('c', newClocks)}, ${dayOf('c.received_at')}) as clock_on,
      ${sharedPausesOf('c')} as shared_pauses,
      (select json_agg(json_build_object('step', e.step, 'from', e.from_status, 'to', e.to_status,
          'on', ${dayOf('e.at')}, 'dueBefore', e.due_before, 'dueAfter', e.due_after, 'data',
          case when e.step in (${carriers}) then e.data::json end)
          order by e.seq)
        from case_events e where e.case_id = c.id and ${stands('e')}) as events
    from cases c
    left join case_ratings r on r.case_id = c.id
    where c.id = any(${caseIds}::uuid[])`.execute(trx);
  return rows;
}

/** The facts of some cases as they are kept now. */
export async function listFacts(db: Db | Transaction, caseIds: readonly string[]): Promise<Round[]> {
  return await db
    .selectFrom('caseFacts')
    .selectAll()
    .where('caseId', '=', sql<string>`any(${caseIds}::uuid[])`)
    .execute();
}

/** Takes the facts of some cases away and writes others. */
export async function replaceFacts(
  trx: Transaction,
  caseIds: readonly string[],
  rounds: readonly (Round & { publicId: string })[],
): Promise<void> {
  await trx
    .deleteFrom('caseFacts')
    .where('caseId', '=', sql<string>`any(${caseIds}::uuid[])`)
    .execute();
  if (rounds.length === 0) return;
  const rows = JSON.stringify(rounds.map((round) => snakeCased(round)));
  await sql`insert into case_facts select * from json_populate_recordset(null::case_facts, ${rows}::json)`.execute(
    trx,
  );
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const snakeCased = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]));

const columns = measures.map(snake);
const added = sql.raw(
  columns.map((name) => `${name} = figures_monthly.${name} + excluded.${name}`).join(', '),
);
const nothingLeft = sql.raw(columns.map((name) => `f.${name} = 0`).join(' and '));

/** Adds changes to the sums; what has become empty goes. */
export async function addToSummary(trx: Transaction, { cells, durations }: Summary): Promise<void> {
  const changed = [...cells.values()].filter((cell) => measures.some((measure) => cell[measure] !== 0));
  if (changed.length > 0) {
    const rows = JSON.stringify(changed.map(snakeCased));
    await sql`
      insert into figures_monthly select * from json_populate_recordset(null::figures_monthly, ${rows}::json)
      on conflict (dimension, month, key) do update set ${added}`.execute(trx);
    await sql`
      delete from figures_monthly f using json_populate_recordset(null::figures_monthly, ${rows}::json) c
      where f.dimension = c.dimension and f.month = c.month and f.key = c.key and ${nothingLeft}`.execute(
      trx,
    );
  }
  const lasting = [...durations.values()].filter(({ n }) => n !== 0);
  if (lasting.length > 0) {
    const rows = JSON.stringify(lasting.map(snakeCased));
    await sql`
      insert into figures_durations select * from json_populate_recordset(null::figures_durations, ${rows}::json)
      on conflict (dimension, month, key, working_days) do update set n = figures_durations.n + excluded.n`.execute(
      trx,
    );
    await sql`
      delete from figures_durations f using json_populate_recordset(null::figures_durations, ${rows}::json) c
      where f.dimension = c.dimension and f.month = c.month and f.key = c.key and f.working_days = c.working_days
        and f.n = 0`.execute(trx);
  }
}

/** Everything kept goes: before it is counted anew. */
export async function clearFigures(trx: Transaction): Promise<void> {
  await sql`delete from case_facts`.execute(trx);
  await sql`delete from figures_monthly`.execute(trx);
  await sql`delete from figures_durations`.execute(trx);
}

/** The last round of a case that its sender has rated; undefined where none was. */
export async function findRatedRound(db: Db, caseId: string) {
  return await db
    .selectFrom('caseFacts')
    .select(['endedOn', 'field', 'unit'])
    .where('caseId', '=', caseId)
    .where('rating', 'is not', null)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst();
}
