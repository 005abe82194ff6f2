// Who above is told of a case that is about to be late, or is, and from which working day on. Pure.
import { workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import type { Occasion } from '../notify/occasions.ts';
import { twoFigures } from '../text/numbers.ts';
import { vietnameseDate } from '../dates/dates.ts';

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
