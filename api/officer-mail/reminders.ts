// Which open cases an officer is reminded of in the morning. Pure.
import { vietnameseDate } from '../dates/dates.ts';
import { workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import { isWarned, type WarningDays } from '../cases/dates/lateness.ts';
import { isTold, type Waiting } from '../cases/dates/turn.ts';
import type { Viewer } from '../staff/roles.ts';
import { leftWords } from './rungs.ts';

/** `dueOn` is the date of the case that binds first, YYYY-MM-DD; `isGuarded`: nothing but its number is told. */
export type Owed = Waiting & { number: string; dueOn: string; isGuarded: boolean };
export type Reminded = Pick<Owed, 'number' | 'dueOn' | 'isGuarded'> & { daysLeft: number };

/** The lines of an officer's reminder on a working day: late ones first, then by date. `today` is YYYY-MM-DD in Việt Nam. */
export function remindersFor(
  calendar: Calendar,
  today: string,
  viewer: Pick<Viewer, 'id' | 'role' | 'unit' | 'behalf'>,
  open: readonly Owed[],
  warned: WarningDays,
): Reminded[] {
  return open
    .map((owed) => ({ owed, daysLeft: workingDaysBetween(calendar, today, owed.dueOn) }))
    .filter(({ owed, daysLeft }) => isWarned(daysLeft, warned) && isTold(viewer, owed, daysLeft < 0))
    .map(({ owed: { number, dueOn, isGuarded }, daysLeft }) => ({ number, dueOn, isGuarded, daysLeft }))
    .sort((one, other) => (`${one.dueOn}${one.number}` < `${other.dueOn}${other.number}` ? -1 : 1));
}

/** `PAKN-2026-000123: hạn 05/01/2026, còn 03 ngày làm việc`; of a restricted case the number alone. */
export const reminderLine = ({ number, dueOn, isGuarded, daysLeft }: Reminded): string =>
  isGuarded ? `- ${number}` : `- ${number}: hạn ${vietnameseDate(dueOn)}, ${leftWords(daysLeft)}`;
