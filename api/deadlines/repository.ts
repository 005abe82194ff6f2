// The deadlines table: one function, one query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
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

/** A deadline held until the transaction ends, with who changed it last. */
export async function lockDeadline(trx: Transaction, code: DeadlineCode) {
  return await trx
    .selectFrom('deadlines')
    .select(['amount', 'certainty', 'legalBasis', 'updatedAt'])
    .select(
      sql<string | null>`(select name from staff_users u where u.id::text = deadlines.updated_by)`.as(
        'updatedBy',
      ),
    )
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateDeadline(
  db: Db | Transaction,
  code: DeadlineCode,
  change: Omit<ChangeDeadline, 'seen'>,
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
