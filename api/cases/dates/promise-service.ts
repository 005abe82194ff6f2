// What would be promised to who sends on a day: nothing is written.
import { currentCalendar } from '../../calendar/current-service.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { localDate } from '../../dates/dates.ts';
import { deadlineInForce } from '../../deadlines/service.ts';
import type { Portal } from '../../portal/portal.ts';
import type { PromiseView } from './promise-schema.ts';
import { openingDates } from './promise.ts';

/** The dates for a case that comes in on `sentOn` ("YYYY-MM-DD", today in Việt Nam when not given). */
export async function promiseFor(portal: Portal, sentOn = localDate(portal.now())): Promise<PromiseView> {
  const calendar = currentCalendar(portal);
  const [triage, transfer, handle, publish] = await Promise.all([
    deadlineInForce(portal, 'triage'),
    deadlineInForce(portal, 'transfer'),
    deadlineInForce(portal, 'handle'),
    deadlineInForce(portal, 'publish'),
  ]);
  const { due, stageDueOn, transferDueOn } = openingDates(
    calendar,
    { rule: handle.code, from: sentOn, workingDays: handle.amount },
    { triage: triage.amount, transfer: transfer.amount },
  );
  return {
    sentOn,
    due,
    stages: [
      { ...triage, on: stageDueOn },
      { ...transfer, on: transferDueOn },
      { ...handle, on: due.on },
      { ...publish, on: addWorkingDays(calendar, due.on, publish.amount).on },
    ],
  };
}
