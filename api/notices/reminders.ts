// Which open cases an officer is reminded of in the morning. Pure.
import { vietnameseDate } from '../dates/dates.ts';
import { workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import { isWarned, type WarningDays } from '../cases/dates/lateness.ts';
import { isTold, type Waiting } from '../cases/dates/turn.ts';
import type { Viewer } from '../staff/roles.ts';
import { twoFigures } from '../text/numbers.ts';

/** `dueOn` is the date of the case that binds first, YYYY-MM-DD. */
export type Owed = Waiting & { number: string; dueOn: string };

/** The lines of an officer's reminder on a working day: late ones first, then by date. `today` is YYYY-MM-DD in Việt Nam. */
export function remindersFor(
  calendar: Calendar,
  today: string,
  viewer: Pick<Viewer, 'id' | 'role' | 'unit'>,
  open: readonly Owed[],
  warned: WarningDays,
): { number: string; dueOn: string; daysLeft: number }[] {
  return open
    .map((owed) => ({ owed, daysLeft: workingDaysBetween(calendar, today, owed.dueOn) }))
    .filter(({ owed, daysLeft }) => isWarned(daysLeft, warned) && isTold(viewer, owed, daysLeft < 0))
    .map(({ owed: { number, dueOn }, daysLeft }) => ({ number, dueOn, daysLeft }))
    .sort((one, other) => (`${one.dueOn}${one.number}` < `${other.dueOn}${other.number}` ? -1 : 1));
}

/** `PAKN-2026-000123: hạn 05/01/2026, còn 03 ngày làm việc`. */
export function reminderLine({
  number,
  dueOn,
  daysLeft,
}: {
  number: string;
  dueOn: string;
  daysLeft: number;
}): string {
  const left =
    daysLeft > 0
      ? `còn ${twoFigures(daysLeft)} ngày làm việc`
      : daysLeft === 0
        ? 'hạn là hôm nay'
        : `quá hạn ${twoFigures(-daysLeft)} ngày làm việc`;
  return `- ${number}: hạn ${vietnameseDate(dueOn)}, ${left}`;
}
