// The end of keeping: some time after a case is done, who sent it and what was written are erased; the case stays counted.
import { localDate } from '../../dates/dates.ts';
import { dayMs } from '../../dates/lengths.ts';
import { deadlineInForce } from '../../deadlines/service.ts';
import { log } from '../../http/log.ts';
import type { Portal } from '../../portal/portal.ts';
import { Problem } from '../../problems/problem.ts';
import { insertSecurityEvent } from '../../staff/security-repository.ts';
import { erasePersonalData } from './erase-service.ts';
import { keptKindNames, keptKinds, type KeptKind } from './kept.ts';
import { listClosedBefore } from './retention-repository.ts';
import { listHalfErased } from '../steps/link-repository.ts';

const batch = 200;

/** Until when a case of a kind must have ended for its term to be over at an instant, and under which setting. */
export async function termAt(portal: Pick<Portal, 'db'>, kind: KeptKind, at: Date) {
  const { amount, legalBasis, label } = await deadlineInForce(portal, keptKinds[kind].term);
  return { amount, legalBasis, label, before: new Date(at.getTime() - amount * dayMs) };
}

/** Erases what has been kept for as long as the office allows; a batch at a time, running it twice changes no more. */
export async function applyRetention(portal: Portal): Promise<number> {
  const at = portal.now();
  let done = 0;
  for (const kind of keptKindNames) {
    const { amount, legalBasis, before } = await termAt(portal, kind, at);
    const numbers = await listClosedBefore(portal.db, { kind, before, today: localDate(at) }, batch);
    let erased = 0;
    for (const number of numbers)
      erased += await eraseUnlessHeld(
        portal,
        number,
        `Hết thời hạn giữ danh tính (${amount} ngày). ${legalBasis}`,
      );
    done += erased;
    if (erased > 0)
      await insertSecurityEvent(portal.db, {
        at,
        kind: 'retention-run',
        detail: { what: kind, count: erased },
      });
  }
  // What an earlier release left in replies, summaries and letter numbers of cases that it erased.
  const half = await listHalfErased(portal.db, batch);
  for (const number of half)
    await erasePersonalData(
      portal,
      number,
      { role: 'HT', id: null },
      'Xóa nốt phần còn lại của lần xóa trước.',
      { again: true },
    );
  return done + half.length;
}

/** Held back, reopened or erased a moment ago: it is left as it is. */
async function eraseUnlessHeld(portal: Portal, number: string, reason: string): Promise<number> {
  try {
    await erasePersonalData(portal, number, { role: 'HT', id: null }, reason);
    return 1;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'wrong-status') throw error;
    log.warn({ number }, 'not erased: it was held back or changed meanwhile');
    return 0;
  }
}
