// Until when the sender of a case may first be asked for a supplement.
import { currentCalendar } from '../../calendar/current-service.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { deadlineInForce } from '../../deadlines/service.ts';
import type { Portal } from '../../portal/portal.ts';

/** The last day in time for the first question, counted from the receipt or the latest transfer to us. */
export async function askDueOn(
  portal: Portal,
  { clockStartedOn }: { clockStartedOn: string },
): Promise<string> {
  const { amount } = await deadlineInForce(portal, 'supplement-ask');
  return addWorkingDays(currentCalendar(portal), clockStartedOn, amount).on;
}
