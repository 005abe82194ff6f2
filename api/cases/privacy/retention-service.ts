// The end of keeping: some time after a case is done, who sent it and what was written are erased; the case stays counted.
import { deadlineInForce } from '../../deadlines/service.ts';
import type { Portal } from '../../portal/portal.ts';
import { erasePersonalData } from './erase-service.ts';
import { listClosedBefore, listHalfErased } from '../steps/link-repository.ts';
import { dayMs } from '../../dates/lengths.ts';

const batch = 200;

/** Erases what has been kept for as long as the office allows; a batch at a time, running it twice changes no more. */
export async function applyRetention(portal: Portal): Promise<number> {
  const { amount, legalBasis } = await deadlineInForce(portal, 'identity-retention');
  const before = new Date(portal.now().getTime() - amount * dayMs);
  const numbers = await listClosedBefore(portal.db, before, batch);
  for (const number of numbers)
    await erasePersonalData(
      portal,
      number,
      { role: 'HT', id: null },
      `Hết thời hạn giữ danh tính (${amount} ngày). ${legalBasis}`,
    );
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
  return numbers.length + half.length;
}
