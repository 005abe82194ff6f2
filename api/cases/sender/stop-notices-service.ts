// Ending the letters about a case by the link that each of them carries: nothing else can be done or read with it.
import { readToken } from '../../crypto/link-token.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { lockCase } from '../event-repository.ts';
import { recordStep } from '../steps/record-service.ts';
import { isAllowed } from '../steps/table.ts';
import { stopNotices } from './sender-repository.ts';

/** Takes the consent to letters back, once; done again, or for a case that writes no letters any more, it changes nothing. */
export async function endNotices(portal: Portal, token: string): Promise<void> {
  const named = readToken(portal.keys, 'case-stop', token);
  if (!named)
    throw new Problem('not-found', 'Đường dẫn thôi nhận thư không đúng. Hãy mở lại từ cuối thư đã nhận.');
  const at = portal.now();
  await portal.db.transaction().execute(async (trx) => {
    const row = await lockCase(trx, named.id);
    if (row.erasedAt || !isAllowed('stop-notices', row.status, 'HT')) return;
    if (!(await stopNotices(trx, row.id))) return;
    await recordStep(trx, portal, {
      row,
      step: 'stop-notices',
      to: row.status,
      actor: { role: 'HT', id: null },
      at,
      sealed: [{ table: 'case_senders', values: { consentsToNotices: false } }],
    });
  });
}
