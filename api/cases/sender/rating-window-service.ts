// How long the answer of a case may be rated after it has come.
import { currentCalendar } from '../../calendar/current-service.ts';
import { addCalendarDays } from '../../calendar/calendar-days.ts';
import { localDate } from '../../dates/dates.ts';
import { deadlineInForce } from '../../deadlines/service.ts';
import type { Portal } from '../../portal/portal.ts';
import type { Status } from '../lifecycle.ts';
import { isAllowed } from '../steps/table.ts';

/**
 * The last day for a rating; null while there is no result to rate, and once it is rated. A day off gives way to the next
 * working day (khoản 5 Điều 148 Bộ luật Dân sự 2015).
 */
export async function rateUntil(
  portal: Portal,
  { status, closedAt }: { status: Status; closedAt: Date | null },
): Promise<string | null> {
  if (closedAt === null || !isAllowed('rate', status, 'CD')) return null;
  const { amount } = await deadlineInForce(portal, 'rating-window');
  return addCalendarDays(currentCalendar(portal), localDate(closedAt), amount).on;
}
