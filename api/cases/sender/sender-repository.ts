// A sender's own data, changed by the sender.
import type { Transaction } from '../../db/open.ts';

type Contact = { address: string; phone: string | null; email: string | null; emailRefusedAt: null };

export async function correctContact(trx: Transaction, caseId: string, contact: Contact): Promise<void> {
  await trx.updateTable('caseSenders').set(contact).where('caseId', '=', caseId).execute();
}

export async function chooseName(
  trx: Transaction,
  caseId: string,
  nameAtPublication: 'hide' | 'show',
): Promise<void> {
  await trx.updateTable('caseSenders').set({ nameAtPublication }).where('caseId', '=', caseId).execute();
}
