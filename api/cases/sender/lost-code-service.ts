// A lost look-up code: asked for by number and address, given anew by the link of a letter to the confirmed address.
import { allowancesOf } from '../../allowances/budgets.ts';
import { charge } from '../../allowances/service.ts';
import { keyedHash } from '../../crypto/keys.ts';
import { readToken } from '../../crypto/link-token.ts';
import { askForLetter } from '../../notify/asked-letter-service.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { recordSecurity } from '../../staff/security-service.ts';
import type { CaseKey } from '../case-key.ts';
import { lockCase } from '../event-repository.ts';
import { recordStep } from '../steps/record-service.ts';
import { isAllowed } from '../steps/table.ts';
import { isConfirmed } from '../tools/address.ts';
import { isSameHash, newSecret, secretHash } from '../tools/secret.ts';
import { findLinkedCase, findReaderById, lockCodeLink, useCodeLink } from './own-mail-repository.ts';
import type { AskForCode, RenewCode } from './own-mail-schema.ts';

/**
 * Takes a wish for a new code in. Nothing is looked up here: the same work and the same answer, whether there is such a
 * case or not and whosever the address is; the job finds out. Of one number with one address only three letters go a
 * day, without a word of it: whoever knows both can neither fill a mailbox nor learn that they are right.
 */
export async function askForCode(portal: Portal, { number, email }: AskForCode): Promise<void> {
  const whose = keyedHash(portal.keys, 'lost-code', `${number}\n${email.toLowerCase()}`).toString(
    'base64url',
  );
  try {
    await charge(portal, allowancesOf(portal.env).letterOfOne('code', whose), undefined);
  } catch (error) {
    if (error instanceof Problem && error.code === 'too-many') return;
    throw error;
  }
  const said = JSON.stringify({ number, email });
  await portal.db
    .transaction()
    .execute((trx) => askForLetter(trx, portal, { kind: 'code', caseId: null, said }));
}

const deadLink = () =>
  new Problem(
    'not-found',
    'Đường dẫn này không đúng, đã dùng hoặc đã hết hạn. Hãy mở trang tra cứu, chọn “Quên mã tra cứu” để nhận thư mới.',
  );

/**
 * Gives the new code of a link, once: the old code, and whatever device has the case open by it, is shut out in the same
 * step. The same form sent again is told the same code until the link's time is over.
 */
export async function renewCode(portal: Portal, { token, key }: RenewCode): Promise<CaseKey> {
  const { keys } = portal;
  const named = readToken(keys, 'case-code', token);
  if (!named) throw deadLink();
  const at = portal.now();
  const secret = newSecret(keyedHash(keys, 'renewed-secret', `${named.id}\n${key}`));
  const usedKeyHash = keyedHash(keys, 'code-link-key', `${named.id}\n${key}`);
  return await portal.db.transaction().execute(async (trx) => {
    const caseId = await findLinkedCase(trx, named.id);
    if (caseId === undefined) throw deadLink();
    const row = await lockCase(trx, caseId);
    const link = await lockCodeLink(trx, named.id);
    if (!link || link.until <= at) throw deadLink();
    const isRepeated = link.usedKeyHash !== null && isSameHash(link.usedKeyHash, usedKeyHash);
    if (isRepeated && isSameHash(row.secretHash, secretHash(keys, secret)))
      return { number: row.number, secret };
    const reader = await findReaderById(trx, link.caseId);
    const isTheirs =
      link.usedKeyHash === null &&
      isSameHash(row.secretHash, link.codeHash) &&
      reader?.email &&
      isConfirmed(keys, row.id, reader.email, reader.confirmedAddress);
    if (!isTheirs || !isAllowed('renew-secret', row.status, 'HT')) throw deadLink();
    await recordStep(trx, portal, {
      row,
      step: 'renew-secret',
      to: row.status,
      actor: { role: 'HT', id: null },
      at,
      change: { secretHash: secretHash(keys, secret), sealedReceipt: '' },
      data: { by: 'mail' },
    });
    await useCodeLink(trx, { id: link.id, caseId: row.id, usedKeyHash });
    await recordSecurity(portal, { kind: 'code-renewed' }, trx);
    return { number: row.number, secret };
  });
}
