// Who above is told of a case that is about to be late, or is, and from which working day on. Pure.
import { workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import type { Occasion } from '../notify/occasions.ts';
import { twoFigures } from '../text/numbers.ts';
import { dateOf, dayNumber, localDate, vietnameseDate } from '../dates/dates.ts';

export type Rung = 'head' | 'chief';

export const rungs = {
  head: { occasion: 'late-head', told: 'trưởng phòng, đơn vị' },
  chief: { occasion: 'late-chief', told: 'Chánh Văn phòng' },
} as const satisfies Record<Rung, { occasion: Occasion; told: string }>;
export const rungNames = Object.keys(rungs) as Rung[];

/** Working days from the date that binds: negative before it, 0 on it, positive past it; null: nobody is told. */
export type RungDays = Record<Rung, number | null>;

/** The rungs that a case with this date has reached on a day; both days YYYY-MM-DD in Việt Nam. */
export function rungsReached(calendar: Calendar, today: string, dueOn: string, days: RungDays): Rung[] {
  const past = -workingDaysBetween(calendar, today, dueOn);
  return rungNames.filter((rung) => {
    const from = days[rung];
    return from !== null && past >= from;
  });
}

/** Since when each rung has been set as it is. */
export type RungSince = Record<Rung, Date>;

/**
 * The rungs of which somebody is told: those that a case has reached since they were set so. One that it had reached by then,
 * standing in the register, is left to the counts of the morning: switching on is no reason to tell all that is late at once.
 */
export function rungsToTell(
  calendar: Calendar,
  { at, today, days, since }: { at: Date; today: string; days: RungDays; since: RungSince },
  { dueOn, enteredAt }: { dueOn: string; enteredAt: Date },
): Rung[] {
  return rungsReached(calendar, today, dueOn, days).filter((rung) => {
    // A clock that was set back does not make the setting one of tomorrow.
    const set = since[rung] < at ? since[rung] : at;
    if (enteredAt >= set) return true;
    return !rungsReached(calendar, dateOf(dayNumber(localDate(set)) - 1), dueOn, days).includes(rung);
  });
}

/** `còn 01 ngày làm việc`, `hạn là hôm nay`, `quá hạn 02 ngày làm việc`. */
export function leftWords(daysLeft: number): string {
  if (daysLeft === 0) return 'hạn là hôm nay';
  return daysLeft > 0
    ? `còn ${twoFigures(daysLeft)} ngày làm việc`
    : `quá hạn ${twoFigures(-daysLeft)} ngày làm việc`;
}

/** What stands with the event in the timeline of officers. */
export const escalationNote = (rung: Rung, dueOn: string, daysLeft: number): string =>
  `Đã báo ${rungs[rung].told}: hạn ${vietnameseDate(dueOn)}, ${leftWords(daysLeft)}.`;
