// What of the report calendar the chief of office reads in the morning. Pure.
import { vietnameseDate } from '../dates/dates.ts';
import type { OccurrenceView } from './views.ts';
import { twoFigures } from '../text/numbers.ts';

/** Working days before the day: named from `soon` on, pressed from `next` on, and while overdue. */
export type Ahead = { soon: number; next: number };

type Owed = Pick<OccurrenceView, 'title' | 'periodWords' | 'dueOn' | 'daysLeft'>;

/** One line for each that is overdue, pressing or soon due, in this order; no name of a person. */
export function obligationLines(occurrences: readonly Owed[], { soon, next }: Ahead): string[] {
  return occurrences
    .flatMap(({ daysLeft, dueOn, ...rest }) =>
      daysLeft !== null && dueOn !== null && daysLeft <= soon ? [{ ...rest, daysLeft, dueOn }] : [],
    )
    .toSorted((one, other) => one.daysLeft - other.daysLeft)
    .map(
      ({ title, periodWords, dueOn, daysLeft }) =>
        `- ${title}, ${periodWords}: hạn ${vietnameseDate(dueOn)}, ${leftWords(daysLeft, next)}`,
    );
}

function leftWords(days: number, next: number): string {
  if (days < 0) return `QUÁ HẠN ${twoFigures(-days)} ngày làm việc`;
  if (days === 0) return 'GẤP: hạn là hôm nay';
  return days <= next
    ? `GẤP: còn ${twoFigures(days)} ngày làm việc`
    : `còn ${twoFigures(days)} ngày làm việc`;
}
