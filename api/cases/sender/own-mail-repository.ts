// Confirmed addresses and links to a new code, one function per query.
import { sql } from 'kysely';
import { isSenders } from '../../attachments/repository.ts';
import type { Db, Transaction } from '../../db/open.ts';
import type { Language } from '../../languages/language.ts';
import { senderColumn } from '../columns-repository.ts';
import type { CaseTables } from '../tables.ts';

const liveEmail = sql<
  string | null
>`case when case_senders.email_refused_at is null then ${senderColumn('email')} end`;

const reader = (db: Db | Transaction) =>
  db
    .selectFrom('cases')
    .leftJoin('caseSenders', 'caseSenders.caseId', 'cases.id')
    .leftJoin('confirmedAddresses', 'confirmedAddresses.caseId', 'cases.id')
    .select([
      'cases.id',
      'cases.number',
      'cases.secretHash',
      'cases.restricted',
      'cases.contentCode',
      'cases.procedureSlug',
      'cases.receivedAt',
      'cases.dueOn',
      'confirmedAddresses.addressHash as confirmedAddress',
      sql<Language>`coalesce(case_senders.language, 'vi')`.as('language'),
      liveEmail.as('email'),
    ])
    // Tố cáo and the like: no message at all (khoản 3 Điều 8 Luật Tố cáo); nothing to whom nothing is kept of.
    .where('cases.locked', '=', false)
    .where('cases.status', '<>', 'guided_out')
    .where('cases.erasedAt', 'is', null);

/** Whom letters about a case may go to; undefined for a case about which none is written. */
export const findReaderOf = async (db: Db, number: string) =>
  await reader(db).where('cases.number', '=', number).executeTakeFirst();
export const findReaderById = async (db: Db | Transaction, id: string) =>
  await reader(db).where('cases.id', '=', id).executeTakeFirst();
export type CaseReader = NonNullable<Awaited<ReturnType<typeof findReaderById>>>;

export async function saveConfirmedAddress(db: Db, row: CaseTables['confirmedAddresses']): Promise<void> {
  const { addressHash, confirmedAt } = row;
  await db
    .insertInto('confirmedAddresses')
    .values(row)
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet({ addressHash, confirmedAt }))
    .execute();
}

/** Writes a link, or from when on it runs when its letter is tried again. */
export async function saveCodeLink(
  db: Db,
  link: Omit<CaseTables['codeLinks'], 'usedKeyHash'>,
): Promise<void> {
  await db
    .insertInto('codeLinks')
    .values({ ...link, usedKeyHash: null })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ until: link.until, codeHash: link.codeHash })
        .where('codeLinks.usedKeyHash', 'is', null),
    )
    .execute();
}

/** Of which case a link is; its case is locked first, then the link, by everybody. */
export async function findLinkedCase(db: Db | Transaction, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('codeLinks').select('caseId').where('id', '=', id).executeTakeFirst();
  return row?.caseId;
}

export async function lockCodeLink(trx: Transaction, id: string) {
  return await trx.selectFrom('codeLinks').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Notes by which form a link was used; the others of its case are gone. */
export async function useCodeLink(
  trx: Transaction,
  { id, caseId, usedKeyHash }: { id: string; caseId: string; usedKeyHash: Buffer },
): Promise<void> {
  await trx.updateTable('codeLinks').set({ usedKeyHash }).where('id', '=', id).execute();
  await trx.deleteFrom('codeLinks').where('caseId', '=', caseId).where('id', '<>', id).execute();
}

export async function deleteDeadLinks(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('codeLinks').where('until', '<=', now).execute();
}

/** How many files came with a letter, and how large they are together. */
export async function countFiles(db: Db, caseId: string): Promise<{ count: number; bytes: number }> {
  return await db
    .selectFrom('attachments')
    .select([sql<number>`count(*)::int`.as('count'), sql<number>`coalesce(sum(bytes), 0)::float`.as('bytes')])
    .where('caseId', '=', caseId)
    .where(isSenders)
    .executeTakeFirstOrThrow();
}
