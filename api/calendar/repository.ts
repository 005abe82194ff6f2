// The officers' entries in the calendar: one function, one query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { DayChange } from '../recount/edit-schema.ts';
import type { OfficeDay } from './schema.ts';

/** The newest edit's number; 0 before the first. */
export async function calendarVersion(db: Db): Promise<number> {
  const row = await db
    .selectFrom('calendarChanges')
    .select(sql<number>`coalesce(max(id), 0)`.as('version'))
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Entries and version of one moment. */
export async function findEntries(db: Db | Transaction): Promise<{ version: number; entries: OfficeDay[] }> {
  // Keys inside JSON are spelled here, because the plugin leaves nested keys alone.
  const { rows } = await sql<{ version: number; entries: OfficeDay[] }>`
    select (select coalesce(max(id), 0) from calendar_changes) as version,
      coalesce(json_agg(json_build_object('date', date, 'kind', kind, 'reason', reason, 'decision', decision,
        'certainty', certainty) order by date), '[]') as entries
    from calendar_days`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate gave no row');
  return row;
}

/** Keeps the calendar as it is until the transaction ends (shared with others who write due dates); its version. */
export async function holdVersion(trx: Transaction): Promise<number> {
  const { rows } = await sql<{ version: number }>`select hold_calendar() as version`.execute(trx);
  return rows[0]?.version ?? 0;
}

/** Waits for all who hold the calendar and keeps it alone until the transaction ends; its version. */
export async function seizeVersion(trx: Transaction): Promise<number> {
  const { rows } = await sql<{ version: number }>`select seize_calendar() as version`.execute(trx);
  return rows[0]?.version ?? 0;
}

/** Sets or takes back the entry of one day and keeps the edit in the history; returns the new version. */
export async function writeChange(
  trx: Transaction,
  change: DayChange,
  by: string,
  at: Date,
): Promise<number> {
  const { date, kind, reason, decision, certainty } = change;
  const before = await trx
    .selectFrom('calendarDays')
    .select('kind')
    .where('date', '=', date)
    .executeTakeFirst();
  const edited = { editedBy: by, editedAt: at };
  if (kind === null) await trx.deleteFrom('calendarDays').where('date', '=', date).execute();
  else
    await trx
      .insertInto('calendarDays')
      .values({ date, kind, reason, decision, certainty, ...edited })
      .onConflict((conflict) =>
        conflict.column('date').doUpdateSet({ kind, reason, decision, certainty, ...edited }),
      )
      .execute();
  const { id } = await trx
    .insertInto('calendarChanges')
    .values({ date, kindBefore: before?.kind ?? null, kind, reason, decision, ...edited })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Every edit of a year's days, newest first, with who made it. */
export async function listChanges(db: Db, year: number) {
  return await db
    .selectFrom('calendarChanges')
    .leftJoin('staffUsers', (join) =>
      join.on(sql<boolean>`staff_users.id::text = calendar_changes.edited_by`),
    )
    .select([
      'calendarChanges.date',
      'calendarChanges.kindBefore',
      'calendarChanges.kind',
      'calendarChanges.reason',
      'calendarChanges.decision',
      'calendarChanges.editedAt',
      'staffUsers.name as editor',
    ])
    .where('calendarChanges.date', '>=', `${year}-01-01`)
    .where('calendarChanges.date', '<=', `${year}-12-31`)
    .orderBy('calendarChanges.id', 'desc')
    .execute();
}
