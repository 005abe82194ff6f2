// How near a case is to its dates: one reckoning for lists, reminders and the two overdue flags. Pure.
import { workingDaysBetween, type Calendar } from '../../calendar/working-days.ts';
import { states, type Status } from '../lifecycle.ts';

/** Three, one and no working days left; `late` past the date; null while there is more time, or nothing is owed. */
export type WarningLevel = 3 | 1 | 0 | 'late' | null;

export type Warning = {
  /** Working days until the nearest date: 0 on the day itself, negative past it; null when nothing is owed. */
  daysLeft: number | null;
  level: WarningLevel;
  /** Past the 5 working days in which a matter of another body must be transferred (điểm d khoản 1 Điều 9 NĐ 20/2008). */
  overdueLegal: boolean;
  /** Past the stage's or the whole handling's day, which measuring rules (QĐ 766) and the office's own rules set. */
  overdueOperational: boolean;
};

export type Dated = {
  status: Status;
  dueOn: string;
  stageDueOn: string | null;
  transferDueOn: string | null;
};

// Neither accepted as the department's own nor transferred: the legal limit runs. It stands still while the sender is asked.
const undecided: ReadonlySet<Status> = new Set(['submitted', 'conduct_review', 'reopened']);

/**
 * The warning of a case on a day. All dates, and `today`, are "YYYY-MM-DD" in Asia/Ho_Chi_Minh; a date ends at 24:00.
 * While paused only the wait for the sender is counted, and the office is not late; once answered, only the stage.
 */
export function warningOf(calendar: Calendar, today: string, dated: Dated): Warning {
  const { status, dueOn, stageDueOn, transferDueOn } = dated;
  const { clock } = states[status];
  if (clock === 'stopped')
    return { daysLeft: null, level: null, overdueLegal: false, overdueOperational: false };
  const legal = undecided.has(status) ? transferDueOn : null;
  const handling = clock === 'paused' || status === 'answered' ? null : dueOn;
  const nearest = earliest([stageDueOn, handling, legal]);
  const daysLeft = nearest === null ? null : workingDaysBetween(calendar, today, nearest);
  const isPast = (day: string | null) => day !== null && today > day;
  return {
    daysLeft,
    level: daysLeft === null ? null : levelOf(daysLeft),
    overdueLegal: isPast(legal),
    overdueOperational: clock === 'running' && (isPast(stageDueOn) || isPast(handling)),
  };
}

const earliest = (days: (string | null)[]): string | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;

function levelOf(daysLeft: number): WarningLevel {
  if (daysLeft < 0) return 'late';
  if (daysLeft <= 1) return daysLeft === 0 ? 0 : 1;
  return daysLeft <= 3 ? 3 : null;
}
