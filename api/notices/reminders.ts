// Which open cases an officer is reminded of in the morning. Pure.
import { vietnameseDate } from '../dates/dates.ts';
import { workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import { signersOf, type Status, type StepName } from '../cases/lifecycle.ts';
import type { Role, Viewer } from '../staff/roles.ts';
import { twoFigures } from '../text/numbers.ts';

export type Owed = {
  number: string;
  status: Status;
  handlerId: string | null;
  unit: string | null;
  /** A step that was prepared and waits for a signature. */
  proposal: StepName | null;
  /** The nearer of the case's dates, YYYY-MM-DD. */
  dueOn: string;
};

/** Warnings come 3, 1 and 0 working days before the date (nội bộ), and every working day after it. */
const warnAt: ReadonlySet<number> = new Set([3, 1, 0]);

const byRole: Partial<Record<Status, Role>> = {
  submitted: 'TN',
  reopened: 'TN',
  accepted: 'CVP',
  conduct_review: 'LD',
  approving: 'LD',
  answered: 'BT',
};
const byHandler: ReadonlySet<Status> = new Set(['assigned', 'collecting', 'extended']);

/** Whether it is this officer who must act on the case now; the head of the unit too when the handler is late. */
export function mustAct(viewer: Pick<Viewer, 'id' | 'role' | 'unit'>, owed: Owed, isLate: boolean): boolean {
  const { status, handlerId, unit, proposal } = owed;
  if (proposal) return signersOf(proposal).includes(viewer.role);
  if (byHandler.has(status))
    return handlerId === viewer.id || (isLate && viewer.role === 'TP' && unit === viewer.unit);
  if (status === 'reply_draft') return viewer.role === 'TP' && unit === viewer.unit;
  return byRole[status] === viewer.role;
}

/** The lines of an officer's reminder on a working day: late ones first, then by date. `today` is YYYY-MM-DD in Việt Nam. */
export function remindersFor(
  calendar: Calendar,
  today: string,
  viewer: Pick<Viewer, 'id' | 'role' | 'unit'>,
  open: readonly Owed[],
): { number: string; dueOn: string; daysLeft: number }[] {
  return open
    .map((owed) => ({ owed, daysLeft: workingDaysBetween(calendar, today, owed.dueOn) }))
    .filter(
      ({ owed, daysLeft }) => (daysLeft < 0 || warnAt.has(daysLeft)) && mustAct(viewer, owed, daysLeft < 0),
    )
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
