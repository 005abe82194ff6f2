// A sender has the receipt sent to an address of the own choice, without the look-up code.
import { allowancesOf } from '../../allowances/budgets.ts';
import { charge } from '../../allowances/service.ts';
import { askForLetter } from '../../notify/asked-letter-service.ts';
import type { Portal } from '../../portal/portal.ts';
import { findProvenCase } from './lookup-service.ts';
import type { MailReceipt } from './own-mail-schema.ts';

/** The address is kept, sealed, until the letter has gone, and nowhere after it. */
export async function askForReceipt(portal: Portal, { email, ...key }: MailReceipt): Promise<void> {
  const { id } = await findProvenCase(portal, key);
  await charge(portal, allowancesOf(portal.env).letterOfOne('receipt', id), undefined);
  await portal.db
    .transaction()
    .execute((trx) => askForLetter(trx, portal, { kind: 'receipt', caseId: id, said: email }));
}
