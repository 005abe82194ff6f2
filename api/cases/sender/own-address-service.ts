// A sender proves to read the letters to the address of the case. Opening the link is not enough: an address with a slip
// of the pen is somebody else's, who reads those letters too and has no look-up code. Both together are the sender.
import { allowancesOf } from '../../allowances/budgets.ts';
import { charge } from '../../allowances/service.ts';
import { readToken } from '../../crypto/link-token.ts';
import { askForLetter } from '../../notify/asked-letter-service.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import type { CaseKey } from '../case-key.ts';
import { addressHash, addressRound } from '../tools/address.ts';
import { findProvenCase } from './lookup-service.ts';
import { saveConfirmedAddress } from './own-mail-repository.ts';
import type { ConfirmAddress } from './own-mail-schema.ts';

/** Asks for the letter with the link, for the address that stands in the case. */
export async function askToConfirm(portal: Portal, key: CaseKey): Promise<void> {
  const { id, email } = await findProvenCase(portal, key);
  await charge(portal, allowancesOf(portal.env).letterOfOne('address', id), undefined);
  if (!email)
    throw new Problem('wrong-status', 'Hồ sơ này không có thư điện tử. Hãy sửa thông tin liên hệ trước.');
  await portal.db
    .transaction()
    .execute((trx) => askForLetter(trx, portal, { kind: 'address', caseId: id, said: '' }));
}

/** Confirms the address that the letter went to, while it is the case's; done again it changes nothing. */
export async function confirmAddress(portal: Portal, { token, ...key }: ConfirmAddress): Promise<void> {
  const named = readToken(portal.keys, 'case-address', token);
  const { id, email } = await findProvenCase(portal, key);
  if (!email || named?.id !== id || named.round !== addressRound(portal.keys, id, email))
    throw new Problem(
      'wrong-status',
      'Đường dẫn này không phải của hồ sơ đang mở, hoặc địa chỉ thư trong hồ sơ đã đổi. Hãy mở hồ sơ và bấm “Gửi thư xác nhận” để nhận thư mới.',
    );
  await saveConfirmedAddress(portal.db, {
    caseId: id,
    addressHash: addressHash(portal.keys, id, email),
    confirmedAt: portal.now(),
  });
}
