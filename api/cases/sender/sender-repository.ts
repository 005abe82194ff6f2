// A sender's own data, changed by the sender.
import { encrypted, encryptedOrNull } from '../../db/encrypted.ts';
import type { Transaction } from '../../db/open.ts';

type Contact = { address: string; phone: string | null; email: string | null; emailRefusedAt: null };

export async function correctContact(trx: Transaction, caseId: string, contact: Contact): Promise<void> {
  const { address, phone, email, emailRefusedAt } = contact;
  await trx
    .updateTable('caseSenders')
    .set({
      address: encrypted('case_senders.address', caseId, address),
      phone: encryptedOrNull('case_senders.phone', caseId, phone),
      email: encryptedOrNull('case_senders.email', caseId, email),
      emailRefusedAt,
    })
    .where('caseId', '=', caseId)
    .execute();
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
