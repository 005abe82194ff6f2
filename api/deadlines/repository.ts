// The deadlines table: one function, one query.
import type { Db } from '../db/open.ts';
import type { ChangeDeadline, Deadline, DeadlineCode } from './schema.ts';

const shown = ['code', 'label', 'amount', 'unit', 'certainty', 'legalBasis'] as const;

export async function seedDeadlines(db: Db, rows: Deadline[]): Promise<void> {
  await db
    .insertInto('deadlines')
    .values(rows)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

export async function listDeadlines(db: Db): Promise<Deadline[]> {
  return (await db.selectFrom('deadlines').select(shown).orderBy('code').execute()) as Deadline[];
}

export async function updateDeadline(
  db: Db,
  code: DeadlineCode,
  change: ChangeDeadline,
  by: string,
  now: Date,
) {
  return await db
    .updateTable('deadlines')
    .set({ ...change, updatedAt: now, updatedBy: by })
    .where('code', '=', code)
    .returning(shown)
    .executeTakeFirst();
}
