// The days until which a request must be told received and answered, over the calendar in force. Pure.
import { addWorkingDays, workingDaysBetween, type Calendar } from '../calendar/working-days.ts';

export type Terms = {
  /** The day (Việt Nam) of receipt: day 0. */
  receivedOn: string;
  acknowledgeDays: number | null;
  termDays: number;
  moreDays: number | null;
  extended: boolean;
};

/** Working days after the day of receipt; an extension is counted from the first due day on. */
export function dueDays(calendar: Calendar, terms: Terms): { acknowledgeOn: string | null; dueOn: string } {
  const { receivedOn, acknowledgeDays, termDays, moreDays, extended } = terms;
  const first = addWorkingDays(calendar, receivedOn, termDays).on;
  return {
    acknowledgeOn: acknowledgeDays === null ? null : addWorkingDays(calendar, receivedOn, acknowledgeDays).on,
    dueOn: extended && moreDays !== null ? addWorkingDays(calendar, first, moreDays).on : first,
  };
}

/** Working days left until the next day that must be kept: telling of the receipt while that is owed, else the answer. */
export function daysLeft(
  calendar: Calendar,
  today: string,
  { acknowledgeOn, dueOn, isTold }: { acknowledgeOn: string | null; dueOn: string; isTold: boolean },
): number {
  const next = !isTold && acknowledgeOn !== null && acknowledgeOn < dueOn ? acknowledgeOn : dueOn;
  return workingDaysBetween(calendar, today, next);
}
