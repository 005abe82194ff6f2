// Supplements that were asked for and never came: the case ends, with the reason in its event.
import { holdCalendar } from '../../calendar/current-service.ts';
import { localDate } from '../../dates/dates.ts';
import type { Portal } from '../../portal/portal.ts';
import { lockCase } from '../event-repository.ts';
import { listExpiredSupplements } from './link-repository.ts';
import { isWaitOver } from '../dates/lateness.ts';
import { recordStep } from './record-service.ts';

/** Ends every case whose wait is over; each in its own transaction, so that running it twice changes nothing more. */
export async function expireSupplements(portal: Portal): Promise<number> {
  const now = portal.now();
  const today = localDate(now);
  let expired = 0;
  for (const id of await listExpiredSupplements(portal.db, today))
    await portal.db.transaction().execute(async (trx) => {
      const row = await lockCase(trx, id);
      await holdCalendar(trx, portal);
      if (!isWaitOver(row, today)) return;
      await recordStep(trx, portal, {
        row,
        step: 'expire-supplement',
        to: 'rejected',
        actor: { role: 'HT', id: null },
        at: now,
        data: { ground: 'no-supplement' },
      });
      expired += 1;
    });
  return expired;
}
