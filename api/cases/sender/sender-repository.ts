// A sender's own data, changed by the sender.
import type { Transaction } from '../../db/open.ts';

type Contact = { address: string; phone: string | null; email: string | null; emailRefusedAt: null };

export async function correctContact(trx: Transaction, caseId: string, contact: Contact): Promise<void> {
  await trx.updateTable('caseSenders').set(contact).where('caseId', '=', caseId).execute();
}

/** Whether there were letters to stop. */
export async function stopNotices(trx: Transaction, caseId: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('caseSenders')
    .set({ consentsToNotices: false })
    .where('caseId', '=', caseId)
    .where('consentsToNotices', '=', true)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function chooseName(
  trx: Transaction,
  caseId: string,
  nameAtPublication: 'hide' | 'show',
): Promise<void> {
  await trx.updateTable('caseSenders').set({ nameAtPublication }).where('caseId', '=', caseId).execute();
}
